"""How a phrase grows around its anchor."""

import pytest

from app.model.phrases import SlotKind, WordSet
from app.reading.anchored_phrase import is_whole_word
from app.reading.phrase_syntax import HANZI_GAP, MOST_ANCHORS
from tests.builders import a_matcher, a_slot


def places(phrase: str, text: str) -> list[tuple[int, int]]:
    matcher = a_matcher(a_slot("a", SlotKind.PRETEXT, phrase))
    return [(each.start, each.end) for each in matcher.scan(text).slots]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("甲…安全账户", "丙甲安全账户", [(1, 6)]),
        ("安全账户…乙", "安全账户乙乙", [(0, 5)]),
        ("甲…安全账户…乙", "甲丙安全账户丙乙", [(0, 8)]),
        ("甲…乙…安全账户", "甲丙乙丙安全账户", [(0, 8)]),
        ("安全账户…甲…乙", "安全账户丙甲丙乙", [(0, 8)]),
        ("甲…乙…安全账户…丙…丁", "甲乙安全账户丙丁", [(0, 8)]),
        ("甲{乙|乙乙}…安全账户", "甲乙乙安全账户", [(0, 7)]),
        ("安全账户…{乙|}丙", "安全账户乙丙", [(0, 6)]),
        ("安全账户…{乙|}丙", "安全账户丙", [(0, 5)]),
    ],
)
def test_it_grows_to_the_nearest_words(
    phrase: str, text: str, expected: list[tuple[int, int]]
) -> None:
    assert places(phrase, text) == expected


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("甲…安全账户", "安全账户甲"),
        ("安全账户…乙", "乙安全账户"),
        ("甲…乙…安全账户", "乙甲安全账户"),
        ("甲…乙…安全账户", "甲。乙安全账户"),
        ("安全账户…甲…乙", "安全账户甲\n乙"),
        ("甲…安全账户…乙", "甲安全账户"),
        ("甲…乙…安全账户", "甲" + "丙" * (HANZI_GAP + 1) + "乙安全账户"),
    ],
)
def test_every_piece_has_to_stand_in_its_place(phrase: str, text: str) -> None:
    assert places(phrase, text) == []


@pytest.mark.parametrize("size", [HANZI_GAP, HANZI_GAP - 1])
def test_each_gap_has_its_own_reach(size: int) -> None:
    filler = "丁" * size
    assert places("甲…乙…安全账户", f"甲{filler}乙{filler}安全账户") != []
    assert places("安全账户…甲…乙", f"安全账户{filler}甲{filler}乙") != []


def test_every_anchor_grows_by_itself() -> None:
    assert places("甲…安全账户", "甲安全账户。安全账户。甲安全账户") == [(0, 5), (11, 16)]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("send me the money", True),
        ("send the money", False),
        ("resend me money", False),
        ("send me moneybags", False),
        ("send me, please, money", True),
        ("send me. money", True),
        ("send me! money", False),
    ],
)
def test_latin_pieces_are_whole_words(text: str, *, is_found: bool) -> None:
    assert bool(places("send…me…money", text)) is is_found


MANY = WordSet("many", tuple(f"第{index}号" for index in range(MOST_ANCHORS + 1)))
"""Too many words to be joined with what they touch."""


@pytest.mark.parametrize(
    ("phrase", "text", "is_found"),
    [
        ("安全账户{many}", "安全账户第7号", True),
        ("安全账户{many}", "安全账户乙第7号", False),
        ("安全账户{many}", "安全账户", False),
        ("安全账户{乙|}{many}", "安全账户乙第7号", True),
        ("安全账户{乙|}{many}", "安全账户第7号", True),
        ("安全账户{乙|}{many}", "安全账户丙第7号", False),
        ("安全账户{@many|}", "安全账户", True),
        ("安全账户{@many|}", "安全账户丙", True),
        ("安全账户{@many|}…丁", "安全账户丙丁", True),
    ],
)
def test_only_what_a_phrase_allows_may_touch_its_anchor(
    phrase: str, text: str, *, is_found: bool
) -> None:
    matcher = a_matcher(a_slot("a", SlotKind.PRETEXT, phrase), word_sets=(MANY,))
    assert bool(matcher.scan(text).slots) is is_found


def test_phrases_of_one_anchor_do_not_hide_each_other() -> None:
    matcher = a_matcher(
        a_slot("touching", SlotKind.PRETEXT, "安全账户{many}"),
        a_slot("far", SlotKind.PRETEXT, "安全账户…丁"),
        word_sets=(MANY,),
    )

    def found(text: str) -> list[str]:
        return [each.slot.id for each in matcher.scan(text).slots]

    assert sorted(found("安全账户第7号丁")) == ["far", "touching"]
    assert found("安全账户乙丁") == ["far"]
    assert found("安全账户第7号") == ["touching"]


def test_latin_pieces_that_touch_are_one_word() -> None:
    assert places("ask…{code|pin}{s|es}…number", "ask for the codes and number") != []
    assert places("ask…{code|pin}{s|es}…number", "ask for the code and number") == []
    assert places("ask…{code|pin}{s|es}…now…number", "ask for the codes now the number") != []


@pytest.mark.parametrize(
    ("text", "start", "end", "whole"),
    [
        ("pay", 0, 3, True),
        ("a pay b", 2, 5, True),
        ("apay", 1, 4, False),
        ("pay1", 0, 3, False),
        ("请pay你", 1, 4, True),
        ("安全", 0, 1, True),
    ],
)
def test_a_whole_word_cuts_no_run_of_letters(
    text: str, start: int, end: int, *, whole: bool
) -> None:
    assert is_whole_word(text, start, end) is whole
