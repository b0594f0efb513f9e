"""Reads a table of addresses as URLhaus publishes it: comments behind #, then quoted columns."""

from collections.abc import Iterable, Iterator

from ...model.errors import UserFacingError
from .csv_table import table_rows
from .entry import Entry
from .row_dates import read_day

# id,dateadded,url,url_status,last_online,threat,tags,urlhaus_link,reporter
_COLUMNS = ("dateadded", "url")
_DAY, _URL = 1, 2


def read_urlhaus(lines: Iterable[str]) -> Iterator[Entry]:
    """Yield the address of each row; UserFacingError where the columns have other names.

    The names stand in the last comment; without one the order above is taken.
    """
    day, url = _DAY, _URL
    for line, row in table_rows(lines):
        if row[0].lstrip().startswith("#"):
            names = [each.strip(" #") for each in row]
            if len(names) > 1 and names[0] == "id":
                day, url = _places(names)
        elif url < len(row) and row[url].strip():
            yield Entry(line, row[url].strip(), read_day(row[day]) if day < len(row) else None)


def _places(names: list[str]) -> tuple[int, int]:
    for name in _COLUMNS:
        if name not in names:
            raise UserFacingError("import-no-column", column=name)
    return names.index(_COLUMNS[0]), names.index(_COLUMNS[1])
