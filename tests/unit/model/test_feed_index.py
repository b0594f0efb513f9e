"""What people are told of a list, apart from what is in it, and how long it may last."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from tests.lists import a_reported_list, the_daily_terms

LISTED = a_reported_list()


def test_another_version_has_the_same_terms() -> None:
    later = replace(LISTED, version=9, entries=7, sha256="1" * 64, full_target="elsewhere")
    assert replace(later, source=replace(LISTED.source, date="2027")).terms == LISTED.terms


def test_other_words_are_other_terms() -> None:
    assert replace(LISTED, appeal="https://elsewhere.example/").terms != LISTED.terms
    assert replace(LISTED, source=replace(LISTED.source, title="Others")).terms != LISTED.terms


@pytest.mark.parametrize(("allowed", "counts"), [(1, 1), (30, 30), (92, 92), (4_000, 92)])
def test_a_daily_list_lasts_as_long_as_its_editors_allow_and_a_season_at_most(
    allowed: int, counts: int
) -> None:
    """A day more is for time zones."""
    today = date(2026, 11, 26)
    terms = the_daily_terms(LISTED, allowed)
    assert terms.latest(today) == today + timedelta(days=counts + 1)
