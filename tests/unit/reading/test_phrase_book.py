"""What the literals of the tables stand for."""

import pytest

from app.model.errors import InvalidTableError
from app.model.phrases import SlotKind, WordSet
from app.reading.phrase_book import PhraseBook, is_too_short
from app.reading.phrase_syntax import MOST_ANCHORS
from tests.builders import a_slot

PRETEXT = SlotKind.PRETEXT


def a_book(*phrases: str, names: tuple[tuple[str, str], ...] = ()) -> PhraseBook:
    slots = [a_slot(str(index), PRETEXT, each) for index, each in enumerate(phrases)]
    return PhraseBook(slots, [WordSet("money", ("现金", "余额"))], names, str.lower)


def test_words_of_one_slot_share_one_entry() -> None:
    book = a_book("{转账|汇款|付款}")
    assert set(book.literals) == {"转账", "汇款", "付款"}
    assert len({id(each) for each in book.entries}) == 1


def test_words_that_only_have_to_stand_somewhere_have_no_entry() -> None:
    book = a_book("安全账户…{money}")
    entries = dict(zip(book.literals, book.entries, strict=True))
    groups = {book.literals[index]: each for index, each in book.groups.items()}
    assert entries["安全账户"] is not None
    assert (entries["现金"], entries["余额"]) == (None, None)
    assert groups["现金"] == groups["余额"] != ()
    assert "安全账户" not in groups


def test_a_phrase_and_a_name_may_be_the_same_word() -> None:
    book = a_book("小河", names=(("小河", "brook"), ("小河", "stream"), ("小河", "brook")))
    assert book.entries == [((0,), None, ("brook", "stream"), False)]


def test_anchors_are_sorted_by_the_character_behind_them() -> None:
    behind = [chr(ord("一") + place) for place in range(2 * MOST_ANCHORS)]
    (entry,) = a_book(f"账户{{{'|'.join(behind)}}}").entries
    assert entry is not None
    assert entry[1] is not None
    by_character, for_others = entry[1]
    assert set(by_character) == set(behind)
    assert for_others == ()


def test_a_literal_that_stands_everywhere_is_refused() -> None:
    with pytest.raises(InvalidTableError):
        a_book("钱")


def test_literals_of_a_slot_are_those_worth_a_second_look() -> None:
    book = a_book("安全账户", "把…转到卡里", "别的词")
    literals = set(book.literals_of({"0", "1"}))
    assert "安全账户" in literals
    assert "别的词" not in literals
    assert all(len(each) > 1 for each in literals)


@pytest.mark.parametrize(("word", "short"), [("钱", True), ("转账", False), ("ab", True)])
def test_two_hanzi_or_three_letters_are_long_enough(word: str, *, short: bool) -> None:
    assert is_too_short(word) is short
