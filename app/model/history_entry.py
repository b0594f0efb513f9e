"""One check that a person chose to keep."""

from datetime import datetime

from msgspec import Struct

from .scam_category import ScamCategory
from .verdict import VerdictLevel


class HistoryEntry(Struct, frozen=True):
    """`number` is its place in the history, 0 before it has one; `at` carries a time zone.

    `text` and `sender` are as kept: usually with numbers and names covered. `case_code` is a
    desk's code for the visitor, "" at home.
    """

    at: datetime
    level: VerdictLevel
    category: ScamCategory | None
    sender: str
    text: str
    case_code: str = ""
    number: int = 0
