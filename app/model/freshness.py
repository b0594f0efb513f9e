"""How old the register is, and so what may be said on its word."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Freshness(StrEnum):
    """A stale list may warn, never reassure."""

    FRESH = "fresh"
    AGEING = "ageing"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class AgeLimits:
    """Days from the register's date. People may shorten them, never lengthen them."""

    fresh_days: int = 90
    stale_days: int = 365


def freshness_of(as_of: date, today: date, limits: AgeLimits, *, released_on: date) -> Freshness:
    """Judge the register's age; a clock behind the program or behind the list counts as stale."""
    age = (today - as_of).days
    if today < released_on or not 0 <= age <= limits.stale_days:
        return Freshness.STALE
    if age <= limits.fresh_days:
        return Freshness.FRESH
    return Freshness.AGEING
