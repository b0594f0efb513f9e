"""How old the register is, and so what may be said on its word."""

from datetime import date
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace


class Freshness(StrEnum):
    """A stale list may warn, never reassure."""

    FRESH = "fresh"
    AGEING = "ageing"
    STALE = "stale"


class AgeLimits(Struct, frozen=True):
    """Days from the register's date. People may shorten them, never lengthen them."""

    fresh_days: int = 90
    stale_days: int = 365


class SignedTerm(Struct, frozen=True):
    """What a publisher signed of a list: until when it vouches, in mainland days.

    `verified_on` is the day on which the signature was last checked. After `expires_on` the list is
    ageing for `grace_days`, then it is stale. A person's own `limits`, if shorter, are counted from
    `verified_on`.
    """

    verified_on: date
    expires_on: date
    grace_days: int = 14
    limits: AgeLimits = AgeLimits()

    def under(self, limits: AgeLimits) -> "SignedTerm":
        """Return the term with a person's own limits."""
        return replace(self, limits=limits)


def freshness_of(
    as_of: date, today: date, limits: AgeLimits | SignedTerm, *, released_on: date
) -> Freshness:
    """Judge the register's age by its own date, or by the word of whoever signed it.

    A clock behind the program, behind the list or behind the last verification counts as stale.
    """
    if today < released_on or today < as_of:
        return Freshness.STALE
    if isinstance(limits, SignedTerm):
        return _signed_freshness(today, limits)
    return _by_age((today - as_of).days, limits)


def _by_age(days: int, limits: AgeLimits) -> Freshness:
    if days > limits.stale_days:
        return Freshness.STALE
    return Freshness.FRESH if days <= limits.fresh_days else Freshness.AGEING


def _signed_freshness(today: date, term: SignedTerm) -> Freshness:
    late = (today - term.expires_on).days
    own = _by_age((today - term.verified_on).days, term.limits)
    if today < term.verified_on or late > term.grace_days or own is Freshness.STALE:
        return Freshness.STALE
    return own if late <= 0 else Freshness.AGEING
