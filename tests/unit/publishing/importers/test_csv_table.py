"""A table is read by the names of its columns."""

from datetime import date

import pytest

from app.model.errors import UserFacingError
from app.publishing.importers.csv_table import read_csv, table_rows
from app.publishing.importers.entry import Entry

LINES = ["name,site,seen\r\n", '"a, b",evil.example,2026-11-03\r\n', "short\r\n", ",,\r\n"]


def test_a_row_gives_its_key_and_its_day() -> None:
    assert list(read_csv(LINES, "site", "seen")) == [Entry(2, "evil.example", date(2026, 11, 3))]


def test_without_a_date_column_rows_have_no_day() -> None:
    assert list(read_csv(LINES, "site")) == [Entry(2, "evil.example")]


@pytest.mark.parametrize(("key", "day"), [("host", ""), ("site", "when"), ("", "")])
def test_a_column_that_is_not_there_is_named(key: str, day: str) -> None:
    with pytest.raises((UserFacingError, ValueError)):
        list(read_csv(LINES, key, day))


def test_a_cell_without_an_end_costs_its_row_alone() -> None:
    lines = ["a,b\n", f"{'x' * 200_000},1\n", "c,d\n"]
    assert [row for _, row in table_rows(lines)] == [["a", "b"], ["c", "d"]]


def test_a_zero_byte_hides_nothing() -> None:
    assert [row for _, row in table_rows(["a\0b,c\n"])] == [["ab", "c"]]
