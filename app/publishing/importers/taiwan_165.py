"""Reads the open data of Taiwan's anti-fraud line 165 and of its ministry MODA.

Data sets 160055 (reported investment and betting sites) and 176455 (domains no longer resolved) of
data.gov.tw are tables; 165027 (imitations no longer resolved) is JSON. Open Government Data
License, version 1.0.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from ...model.errors import UserFacingError
from .csv_table import table_rows
from .entry import Entry
from .row_dates import read_day, read_republic_day

_SITES = ("WEBURL", "STA_EDATE")
_UNRESOLVED = ("網域", "民國年月")
_IMITATIONS = ("偽冒網址", "停止解析日期")
_LARGEST_JSON = 64_000_000  # characters


def read_taiwan(lines: Iterable[str]) -> Iterator[Entry]:
    """Yield the sites of any of the three; UserFacingError for a file that is none of them."""
    source = iter(lines)
    first = next(source, "")
    if first.lstrip().startswith(("[", "{")):
        return _from_json(chain([first], source))
    return _from_table(chain([first], source))


def _from_table(lines: Iterable[str]) -> Iterator[Entry]:
    rows = table_rows(lines)
    _, names = next(rows, (0, ()))
    header = [each.strip() for each in names]
    columns = next((each for each in (_SITES, _UNRESOLVED) if each[0] in header), None)
    if columns is None:
        raise UserFacingError("import-no-column", column=f"{_SITES[0]} / {_UNRESOLVED[0]}")
    key = header.index(columns[0])
    day = header.index(columns[1]) if columns[1] in header else -1
    for line, row in rows:
        text = row[key].strip() if key < len(row) else ""
        # The first data set repeats its header in Chinese, where no cell can hold a host.
        if text and not (line == 2 and "." not in text):  # noqa: PLR2004 - the second line
            yield Entry(line, text, _row_day(row, day))


def _row_day(row: Sequence[str], place: int) -> date | None:
    if not 0 <= place < len(row):
        return None
    return read_republic_day(row[place]) or read_day(row[place])


def _from_json(lines: Iterable[str]) -> Iterator[Entry]:
    pieces: list[str] = []
    length = 0
    for line in lines:
        pieces.append(line)
        length += len(line)
        if length > _LARGEST_JSON:
            raise UserFacingError("import-unreadable", cause=f"> {_LARGEST_JSON}")
    try:
        rows = json.loads("".join(pieces))
    except (ValueError, RecursionError) as error:
        raise UserFacingError("import-unreadable", cause=str(error)) from error
    if not isinstance(rows, list):
        raise UserFacingError("import-no-column", column=_IMITATIONS[0])
    for number, row in enumerate(rows, 1):
        text = row.get(_IMITATIONS[0]) if isinstance(row, dict) else None
        if isinstance(text, str) and text.strip():
            stopped = str(row.get(_IMITATIONS[1], ""))
            yield Entry(number, text.strip(), read_republic_day(stopped) or read_day(stopped))
