"""Keeps what a person chose to keep, in one SQLite file of his own."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from ..model.errors import UserFacingError
from ..model.history_entry import HistoryEntry
from ..model.scam_category import ScamCategory
from ..model.verdict import VerdictLevel
from .locked_connection import LOCKED_ERRORS, connect_locked
from .user_migrations import CHECKS, user_migrations

_PATIENCE = 2.0  # seconds to wait for another program that holds the file
# SQLite's primary result codes (sqlite.org/rescode.html) and what we say of them.
_REFERENCES = {
    5: "history-busy",
    6: "history-busy",
    8: "history-read-only",
    10: "history-read-only",
    11: "history-broken",
    13: "history-full",
    14: "history-read-only",
    26: "history-broken",
}
_MESSAGES = (  # for drivers that do not hand the code on
    ("locked", 5),
    ("readonly", 8),
    ("full", 13),
    ("unable to open", 14),
    ("not a database", 26),
    ("malformed", 11),
)
_ERRORS: tuple[type[Exception], ...] = (sqlite3.Error, *LOCKED_ERRORS)


class UserDatabase:
    """One open file. It belongs to the thread that opened it.

    Every method raises UserFacingError: history-busy, -read-only, -full or -broken.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def close(self) -> None:
        """Close the file; a second time does nothing."""
        with suppress(*_ERRORS):
            self._database.close()

    def add(self, entry: HistoryEntry) -> int:
        """Keep one entry, and return its number. It is on the disk when this returns."""
        with _calm():
            table = self._database.table(CHECKS)
            return int(table.insert(_row(entry)).last_pk or 0)

    def find(self, words: str = "", limit: int = 1000) -> tuple[HistoryEntry, ...]:
        """Return the newest entries that hold all of `words` anywhere, at most `limit`."""
        wanted = words.split()
        where = " and ".join(
            "(text like ? escape '!' or sender like ? escape '!' or case_code like ? escape '!')"
            for _ in wanted
        )
        values = [pattern for each in wanted for pattern in [_pattern(each)] * 3]
        with _calm():
            rows = self._database.table(CHECKS).rows_where(
                where or None, values, order_by="id desc", limit=limit
            )
            return tuple(_entry(row) for row in rows)

    def forget_before(self, moment: datetime) -> int:
        """Delete what is older than `moment`, and return how many entries that was."""
        with _calm():
            before = int(self._database.table(CHECKS).count)
            self._database.table(CHECKS).delete_where("at < ?", [_stamp(moment)])
            return before - int(self._database.table(CHECKS).count)

    def forget_all(self) -> None:
        """Delete everything, overwrite where it stood, and empty the write-ahead log.

        A solid-state disk may still hold former blocks; no program reaches those.
        """
        with _calm():
            self._database.table(CHECKS).delete_where()
            self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            self._database.vacuum()
            self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def take_all_of(self, other: "UserDatabase") -> None:
        """Add every entry of another database, the oldest first."""
        entries = other.find(limit=-1)
        with _calm():
            self._database.table(CHECKS).insert_all(_row(each) for each in reversed(entries))


def open_user_database(file: Path, key: bytes | None = None) -> UserDatabase:
    """Open the file, or make it; with `key` (32 bytes) it is encrypted. Raises UserFacingError."""
    with _calm():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserFacingError("history-read-only") from error
        connection = (
            sqlite3.connect(file, timeout=_PATIENCE)
            if key is None
            else connect_locked(file, key, _PATIENCE)
        )
        try:
            return UserDatabase(_prepared(Database(connection, execute_plugins=False)))
        except BaseException:
            connection.close()
            raise


def _prepared(database: Database) -> Database:
    database.execute("PRAGMA secure_delete = ON").fetchall()
    database.execute("PRAGMA synchronous = FULL")
    database.execute("PRAGMA temp_store = MEMORY")  # no traces in a temporary file
    database.enable_wal()
    user_migrations().apply(database)
    return database


@contextmanager
def _calm() -> Iterator[None]:
    """Turn what SQLite says into words for a person. Its message may quote a row: it goes."""
    try:
        yield
    except _ERRORS as error:
        raise UserFacingError(_reference(error)) from None


def _reference(error: Exception) -> str:
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(code, int):
        said = str(error).lower()
        code = next((code for part, code in _MESSAGES if part in said), 11)
    return _REFERENCES.get(code & 0xFF, "history-broken")


def _pattern(word: str) -> str:
    for sign in "!%_":
        word = word.replace(sign, f"!{sign}")
    return f"%{word}%"


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _row(entry: HistoryEntry) -> dict[str, str | None]:
    return {
        "at": _stamp(entry.at),
        "level": entry.level.value,
        "category": entry.category.value if entry.category else None,
        "sender": entry.sender,
        "text": entry.text,
        "case_code": entry.case_code,
    }


def _entry(row: dict[str, object]) -> HistoryEntry:
    """Read a row back; one that is not our writing makes the file a broken one."""
    try:
        category = row["category"]
        return HistoryEntry(
            datetime.fromisoformat(str(row["at"])),
            VerdictLevel(str(row["level"])),
            ScamCategory(str(category)) if category else None,
            str(row["sender"]),
            str(row["text"]),
            str(row["case_code"]),
            int(str(row["id"])),
        )
    except ValueError:
        raise UserFacingError("history-broken") from None
