import json
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from app.feed.feed_index_codec import read_index, write_index
from app.feed.program_note_row import note_row
from app.feed.repository_layout import TABLE_FOLDERS, tables_target
from app.model.errors import DamagedDataError
from app.model.feed_index import FeedIndex, ListDelta, ListKind, ReportedList
from app.model.language import LocalizedText
from app.model.program_note import ProgramNote
from app.model.source_note import SourceClass, SourceNote

LISTED = ReportedList(
    name="reported-numbers",
    kind=ListKind.NUMBERS,
    version=7,
    entries=1000,
    sha256="ab" * 32,
    full_target="lists/reported-numbers/7.full.zst",
    deltas=(ListDelta(6, 7, "lists/reported-numbers/6-7.delta.zst"),),
    reviewed=False,
    reason=LocalizedText(zh="有人举报", en="reported"),
    source=SourceNote("a list", "https://example.org", "2026-11", SourceClass.AUTHORITY),
    licence="CC0-1.0",
    since=date(2026, 11, 1),
    expires=date(2027, 2, 1),
    appeal="https://example.org/appeal",
)
INDEX = FeedIndex(1, date(2026, 11, 20), tuple(map(tables_target, TABLE_FOLDERS)), (LISTED,))

NOTE = ProgramNote(
    "9.1", date(2027, 1, 1), LocalizedText(zh="新", en="new"), "https://example.org/get"
)


def test_an_index_is_read_as_it_was_written() -> None:
    assert read_index(write_index(INDEX)) == INDEX


def test_an_index_with_a_word_on_the_program_is_read_as_it_was_written() -> None:
    assert read_index(write_index(replace(INDEX, program=NOTE))).program == NOTE


def test_an_index_without_such_a_word_is_written_as_before() -> None:
    assert b"program" not in write_index(INDEX)
    assert read_index(write_index(INDEX)).program is None


@pytest.mark.parametrize(
    "program", [None, [], "1.0", {}, {**note_row(NOTE), "link": "http://evil.example/"}]
)
def test_a_broken_word_on_the_program_is_refused(program: object) -> None:
    row = {**json.loads(write_index(INDEX)), "program": program}
    with pytest.raises(DamagedDataError):
        read_index(json.dumps(row).encode())


def _changed(**changes: Any) -> bytes:
    row = json.loads(write_index(INDEX))
    row["lists"][0].update(changes)
    return json.dumps(row).encode()


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "../up"},
        {"sha256": "AB" * 32},
        {"entries": -1},
        {"entries": True},
        {"entries": 10**12},
        {"kind": "names"},
        {"reviewed": 1},
        {"expires": "soon"},
        {"deltas": [[1, 2]]},
        {"source": ["", "", "2026", "authority"]},
        {"source": ["t", "javascript:1", "2026", "authority"]},
        {"reason": "because"},
        {"full": 3},
    ],
)
def test_a_list_that_breaks_a_rule_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(DamagedDataError):
        read_index(_changed(**changes))


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"[]", b"{}", b"[" * 100_000, b"3", b" " * 4_000_001]
)
def test_what_is_no_index_is_refused(data: bytes) -> None:
    with pytest.raises(DamagedDataError):
        read_index(data)


def test_another_schema_is_refused() -> None:
    with pytest.raises(DamagedDataError):
        read_index(write_index(replace(INDEX, schema=2)))


def test_two_lists_of_one_name_are_refused() -> None:
    with pytest.raises(DamagedDataError):
        read_index(write_index(replace(INDEX, lists=(LISTED, LISTED))))
