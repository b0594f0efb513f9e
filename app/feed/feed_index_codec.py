"""The index of a feed as JSON, written canonically and read with care."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from ..model.errors import DamagedDataError
from ..model.feed_index import FeedIndex, ListDelta, ListKind, ReportedList
from ..model.language import LocalizedText
from ..model.source_note import SourceClass, SourceNote
from .list_terms_row import read_terms, terms_row
from .program_note_row import note_row, read_note
from .repository_layout import INDEX_LIMIT, SCHEMA, TABLE_FOLDERS, is_list_name
from .table_rows import check_source, whole_number

_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_MOST_ENTRIES = 200_000_000

Row = Mapping[str, Any]
T = TypeVar("T")


def write_index(index: FeedIndex) -> bytes:
    """Return the index as UTF-8 JSON with sorted keys."""
    row: dict[str, object] = {
        "schema": index.schema,
        "as_of": index.as_of.isoformat(),
        "tables": list(index.tables),
        "lists": [list_row(each) for each in index.lists],
    }
    if index.program is not None:
        row["program"] = note_row(index.program)
    if index.daily:
        row["daily"] = list(map(terms_row, index.daily))
    return index_bytes(row)


def index_bytes(row: Mapping[str, object]) -> bytes:
    """Return a row as UTF-8 JSON with sorted keys, the same bytes for the same index."""
    return (json.dumps(row, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def list_row(listed: ReportedList) -> dict[str, object]:
    """Return one list as JSON can say it."""
    source = listed.source
    return {
        "name": listed.name,
        "kind": listed.kind.value,
        "version": listed.version,
        "entries": listed.entries,
        "sha256": listed.sha256,
        "full": listed.full_target,
        "deltas": [[d.from_version, d.to_version, d.target] for d in listed.deltas],
        "reviewed": listed.reviewed,
        "reason": {"zh": listed.reason.zh, "en": listed.reason.en},
        "source": [source.title, source.address, source.date, source.source_class.value],
        "licence": listed.licence,
        "since": listed.since.isoformat(),
        "expires": listed.expires.isoformat(),
        "appeal": listed.appeal,
    }


def read_index(data: bytes) -> FeedIndex:
    """Read what `write_index` wrote; DamagedDataError for anything else, or another schema."""
    if len(data) > INDEX_LIMIT:
        raise DamagedDataError("damaged-data", cause="the index is too long")
    try:
        return _index(json.loads(data.decode("utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedDataError("damaged-data", cause=f"index: {error}") from error


def _index(row: Row) -> FeedIndex:
    if row["schema"] != SCHEMA:
        raise ValueError(f"schema {row['schema']}")
    tables = tuple(_checked(each, str) for each in row["tables"])
    lists = tuple(map(read_list, row["lists"]))
    if len(tables) != len(TABLE_FOLDERS) or len({each.name for each in lists}) != len(lists):
        raise ValueError("a table or a list is missing, or named twice")
    program = read_note(row["program"]) if "program" in row else None
    daily = tuple(map(read_terms, row.get("daily", ())))
    return FeedIndex(SCHEMA, date.fromisoformat(row["as_of"]), tables, lists, program, daily)


def read_list(row: Row) -> ReportedList:
    """Read what `list_row` wrote; raises ValueError, KeyError, TypeError or AttributeError."""
    name, entries, sha256 = row["name"], whole_number(row["entries"]), row["sha256"]
    if not (is_list_name(name) and _SHA256.match(sha256) and entries <= _MOST_ENTRIES):
        raise ValueError("a list's name, length or digest")
    title, address, day, kind = row["source"]
    source = SourceNote(title, address, day, SourceClass(kind))
    check_source(source)
    return ReportedList(
        name=name,
        kind=ListKind(row["kind"]),
        version=whole_number(row["version"]),
        entries=entries,
        sha256=sha256,
        full_target=_checked(row["full"], str),
        deltas=tuple(
            ListDelta(whole_number(a), whole_number(b), _checked(t, str))
            for a, b, t in row["deltas"]
        ),
        reviewed=_checked(row["reviewed"], bool),
        reason=LocalizedText(
            zh=_checked(row["reason"]["zh"], str), en=_checked(row["reason"]["en"], str)
        ),
        source=source,
        licence=_checked(row["licence"], str),
        since=date.fromisoformat(row["since"]),
        expires=date.fromisoformat(row["expires"]),
        appeal=_checked(row["appeal"], str),
    )


def _checked(value: object, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise TypeError(f"not {kind.__name__}: {value!r}")
    return value
