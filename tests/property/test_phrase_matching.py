"""The fast matcher finds what a plain, slow reading of the phrase language finds."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.phrases import SlotKind
from app.reading.phrase_syntax import HANZI_GAP, LATIN_GAP
from tests.builders import a_matcher, a_slot

STOPS = "。!?;\n"
LONGER = settings(max_examples=200)


def reference(phrase: str) -> re.Pattern[str]:
    """Translate the phrase language word by word, without any thought of speed."""
    latin = phrase.replace("…", "").isascii()
    gap = LATIN_GAP if latin else HANZI_GAP
    edges = (r"(?<![a-z0-9])", r"(?![a-z0-9])") if latin else ("", "")
    pattern = ""
    for part in re.findall(r"\{[^}]*\}|…|[^{…]+", phrase):
        if part == "…":
            pattern += rf"{edges[1]}[^{STOPS}]{{0,{gap}}}?{edges[0]}"
        elif part.startswith("{"):
            pattern += f"(?:{'|'.join(map(re.escape, part[1:-1].split('|')))})"
        else:
            pattern += re.escape(part)
    return re.compile(edges[0] + pattern + edges[1])


def phrases(alphabet: str, longest: int) -> st.SearchStrategy[str]:
    word = st.text(alphabet, min_size=1, max_size=longest)
    choice = st.lists(word, min_size=2, max_size=3).map(lambda each: "{" + "|".join(each) + "}")
    piece = word | choice
    return st.lists(piece, min_size=2, max_size=4).map("…".join)


def agree(phrase: str, text: str) -> None:
    found = a_matcher(a_slot("a", SlotKind.PRETEXT, phrase)).scan(text).slots
    expected = reference(phrase)
    assert bool(found) is (expected.search(text) is not None)
    for each in found:
        assert expected.fullmatch(text, each.start, each.end)
    ends = [each.end for each in found]
    assert all(each.start >= end for each, end in zip(found[1:], ends, strict=False))


@LONGER
@given(phrases("甲乙", 3), st.text("甲乙。", max_size=30))
def test_hanzi_phrases(phrase: str, text: str) -> None:
    agree(phrase, text)


@LONGER
@given(phrases("甲乙", 2), st.text("甲乙丙", max_size=60))
def test_hanzi_phrases_over_longer_gaps(phrase: str, text: str) -> None:
    agree(phrase, text)


@LONGER
@given(phrases("ab", 2), st.text("ab !", max_size=40))
def test_latin_phrases(phrase: str, text: str) -> None:
    agree(phrase, text)


@LONGER
@given(
    st.lists(st.text("甲乙", min_size=2, max_size=4), min_size=1, max_size=5),
    st.text("甲乙丙", max_size=30),
)
def test_plain_words_are_found_wherever_they_stand(words: list[str], text: str) -> None:
    found = a_matcher(a_slot("a", SlotKind.PRETEXT, *words)).scan(text).slots
    assert bool(found) is any(word in text for word in words)
    assert all(text[each.start : each.end] in words for each in found)


@LONGER
@given(
    st.lists(st.text("甲乙", min_size=1, max_size=4), min_size=1, max_size=5),
    st.text("甲乙丙", max_size=30),
)
def test_names_do_not_overlap_and_are_as_long_as_can_be(names: list[str], text: str) -> None:
    found = a_matcher(names=[(name, name) for name in names]).scan(text).names
    assert bool(found) is any(name in text for name in names)
    end = 0
    for each in found:
        assert each.start >= end
        end = each.end
        longest = max(len(name) for name in names if text.startswith(name, each.start))
        assert end - each.start == longest
