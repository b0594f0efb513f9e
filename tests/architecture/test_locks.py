"""Every library we install is named once, with hashes, and without the host it comes from."""

import re
import tomllib

import pytest

from tests.architecture.source_tree import ROOT, expect_none

LOCKS = ROOT / "packaging" / "lock"
NAMES = ("run", "run-glibc228", "dev", "bench")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
ALLOWED_LINE = re.compile(
    r"[a-z0-9.-]+==[\w.]+( ; [\w.'<>!= ]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?"
)


def locked(name: str) -> dict[str, str]:
    """Return the versions that one lock pins, by the package's name."""
    text = (LOCKS / f"requirements-{name}.txt").read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9.-]+)==([^\s;]+)", text, re.MULTILINE))


def wanted(requirements: list[str]) -> set[str]:
    """Return the packages' names in their canonical form."""
    names = (re.split(r"[<>=~!; \[]", each, maxsplit=1)[0] for each in requirements)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names}


@pytest.mark.parametrize("name", NAMES)
def test_a_lock_holds_versions_and_hashes_and_nothing_else(name: str) -> None:
    lines = (LOCKS / f"requirements-{name}.txt").read_text("utf-8").splitlines()
    expect_none(line for line in lines if not ALLOWED_LINE.fullmatch(line))


@pytest.mark.parametrize("name", NAMES)
def test_every_pinned_version_has_a_hash(name: str) -> None:
    text = (LOCKS / f"requirements-{name}.txt").read_text("utf-8")
    blocks = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert blocks
    expect_none(block for block in blocks if "--hash=sha256:" not in block)


def test_the_locks_hold_what_the_project_asks_for() -> None:
    run = locked("run")
    groups = PROJECT["dependency-groups"]
    assert wanted(PROJECT["project"]["dependencies"]) <= run.keys()
    assert wanted(groups["dev"]) <= locked("dev").keys() | run.keys()
    assert wanted(groups["bench"]) <= locked("bench").keys() | run.keys()


def test_an_older_desk_differs_in_qt_alone() -> None:
    run, older = locked("run"), locked("run-glibc228")
    differing = {name for name in run.keys() | older.keys() if run.get(name) != older.get(name)}
    assert differing == {"pyside6-essentials", "shiboken6"}
    assert tuple(map(int, older["pyside6-essentials"].split(".")[:2])) in {(6, 8), (6, 9)}


@pytest.mark.parametrize("name", ["dev", "bench"])
def test_a_further_lock_repeats_nothing(name: str) -> None:
    assert locked(name).keys() & locked("run").keys() == set()


@pytest.mark.parametrize(
    "line",
    [
        "--extra-index-url https://example.org/simple",
        "--find-" + "links wheels",
        "tomli @ file:///wheels/tomli.whl",
        "tomli==2.2.1",
        "# via sqlite-utils",
    ],
)
def test_a_line_that_does_not_belong_is_found(line: str) -> None:
    assert not ALLOWED_LINE.fullmatch(line)
