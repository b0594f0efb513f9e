"""Where literals stand in a text, found without the library."""

from hypothesis import given
from hypothesis import strategies as st

from app.reading.literal_finder import finder_of
from app.reading.literals_by_head import LiteralsByHead
from tests.unit.reading.test_literal_finder import TEXTS, WORDS, plainly


@given(st.lists(WORDS, max_size=8, unique=True), TEXTS)
def test_every_place_is_found_and_no_other(literals: list[str], text: str) -> None:
    found = LiteralsByHead(literals).find_overlapping(text)
    assert len(found) == len(set(found))
    assert set(found) == plainly(literals, text)


@given(st.lists(WORDS, max_size=8, unique=True), TEXTS)
def test_it_finds_in_the_order_of_the_library(literals: list[str], text: str) -> None:
    assert LiteralsByHead(literals).find_overlapping(text) == finder_of(literals).find(text)
