"""The file that holds a person's history."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.host.clock import MAINLAND
from app.model.errors import UserFacingError
from app.model.history_entry import HistoryEntry
from app.model.scam_category import ScamCategory
from app.model.verdict import VerdictLevel
from app.store.user_database import UserDatabase, open_user_database

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=MAINLAND)
ROOT = Path(__file__).parents[3]
MARK = "云七雀九"
KEYS = (None, bytes(range(32)))


def an_entry(text: str = "转到安全账户", days_ago: int = 0) -> HistoryEntry:
    return HistoryEntry(
        NOW - timedelta(days=days_ago),
        VerdictLevel.DANGER,
        ScamCategory.AUTHORITY,
        "106",
        text,
        "K7",
    )


@pytest.fixture(params=KEYS, ids=["plain", "locked"])
def key(request: pytest.FixtureRequest) -> bytes | None:
    found: bytes | None = request.param
    return found


@pytest.fixture
def database(tmp_path: Path, key: bytes | None) -> Iterator[UserDatabase]:
    opened = open_user_database(tmp_path / "user.sqlite", key)
    yield opened
    opened.close()


def bytes_of(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.iterdir() if each.is_file())


def refused(file: Path, key: bytes | None = None) -> str:
    with pytest.raises(UserFacingError) as caught:
        open_user_database(file, key).add(an_entry())
    return caught.value.reference


def test_what_is_kept_is_found_newest_first(database: UserDatabase) -> None:
    first = database.add(an_entry("一"))
    second = database.add(an_entry("二"))
    found = database.find()
    assert [each.text for each in found] == ["二", "一"]
    assert [each.number for each in found] == [second, first]
    assert found[0].at == NOW
    assert found[0].category is ScamCategory.AUTHORITY


def test_all_words_must_be_there_and_signs_mean_themselves(database: UserDatabase) -> None:
    for text in ("快递 退款", "快递 100%", "退款_a", "!"):
        database.add(an_entry(text))
    assert [each.text for each in database.find("退款 快递")] == ["快递 退款"]
    assert [each.text for each in database.find("%")] == ["快递 100%"]
    assert [each.text for each in database.find("_")] == ["退款_a"]
    assert [each.text for each in database.find("!")] == ["!"]
    assert len(database.find("K7")) == 4
    assert database.find("' or 1=1 --") == ()


def test_what_is_older_is_deleted(database: UserDatabase) -> None:
    database.add(an_entry("old", days_ago=31))
    database.add(an_entry("new", days_ago=29))
    assert database.forget_before(NOW - timedelta(days=30)) == 1
    assert [each.text for each in database.find()] == ["new"]


def test_deleting_all_leaves_no_words_in_any_file(database: UserDatabase, tmp_path: Path) -> None:
    for place in range(300):
        database.add(an_entry(f"{MARK}{place}" * 20))
    database.forget_all()
    assert database.find() == ()
    assert MARK.encode() not in bytes_of(tmp_path)


def test_the_plain_file_does_hold_words_before_that(tmp_path: Path) -> None:
    database = open_user_database(tmp_path / "user.sqlite")
    database.add(an_entry(MARK))
    assert MARK.encode() in bytes_of(tmp_path)
    database.close()


def test_a_locked_file_never_holds_words(tmp_path: Path) -> None:
    database = open_user_database(tmp_path / "user.sqlite", KEYS[1])
    for _ in range(50):
        database.add(an_entry(MARK))
    assert MARK.encode() not in bytes_of(tmp_path)
    database.close()
    assert MARK.encode() not in bytes_of(tmp_path)


def test_a_wrong_key_or_none_opens_nothing(tmp_path: Path) -> None:
    file = tmp_path / "user.sqlite"
    database = open_user_database(file, KEYS[1])
    database.add(an_entry())
    database.close()
    assert refused(file) == "history-broken"
    assert refused(file, bytes(32)) == "history-broken"


def test_everything_of_another_database_is_taken_over(tmp_path: Path, key: bytes | None) -> None:
    one = open_user_database(tmp_path / "one.sqlite", key)
    two = open_user_database(tmp_path / "two.sqlite", None if key else KEYS[1])
    for text in ("一", "二"):
        one.add(an_entry(text))
    two.take_all_of(one)
    assert [each.text for each in two.find()] == ["二", "一"]
    one.close()
    two.close()


def test_a_broken_file_is_named_calmly(tmp_path: Path, key: bytes | None) -> None:
    file = tmp_path / "user.sqlite"
    file.write_bytes(b"this is no database at all" * 400)
    assert refused(file, key) == "history-broken"


def test_a_file_in_use_is_named_calmly(
    tmp_path: Path, key: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.user_database._PATIENCE", 0.01)
    file = tmp_path / "user.sqlite"
    holder = open_user_database(file, key)
    holder._database.execute("begin exclusive")
    assert refused(file, key) == "history-busy"
    holder._database.rollback()
    holder.close()


def test_a_folder_that_cannot_be_made_is_named_calmly(tmp_path: Path, key: bytes | None) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert refused(tmp_path / "file" / "user.sqlite", key) == "history-read-only"
    (tmp_path / "folder.sqlite").mkdir()
    assert refused(tmp_path / "folder.sqlite", key) == "history-read-only"


def test_a_read_only_file_is_named_calmly(database: UserDatabase) -> None:
    database.add(an_entry())
    database._database.execute("PRAGMA query_only = ON")
    with pytest.raises(UserFacingError) as caught:
        database.add(an_entry())
    assert caught.value.reference == "history-read-only"
    assert len(database.find()) == 1


def test_a_full_disk_is_named_calmly_and_costs_nothing_kept(database: UserDatabase) -> None:
    database.add(an_entry("kept"))
    pages = database._database.execute("PRAGMA page_count").fetchone()[0]
    database._database.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    with pytest.raises(UserFacingError) as caught:
        database.add(an_entry("x" * 100_000))
    assert caught.value.reference == "history-full"
    assert [each.text for each in database.find()] == ["kept"]


def test_a_row_of_somebody_else_is_no_crash(database: UserDatabase) -> None:
    database._database.execute(
        "insert into checks (at, level, sender, text, case_code) values ('x','y','','','')"
    )
    with pytest.raises(UserFacingError) as caught:
        database.find()
    assert caught.value.reference == "history-broken"


def test_nothing_a_row_holds_is_in_the_error(database: UserDatabase) -> None:
    database._database.execute("PRAGMA query_only = ON")
    with pytest.raises(UserFacingError) as caught:
        database.add(an_entry(MARK))
    assert caught.value.__cause__ is None
    assert MARK not in repr(caught.value)


_WRITER = """
import sys
from pathlib import Path
from tests.unit.store.test_user_database import an_entry
from app.store.user_database import open_user_database
key = bytes.fromhex(sys.argv[2]) if sys.argv[2:] else None
database = open_user_database(Path(sys.argv[1]), key)
for place in range(100000):
    print(database.add(an_entry("x" * 3000)), flush=True)
"""


def test_every_entry_reported_survives_a_kill(tmp_path: Path, key: bytes | None) -> None:
    file = tmp_path / "user.sqlite"
    arguments = [sys.executable, "-c", _WRITER, str(file), *([key.hex()] if key else [])]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, cwd=ROOT) as writer:
        assert writer.stdout is not None
        reported = [int(writer.stdout.readline()) for _ in range(40)]
        writer.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    database = open_user_database(file, key)
    assert {each.number for each in database.find()} >= set(reported)
    assert database._database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.add(an_entry())
    database.close()
