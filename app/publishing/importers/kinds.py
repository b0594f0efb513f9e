"""The forms in which others publish their lists."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from ..list_about import ListAbout
from .csv_table import read_csv
from .entry import Entry
from .hosts_file import read_hosts
from .openphish import read_openphish
from .plain_list import read_plain
from .taiwan_165 import read_taiwan
from .urlhaus import read_urlhaus


class ImportKind(StrEnum):
    """What may be typed after `mingbian publish import`."""

    PLAIN = "plain"
    HOSTS = "hosts"
    CSV = "csv"
    TAIWAN_165 = "taiwan-165"
    URLHAUS = "urlhaus"
    OPENPHISH = "openphish"


def read_entries(kind: ImportKind, about: ListAbout, lines: Iterable[str]) -> Iterator[Entry]:
    """Yield the entries of a file in one of the forms; UserFacingError if it has another."""
    match kind:
        case ImportKind.PLAIN:
            return read_plain(lines)
        case ImportKind.HOSTS:
            return read_hosts(lines)
        case ImportKind.CSV:
            return read_csv(lines, about.key_column, about.date_column)
        case ImportKind.TAIWAN_165:
            return read_taiwan(lines)
        case ImportKind.URLHAUS:
            return read_urlhaus(lines)
        case ImportKind.OPENPHISH:
            return read_openphish(lines)
