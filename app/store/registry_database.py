"""Keeps a register in one SQLite file."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from tempfile import mkstemp
from types import TracebackType
from typing import Any, Self

from ..model.register import Register
from ..model.source_note import SourceNote
from .registry_tables import (
    APPLICATION_ID,
    META,
    RECORDS,
    SOURCES,
    RecordTable,
    cache_key,
    create_statement,
    insert_statement,
    select_statement,
)
from .row_codec import RowCodec, SourceShelf


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

    def _rows(self, table: RecordTable) -> Iterator[tuple[object, ...]]:
        return self._connection.execute(select_statement(table))

    def _meta(self, name: str) -> str:
        found = self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,))
        row = found.fetchone()
        return str(row[0]) if row else ""


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
    connection.execute(META)
    connection.executemany(
        "INSERT INTO meta VALUES (?, ?)",
        (
            ("as_of", register.as_of.isoformat()),
            ("key", cache_key(register.version)),
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
