"""Reads a table or a list from a file, as plain text."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from ..host.brought_file import decoded, read_brought
from ..model.errors import UserFacingError

MOST_ROWS = 200_000
MOST_COLUMNS = 24
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # xlsx and ods are archives; xls is older
_DELIMITERS = ",;\t|"
_TABLE_ENDINGS = frozenset({".csv", ".tsv"})
_LOOKED_AT = 200  # rows
_LONGEST_TITLE = 20  # characters
_CONTENT = re.compile(r"\d{3}|://|www\.|。|，")  # a cell with one of these is no column's title


class Table(Struct, frozen=True):
    """`titles` name the columns ("A", "B" … where the file does not); all rows are as wide."""

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, number: int) -> tuple[str, ...]:
        """Return one column from top to bottom."""
        return tuple(row[number] for row in self.rows)

    def likeliest_column(self) -> int:
        """Return the column that looks most like what people send: numbers, links, messages."""
        looked_at = self.rows[:_LOOKED_AT]

        def weight(number: int) -> int:
            cells = [row[number] for row in looked_at]
            return sum(min(len(each), 60) for each in cells if _CONTENT.search(each))

        return max(range(len(self.titles)), key=weight, default=0)


def read_table(file: Path) -> Table:
    """Return what is in a CSV, XLSX, XLS, ODS or text file, a text's lines as rows.

    Blank rows are left out.
    Raises UserFacingError: batch-unreadable, batch-too-large or batch-empty. Nothing is executed,
    and links to other files are not followed.
    """
    content = _content(file)
    is_table = content.startswith(_WORKBOOKS) or file.suffix.lower() in _TABLE_ENDINGS
    if content.startswith(_WORKBOOKS):
        rows: Iterable[Sequence[str]] = _workbook(content)
    elif (text := decoded(content)) is not None:
        rows = _text(text, is_table=is_table)
    else:
        raise UserFacingError("batch-unreadable")
    return _table(rows, may_have_head=is_table)


def _content(file: Path) -> bytes:
    try:
        content = read_brought(file)
    except (OSError, ValueError) as error:
        raise UserFacingError("batch-unreadable") from error
    if content is None:
        raise UserFacingError("batch-too-large", rows=f"{MOST_ROWS:,}")
    return content


def _workbook(content: bytes) -> list[Sequence[str]]:
    import python_calamine  # noqa: PLC0415 -- only for workbooks

    try:
        book = python_calamine.load_workbook(io.BytesIO(content))
        sheet = book.get_sheet_by_index(0)
        return [[_cell(each) for each in row] for row in sheet.to_python(nrows=MOST_ROWS + 2)]
    except Exception as error:
        raise UserFacingError("batch-unreadable") from error


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # spreadsheets keep numbers to call as floating point
    return str(value)


def _text(text: str, *, is_table: bool) -> Iterable[Sequence[str]]:
    if not is_table:
        return [[line] for line in text.splitlines()]
    first = text[:4096].partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        return list(
            csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)
        )
    except csv.Error as error:
        raise UserFacingError("batch-unreadable") from error


def _table(rows: Iterable[Sequence[str]], *, may_have_head: bool) -> Table:
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        raise UserFacingError("batch-empty")
    if len(filled) > MOST_ROWS + 1:
        raise UserFacingError("batch-too-large", rows=f"{MOST_ROWS:,}")
    across = min(MOST_COLUMNS, max(map(len, filled)))
    even = [tuple(row[:across]) + ("",) * (across - len(row)) for row in filled]
    if may_have_head and len(even) > 1 and _is_head(even[0]):
        titles = [cell.strip() for cell in even[0]]
        even = even[1:]
    else:
        titles = [""] * across
    named = tuple(title or chr(ord("A") + place) for place, title in enumerate(titles))
    return Table(named, tuple(even))


def _is_head(row: Sequence[str]) -> bool:
    return any(row) and all(len(c) <= _LONGEST_TITLE and not _CONTENT.search(c) for c in row)
