"""Which literals the tables have, and what they stand for."""

import pytest

from app.model.errors import InvalidTableError
from app.model.phrases import SlotKind, WordSet
from app.reading.literal_meanings import Meaning
from app.reading.phrase_kinds import PhraseGround, anchors_of, is_too_short, kinds_of
from tests.builders import a_slot

PRETEXT = SlotKind.PRETEXT


def ground(*phrases: str, names: tuple[tuple[str, str], ...] = ()) -> PhraseGround:
    slots = [a_slot(str(index), PRETEXT, each) for index, each in enumerate(phrases)]
    return PhraseGround(tuple(slots), (WordSet("money", ("现金", "余额")),), names, str.lower)


def meanings(*phrases: str, names: tuple[tuple[str, str], ...] = ()) -> dict[str, Meaning]:
    kinds = kinds_of(ground(*phrases, names=names))
    return {literal: kind.meaning for kind, literals in kinds.items() for literal in literals}


def test_words_of_one_slot_are_of_one_kind() -> None:
    (literals,) = kinds_of(ground("{转账|汇款|付款}")).values()
    assert literals == ["转账", "汇款", "付款"]


def test_latin_words_are_of_a_kind_of_their_own() -> None:
    kinds = {kind.latin: each for kind, each in kinds_of(ground("{转账|PayNow|v转账}")).items()}
    assert kinds == {False: ["转账", "v转账"], True: ["paynow"]}


def test_a_phrase_needs_a_word_of_its_longest_other_piece() -> None:
    found = meanings("安全账户…{money}")
    assert found["现金"] == found["余额"] == Meaning(groups=(0,))
    (anchored,) = found["安全账户"].anchored
    assert (anchored.slot, anchored.needs) == (0, 0)
    assert anchored.after == ((8, ("现金", "余额")),)


def test_a_phrase_and_a_name_may_be_the_same_word() -> None:
    found = meanings("小河", names=(("小河", "brook"), (" 小河 ", "stream"), ("小河", "brook")))
    assert found == {"小河": Meaning(slots=(0,), names=("brook", "stream"))}


def test_a_literal_that_stands_everywhere_is_refused() -> None:
    with pytest.raises(InvalidTableError):
        kinds_of(ground("钱"))


def test_anchors_are_literals_worth_a_second_look() -> None:
    assert list(anchors_of(ground("安全账户", "把…转到卡里", "钱…给"))) == ["安全账户", "转到卡里"]


@pytest.mark.parametrize(("word", "short"), [("钱", True), ("转账", False), ("ab", True)])
def test_two_hanzi_or_three_letters_are_long_enough(word: str, *, short: bool) -> None:
    assert is_too_short(word) is short
