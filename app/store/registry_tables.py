"""The tables of registry.sqlite."""

import hashlib

from msgspec import Struct

from ..model.phrases import CategoryWords, ScamPattern, SignWeight, Slot, WeighedWords, WordSet
from ..model.records import (
    KnownHost,
    NamedApp,
    NeverStatement,
    OfficialDomain,
    OfficialNumber,
    Organization,
    ReportedIndicator,
)
from ..model.source_note import SourceNote
from ..version import VERSION
from .row_codec import columns_of

APPLICATION_ID = 0x4D424E01  # "MBN" 1: tells our file from any other SQLite database


class RecordTable(Struct, frozen=True):
    """One kind of record, kept in `name` and read into the register's field `field`."""

    name: str
    record_type: type
    field: str


SOURCES = RecordTable("source", SourceNote, "")

RECORDS = (
    RecordTable("organization", Organization, "organizations"),
    RecordTable("number", OfficialNumber, "numbers"),
    RecordTable("domain", OfficialDomain, "domains"),
    RecordTable("never_statement", NeverStatement, "never_statements"),
    RecordTable("reported", ReportedIndicator, "reported"),
    RecordTable("known_host", KnownHost, "known_hosts"),
    RecordTable("app", NamedApp, "apps"),
    RecordTable("slot", Slot, "slots"),
    RecordTable("word_set", WordSet, "word_sets"),
    RecordTable("pattern", ScamPattern, "patterns"),
    RecordTable("weight", SignWeight, "weights"),
    RecordTable("word", WeighedWords, "wording"),
    RecordTable("category_word", CategoryWords, "category_words"),
)

META = "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"


def create_statement(table: RecordTable) -> str:
    """Return the table's CREATE; `position` keeps the editors' order."""
    columns = ", ".join(f'"{each}"' for each in columns_of(table.record_type))
    return f'CREATE TABLE "{table.name}" (position INTEGER PRIMARY KEY, {columns})'


def insert_statement(table: RecordTable) -> str:
    """Return the INSERT of a whole row, the position first."""
    marks = ", ".join("?" * (len(columns_of(table.record_type)) + 1))
    return f'INSERT INTO "{table.name}" VALUES ({marks})'  # noqa: S608 - our own names


def select_statement(table: RecordTable) -> str:
    """Return the SELECT of every row without its position, in the editors' order."""
    columns = ", ".join(f'"{each}"' for each in columns_of(table.record_type))
    return f'SELECT {columns} FROM "{table.name}" ORDER BY position'  # noqa: S608 - our own names


def cache_key(tables_digest: str) -> str:
    """Return what a file must say of itself to be ours: these tables, this program, this schema."""
    schema = "\n".join(
        [VERSION, META]
        + [create_statement(each) for each in (SOURCES, *RECORDS)]
        + [str(each.record_type.__annotations__) for each in RECORDS]
    )
    return hashlib.sha256(f"{tables_digest}\n{schema}".encode()).hexdigest()
