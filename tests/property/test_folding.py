"""What holds of folding, whatever the text."""

import sys
from functools import cache
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.reading.folding import Folder, FoldingTables, read_folding_tables
from tests.builders import the_folder
from tests.shipped import RESOURCES

_TABLES = read_folding_tables(RESOURCES / "folding" / "characters.tsv")
DISGUISES = st.sampled_from([each.written for each in _TABLES.words])
STREWN = st.sampled_from("安全账户★☆😀 ._*~|/\\+=#-\t\u200b\u00ad①Ⅳ㎏a1。")
TEXTS = st.text(STREWN | st.characters(codec=None), max_size=40)
WORDS = st.lists(
    DISGUISES | st.sampled_from("加微薇威心信vxq+转账车专★ .:。1a的") | st.text(max_size=3),
    max_size=12,
).map("".join)


@cache
def characters_only() -> Folder:
    return Folder(FoldingTables(_TABLES.characters))


@given(TEXTS | WORDS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    for fold in (the_folder().fold_plain, lambda each: the_folder().fold(each).text):
        folded = fold(text)
        assert fold(folded) == folded


def test_every_character_folds_to_what_folds_no_further() -> None:
    fold = the_folder().fold_plain
    folded = ((code, fold(chr(code))) for code in range(sys.maxunicode + 1))
    assert [hex(code) for code, once in folded if fold(once) != once] == []


@given(TEXTS | WORDS)
def test_spans_stay_inside_and_in_order(text: str) -> None:
    result = the_folder().fold(text)
    assert result.original == text
    spans = [result.span(each, each + 1) for each in range(len(result.text))]
    assert all(0 <= each.start < each.end <= len(text) for each in spans)
    assert all(first.start <= then.start for first, then in pairwise(spans))
    assert all(first.end <= then.end for first, then in pairwise(spans))


@given(WORDS)
def test_what_lies_between_two_spans_folds_to_nothing_or_a_strewn_sign(text: str) -> None:
    result = the_folder().fold(text)
    spans = [result.span(each, each + 1) for each in range(len(result.text))]
    gaps = [text[first.end : then.start] for first, then in pairwise(spans)]
    folded = "".join(map(the_folder().fold_plain, gaps))
    assert not any(map(str.isalnum, folded))


@given(WORDS)
def test_a_range_covers_what_its_characters_cover(text: str) -> None:
    result = the_folder().fold(text)
    for start, end in combinations(range(len(result.text) + 1), 2):
        whole = result.span(start, end)
        assert whole.start == result.span(start, start + 1).start
        assert whole.end == result.span(end - 1, end).end


@given(TEXTS)
def test_each_character_that_is_no_word_comes_from_the_one_it_points_at(text: str) -> None:
    folder = characters_only()
    result = folder.fold(text)
    for index, char in enumerate(result.text):
        span = result.span(index, index + 1)
        assert char in folder.fold_plain(text[span.start : span.end])


@given(TEXTS, st.integers(0, 45))
def test_the_way_there_and_the_way_back_agree(text: str, place: int) -> None:
    result = the_folder().fold(text)
    start = result.start_of(min(place, len(text)))
    assert 0 <= start <= len(result.text)
    before = range(start)
    behind = range(start, len(result.text))
    assert all(result.span(each, each + 1).start < place for each in before)
    assert all(result.span(each, each + 1).start >= min(place, len(text)) for each in behind)
