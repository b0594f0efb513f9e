"""How old a list may be."""

from datetime import date, timedelta

import pytest

from app.model.freshness import AgeLimits, Freshness, SignedTerm, freshness_of

AS_OF = date(2026, 11, 22)
FRESH, AGEING, STALE = Freshness.FRESH, Freshness.AGEING, Freshness.STALE


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, FRESH),
        (1, FRESH),
        (90, FRESH),
        (91, AGEING),
        (365, AGEING),
        (366, STALE),
        (5000, STALE),
        (-1, STALE),
    ],
)
def test_the_register_s_age_is_judged(days: int, expected: Freshness) -> None:
    today = AS_OF + timedelta(days=days)
    assert freshness_of(AS_OF, today, AgeLimits(), released_on=date(2026, 1, 1)) is expected


def test_a_clock_behind_the_program_makes_it_stale() -> None:
    released_on = AS_OF + timedelta(days=30)
    before, then = released_on - timedelta(days=1), released_on
    assert freshness_of(AS_OF, before, AgeLimits(), released_on=released_on) is STALE
    assert freshness_of(AS_OF, then, AgeLimits(), released_on=released_on) is FRESH


def test_a_term_under_other_limits_stays_the_same_term() -> None:
    term, limits = SignedTerm(AS_OF, AS_OF + timedelta(days=30)), AgeLimits(7, 14)
    assert term.under(limits) == SignedTerm(AS_OF, AS_OF + timedelta(days=30), limits=limits)


@pytest.mark.parametrize(("days", "expected"), [(7, FRESH), (8, AGEING), (14, AGEING), (15, STALE)])
def test_the_limits_can_be_shortened(days: int, expected: Freshness) -> None:
    limits = AgeLimits(fresh_days=7, stale_days=14)
    today = AS_OF + timedelta(days=days)
    assert freshness_of(AS_OF, today, limits, released_on=AS_OF) is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (0, FRESH),
        (3, FRESH),
        (4, AGEING),
        (17, AGEING),
        (18, STALE),
        (-1, STALE),
    ],
)
def test_a_signed_list_is_as_fresh_as_its_signature(day: int, expected: Freshness) -> None:
    verified = AS_OF + timedelta(days=100)
    term = SignedTerm(verified, verified + timedelta(days=3))
    today = verified + timedelta(days=day)
    assert freshness_of(AS_OF, today, term, released_on=AS_OF) is expected


def test_a_clock_behind_the_program_is_stale_whatever_was_signed() -> None:
    term = SignedTerm(AS_OF, AS_OF + timedelta(days=9))
    later = AS_OF + timedelta(days=2)
    assert freshness_of(AS_OF, AS_OF, term, released_on=later) is STALE
