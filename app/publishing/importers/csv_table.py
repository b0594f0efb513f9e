"""Reads a table with commas by the names of its columns."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ...model.errors import UserFacingError
from .entry import Entry
from .row_dates import read_day


def read_csv(lines: Iterable[str], key: str, day: str = "") -> Iterator[Entry]:
    """Yield the column `key` of each row, with the date in the column `day` if there is one.

    Raises UserFacingError for a table without these columns.
    """
    rows = table_rows(lines)
    _, names = next(rows, (0, ()))
    header = [each.strip() for each in names]
    for name in filter(None, (key, day)):
        if name not in header:
            raise UserFacingError("import-no-column", column=name)
    place = header.index(key)
    day_place = header.index(day) if day else -1
    for line, row in rows:
        if place < len(row) and (text := row[place].strip()):
            yield Entry(line, text, _day(row, day_place))


def table_rows(lines: Iterable[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield line number and cells of every row that can be read.

    A row with an endless cell is passed over; the library itself bounds a cell.
    """
    reader = csv.reader(each.replace("\0", "") for each in lines)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            continue
        if row:
            yield reader.line_num, row


def _day(row: Sequence[str], place: int) -> date | None:
    return read_day(row[place]) if 0 <= place < len(row) else None
