"""Dates of two eras are told apart."""

from datetime import date

import pytest

from app.publishing.importers.row_dates import read_day, read_republic_day


@pytest.mark.parametrize(
    "text",
    ["2025-12-03", "2025/12/03 10:11:12", "20251203", "2025-12-03T00:00:00Z", "2025年12月3日"],
)
def test_a_day_of_the_common_era_is_read(text: str) -> None:
    assert read_day(text) == date(2025, 12, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11412", date(2025, 12, 1)),
        ("1141203", date(2025, 12, 3)),
        ("114/12/03", date(2025, 12, 3)),
        ("114年12月03日", date(2025, 12, 3)),
        ("9912", date(2010, 12, 1)),
    ],
)
def test_a_day_of_the_republic_is_read(text: str, day: date) -> None:
    assert read_republic_day(text) == day


@pytest.mark.parametrize("text", ["", "soon", "2025", "2025-13-01", "2025-02-30", "11413", "1"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text) is None
    assert read_republic_day(text) is None


def test_a_year_of_the_common_era_is_none_of_the_republic() -> None:
    assert read_republic_day("2025-12-03") is None
