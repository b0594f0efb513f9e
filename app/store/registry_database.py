"""Keeps a register in one SQLite file."""

import os
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from tempfile import mkstemp
from types import TracebackType
from typing import Any, Self

from ..model.records import Organization
from ..model.register import Register
from ..model.source_note import SourceNote
from .registry_tables import (
    APPLICATION_ID,
    META,
    NAME_INDEX,
    NAMES,
    RECORDS,
    SEARCH_INDEX,
    SEARCH_SCAN,
    SOURCES,
    RecordTable,
    cache_key,
    create_statement,
    insert_statement,
    select_statement,
)
from .row_codec import RowCodec, SourceShelf

_TRIGRAM = 3  # characters the index needs; shorter queries are scanned


class RegistryDatabase:
    """One open database. It belongs to the thread that opened it; close it, or use `with`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; a second time does nothing."""
        self._connection.close()

    def is_built_from(self, tables_digest: str) -> bool:
        """Tell whether the file holds these very tables; sqlite3.Error means it is damaged."""
        with closing(self._connection.cursor()) as cursor:
            if cursor.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
                return False
            if cursor.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                return False
        return self._meta("key") == cache_key(tables_digest)

    def register(self) -> Register:
        """Read everything back, equal to what was built.

        Raises sqlite3.Error, TypeError, ValueError or LookupError if the file is not our writing.
        """
        bare: RowCodec[SourceNote] = RowCodec(SourceNote, SourceShelf())
        shelf = SourceShelf([bare.record(row) for row in self._rows(SOURCES)])
        records: dict[str, Any] = {}
        for table in RECORDS:
            codec: RowCodec[Any] = RowCodec(table.record_type, shelf)
            records[table.field] = tuple([codec.record(row) for row in self._rows(table)])
        as_of = date.fromisoformat(self._meta("as_of"))
        return Register(version=self._meta("version"), as_of=as_of, **records)

    def search(self, text: str, limit: int) -> tuple[str, ...]:
        """Return at most `limit` ids of organisations whose name or alias contains `text`.

        The same name comes first, then names that begin with it, then the rest; among equals the
        shorter name, then the editors' order. Case and full-width forms do not matter.
        """
        wanted = folded_name(text)
        if not wanted:
            return ()
        indexed = len(wanted) >= _TRIGRAM and self._meta("trigram") == "yes"
        found = self._connection.execute(
            SEARCH_INDEX if indexed else SEARCH_SCAN,
            {"wanted": wanted, "phrase": _phrase(wanted), "like": _like(wanted), "limit": limit},
        )
        return tuple(each for (each,) in found)

    def _rows(self, table: RecordTable) -> Iterator[tuple[object, ...]]:
        return self._connection.execute(select_statement(table))

    def _meta(self, name: str) -> str:
        found = self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,))
        row = found.fetchone()
        return str(row[0]) if row else ""


def folded_name(text: str) -> str:
    """Return a name as names are compared: NFKC, no case, no space around it."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def build_file(register: Register, path: Path) -> None:
    """Write the register to `path` in one move, so that nobody ever sees half of it.

    The same register gives the same bytes. Raises OSError or sqlite3.Error.
    """
    handle, name = mkstemp(dir=path.parent, prefix=f"{path.stem}-", suffix=".tmp")
    os.close(handle)
    draft = Path(name)
    try:
        with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            _build(connection, register)
        _sync(draft)
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


def build_in_memory(register: Register) -> RegistryDatabase:
    """Build the register without a file, for a computer that lets us write none."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _build(connection, register)
    return RegistryDatabase(connection)


def open_file(path: Path) -> RegistryDatabase:
    """Open a finished file for reading; raises sqlite3.Error if there is none.

    Finished files are only ever replaced, never changed, so no lock is asked for or minded.
    """
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return RegistryDatabase(sqlite3.connect(address, uri=True, isolation_level=None))


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _build(connection: sqlite3.Connection, register: Register) -> None:
    for setting in ("page_size = 4096", "journal_mode = OFF", "synchronous = OFF"):
        connection.execute(f"PRAGMA {setting}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("BEGIN")
    _insert_records(connection, register)
    trigram = _insert_names(connection, register.organizations)
    connection.execute(META)
    connection.executemany(
        "INSERT INTO meta VALUES (?, ?)",
        (
            ("as_of", register.as_of.isoformat()),
            ("key", cache_key(register.version)),
            ("trigram", "yes" if trigram else "no"),
            ("version", register.version),
        ),
    )
    connection.execute("COMMIT")


def _insert_records(connection: sqlite3.Connection, register: Register) -> None:
    shelf = SourceShelf()
    for table in RECORDS:
        codec: RowCodec[Any] = RowCodec(table.record_type, shelf)
        _insert(connection, table, codec, getattr(register, table.field))
    bare: RowCodec[SourceNote] = RowCodec(SourceNote, shelf)
    _insert(connection, SOURCES, bare, tuple(shelf.notes))


def _insert(
    connection: sqlite3.Connection,
    table: RecordTable,
    codec: RowCodec[Any],
    records: tuple[Any, ...],
) -> None:
    connection.execute(create_statement(table))
    rows = ((place, *codec.row(each)) for place, each in enumerate(records))
    connection.executemany(insert_statement(table), rows)


def _insert_names(connection: sqlite3.Connection, organizations: tuple[Organization, ...]) -> bool:
    connection.execute(NAMES)
    connection.executemany(
        "INSERT INTO name (name, organization_id, organization) VALUES (?, ?, ?)",
        (
            (name, each.id, place)
            for place, each in enumerate(organizations)
            for name in _names_of(each)
        ),
    )
    try:
        connection.execute(NAME_INDEX)
    except sqlite3.OperationalError:  # an SQLite without FTS5 or older than its trigrams (3.34)
        return False
    connection.execute("INSERT INTO name_index(name_index) VALUES ('rebuild')")
    return True


def _names_of(organization: Organization) -> list[str]:
    names = (organization.names.zh, organization.names.en, *organization.aliases)
    return list(dict.fromkeys(folded_name(each) for each in names))


def _phrase(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _like(text: str) -> str:
    escaped = text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    return f"%{escaped}%"
