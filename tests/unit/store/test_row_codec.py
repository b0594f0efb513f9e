"""Records as rows and back."""

from datetime import date

import pytest
from msgspec import Struct

from app.model.language import LocalizedText
from app.model.records import Answer
from app.model.source_note import SourceClass, SourceNote
from app.store.row_codec import RowCodec, SourceShelf, columns_of

PRESS = SourceNote("某报", "", "undated", SourceClass.PRESS)
LISTED = SourceNote("名单", "", "2025", SourceClass.COMMUNITY_LIST)


class Everything(Struct, frozen=True):
    name: str
    count: int
    flag: bool
    answer: Answer
    words: LocalizedText
    note: LocalizedText | None
    group: Answer | None
    names: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]
    season: tuple[str, str] | None
    sources: tuple[SourceNote, ...]


class Dated(Struct, frozen=True):
    day: date


class Mixed(Struct, frozen=True):
    pair: tuple[str, int]


FULL = Everything(
    name="中国\n'\"",
    count=3,
    flag=True,
    answer=Answer.NO,
    words=LocalizedText("是", "yes"),
    note=LocalizedText("", "–"),
    group=Answer.YES,
    names=("a", "乙"),
    groups=(("a",), (), ("b", "c")),
    season=("01-01", "02-28"),
    sources=(LISTED, PRESS),
)
BARE = Everything(
    "", -1, False, Answer.UNKNOWN, LocalizedText("x", "y"), None, None, (), (), None, ()
)


@pytest.mark.parametrize("record", [FULL, BARE])
def test_a_record_comes_back_as_it_was(record: Everything) -> None:
    shelf = SourceShelf()
    row = RowCodec(Everything, shelf).row(record)
    assert RowCodec(Everything, SourceShelf(shelf.notes)).record(row) == record


def test_cells_hold_what_a_database_holds() -> None:
    row = RowCodec(Everything, SourceShelf()).row(FULL)
    assert {type(cell) for cell in row} == {str, int}
    assert [type(cell) for cell in RowCodec(Everything, SourceShelf()).row(BARE)].count(
        type(None)
    ) == 3


def test_a_source_is_kept_once() -> None:
    shelf = SourceShelf()
    codec = RowCodec(Everything, shelf)
    codec.row(FULL)
    codec.row(FULL)
    assert shelf.notes == [LISTED, PRESS]


def test_columns_are_the_fields_in_their_order() -> None:
    assert columns_of(SourceNote) == ("title", "address", "date", "source_class")


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("name", 3),
        ("name", None),
        ("count", "3"),
        ("count", True),
        ("flag", 2),
        ("answer", "maybe"),
        ("words", '["only one"]'),
        ("words", "not json"),
        ("names", '{"a": 1}'),
        ("names", "[1]"),
        ("season", '["01-01"]'),
        ("sources", "[7]"),
        ("sources", "[-1]"),
        ("sources", '["0"]'),
    ],
)
def test_a_row_that_we_did_not_write_is_refused(column: str, cell: object) -> None:
    shelf = SourceShelf()
    codec = RowCodec(Everything, shelf)
    row: list[object] = list(codec.row(FULL))
    row[columns_of(Everything).index(column)] = cell
    with pytest.raises((TypeError, ValueError, LookupError)):
        codec.record(row)


def test_a_row_of_another_width_is_refused() -> None:
    codec = RowCodec(SourceNote, SourceShelf())
    with pytest.raises(ValueError, match="argument"):
        codec.record(("某报", "", "undated"))


@pytest.mark.parametrize("record_type", [Dated, Mixed])
def test_a_field_that_no_column_can_hold_is_refused_at_once(record_type: type) -> None:
    with pytest.raises(TypeError, match="no column"):
        RowCodec(record_type, SourceShelf())
