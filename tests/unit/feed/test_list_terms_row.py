"""The editors' words on a list come back as they were written."""

import json
from typing import Any

import pytest

from app.feed.list_terms_row import read_terms, terms_row
from tests.lists import a_reported_list, the_daily_terms

TERMS = the_daily_terms(a_reported_list())


def test_words_are_read_as_they_were_written() -> None:
    assert read_terms(json.loads(json.dumps(terms_row(TERMS)))) == TERMS


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "tables"},
        {"source": ["title"]},
        {"source": None},
        {"since": "soon"},
        {"reason": 3},
        {"lasts_days": 0},
        {"lasts_days": "30"},
        {"lasts_days": True},
        {"lasts_days": None},
    ],
)
def test_nonsense_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises((ValueError, TypeError)):
        read_terms({**terms_row(TERMS), **change})


@pytest.mark.parametrize("field", ["appeal", "lasts_days"])
def test_a_missing_word_is_refused(field: str) -> None:
    row = terms_row(TERMS)
    del row[field]
    with pytest.raises(KeyError):
        read_terms(row)
