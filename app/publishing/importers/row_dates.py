"""Reads the dates of rows, of the common era or of the Republic of China."""

import re
from datetime import date

_COMMON = re.compile(r"((?:19|20)\d{2})[-/.年]?(\d{1,2})(?:[-/.月]?(\d{1,2}))?(?!\d)")
_REPUBLIC = re.compile(r"(\d{2,3})[-/.年]?(\d{2})(?:[-/.月]?(\d{2}))?(?:日?)\Z")
_FIRST_YEAR = 1911  # year 1 of the Republic is 1912


def read_day(text: str) -> date | None:
    """Return the day at the head of "2026-11-20 10:00:00", "2026/11/20" or "20261120", else None.

    A month alone counts as its first day.
    """
    found = _COMMON.match(text.strip())
    return _date(int(found[1]), found[2], found[3]) if found else None


def read_republic_day(text: str) -> date | None:
    """Return the day of "11412" (December 2025), "1141203" or "114/12/03", else None."""
    found = _REPUBLIC.match(text.strip())
    return _date(int(found[1]) + _FIRST_YEAR, found[2], found[3]) if found else None


def _date(year: int, month: str, day: str | None) -> date | None:
    try:
        return date(year, int(month), int(day or 1))
    except ValueError:
        return None
