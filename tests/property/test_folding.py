"""What holds of folding, whatever the text."""

import sys
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import the_folder

STREWN = st.sampled_from("安全账户★☆😀 ._*~|/\\+=#-\t\u200b\u00ad①Ⅳ㎏a1。")
TEXTS = st.text(STREWN | st.characters(codec=None), max_size=40)


@given(TEXTS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    folded = the_folder().fold_plain(text)
    assert the_folder().fold_plain(folded) == folded


def test_every_character_folds_to_what_folds_no_further() -> None:
    fold = the_folder().fold_plain
    folded = ((code, fold(chr(code))) for code in range(sys.maxunicode + 1))
    assert [hex(code) for code, once in folded if fold(once) != once] == []


@given(TEXTS)
def test_spans_stay_inside_and_in_order(text: str) -> None:
    result = the_folder().fold(text)
    assert result.original == text
    spans = [result.span(each, each + 1) for each in range(len(result.text))]
    assert all(0 <= each.start < each.end <= len(text) for each in spans)
    assert all(first.start <= then.start for first, then in pairwise(spans))


@given(TEXTS)
def test_each_folded_character_comes_from_the_one_it_points_at(text: str) -> None:
    result = the_folder().fold(text)
    for index, char in enumerate(result.text):
        span = result.span(index, index + 1)
        assert char in the_folder().fold_plain(text[span.start : span.end])


@given(TEXTS, st.integers(0, 45))
def test_the_way_there_and_the_way_back_agree(text: str, place: int) -> None:
    result = the_folder().fold(text)
    start = result.start_of(min(place, len(text)))
    assert 0 <= start <= len(result.text)
    before = range(start)
    behind = range(start, len(result.text))
    assert all(result.span(each, each + 1).start < place for each in before)
    assert all(result.span(each, each + 1).start >= min(place, len(text)) for each in behind)
