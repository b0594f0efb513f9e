"""What finds phrases and words is built at the first start, and taken as it is at the next."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.assembly import Application, build_application
from app.model.submission import Submission
from app.model.verdict import VerdictLevel
from app.reading import automaton

SCAM = Submission("我是市公安局的，您涉嫌洗钱，案件保密，不要告诉家人，马上把钱转入安全账户。")
NAMES = ("phrases.finder", "words.finder")

pytestmark = pytest.mark.skipif(
    not automaton.CAN_BE_KEPT, reason="what stands in for daachorse is not kept"
)


def level_of(application: Application) -> VerdictLevel:
    return application.check_service().check(SCAM).verdict.level


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A computer on which the program has been started once."""
    assert level_of(build_application(tmp_path)) is VerdictLevel.DANGER
    return tmp_path


def kept(home: Path) -> dict[str, bytes]:
    return {name: (home / "cache" / name).read_bytes() for name in NAMES}


def test_the_second_start_builds_nothing(home: Path) -> None:
    files = [home / "cache" / name for name in NAMES]
    first = [file.stat().st_mtime_ns for file in files]  # whatever is built is kept
    assert level_of(build_application(home)) is VerdictLevel.DANGER
    assert [file.stat().st_mtime_ns for file in files] == first


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(bytes(path.stat().st_size)),
    ],
    ids=["cut", "empty", "zeroes"],
)
def test_what_was_spoiled_is_built_anew(home: Path, spoil: Callable[[Path], object]) -> None:
    whole = kept(home)
    for name in NAMES:
        spoil(home / "cache" / name)
    assert level_of(build_application(home)) is VerdictLevel.DANGER
    assert kept(home) == whole


def test_swapped_files_are_taken_for_what_they_are(home: Path) -> None:
    whole = kept(home)
    phrases, words = (home / "cache" / name for name in NAMES)
    beside = home / "beside"
    phrases.replace(beside)
    words.replace(phrases)
    beside.replace(words)
    assert level_of(build_application(home)) is VerdictLevel.DANGER
    assert kept(home) == whole


def test_where_nothing_can_be_kept_the_answer_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"no folder")
    assert level_of(build_application(tmp_path)) is VerdictLevel.DANGER
