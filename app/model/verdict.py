"""The answer. There is no level that says "safe"."""

from enum import StrEnum

from msgspec import Struct

from .finding import Finding
from .freshness import Freshness
from .scam_category import ScamCategory


class VerdictLevel(StrEnum):
    """Red, orange, blue, purple, grey."""

    DANGER = "danger"
    CAUTION = "caution"
    OFFICIAL = "official"
    UNKNOWN = "unknown"
    UNFINISHED = "unfinished"

    @property
    def is_alarm(self) -> bool:
        """Tell whether it warns: red or orange."""
        return self in (VerdictLevel.DANGER, VerdictLevel.CAUTION)


class Verdict(Struct, frozen=True, gc=False):
    """`decided_by` holds the findings that say why, the weightiest first."""

    level: VerdictLevel
    category: ScamCategory | None
    decided_by: tuple[Finding, ...]
    freshness: Freshness
