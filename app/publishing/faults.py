"""What `check` may find fault with."""

from enum import StrEnum

from msgspec import Struct


class FaultKind(StrEnum):
    """The values are the tails of the catalog keys `publish.fault.*`."""

    TABLE = "table"
    OLD = "old"
    FUTURE = "future"
    THIN_SOURCE = "thin_source"
    CONTRADICTION = "contradiction"
    EXAMPLE_MISSED = "example_missed"
    INNOCENT_HIT = "innocent_hit"
    GOLDEN = "golden"
    LIST_MISSING = "list_missing"
    LIST_EXPIRED = "list_expired"
    LIST_OFFICIAL = "list_official"
    LIST_POPULAR = "list_popular"
    LIST_SHARED = "list_shared"
    PROGRAM_OLD = "program_old"
    DAILY_SHARED = "daily_shared"
    DAILY_REVIEWED = "daily_reviewed"
    DAILY_LONG = "daily_long"


class Fault(Struct, frozen=True):
    """`row` names the record, the pattern, the message or the list; `detail` is its own words."""

    kind: FaultKind
    row: str
    detail: str = ""
