"""A table that tells categories apart names what there is, each word once."""

import pytest

from app.feed.category_words import read_category_words, refuse_strange_category_words
from app.model.errors import InvalidTableError
from app.model.phrases import CategoryWords, SlotKind
from tests.builders import a_slot

SLOTS = (a_slot("pretext.loan", SlotKind.PRETEXT, "放款"),)


def test_a_row_holds_the_words_of_one_category_and_weight() -> None:
    table = {"category_words": {"loan": {"-40": "skin|账号", "55": "放款"}}}
    assert list(read_category_words(table, "a.toml")) == [
        CategoryWords("loan", -40, ("skin", "账号")),
        CategoryWords("loan", 55, ("放款",)),
    ]
    assert list(read_category_words({}, "a.toml")) == []


def test_a_weight_is_a_whole_number() -> None:
    with pytest.raises(InvalidTableError):
        list(read_category_words({"category_words": {"loan": {"much": "放款"}}}, "a.toml"))


def test_slots_scripts_and_words_may_stand_for_a_category() -> None:
    words = ("pretext.loan", "script.loan", "放款", "loan", "your loan", "link", "base")
    refuse_strange_category_words(SLOTS, [CategoryWords("loan", 300, words)])
    refuse_strange_category_words(SLOTS, [CategoryWords("other", -300, words)])
    refuse_strange_category_words(SLOTS, [])


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ([CategoryWords("lottery", 10, ("放款",))], "lottery"),
        ([CategoryWords("loan", 301, ("放款",))], "loan"),
        ([CategoryWords("loan", 10, ("pretext.gone",))], "pretext.gone"),
        ([CategoryWords("loan", 10, ("script.gone",))], "script.gone"),
        ([CategoryWords("loan", 10, ("放",))], "放"),
        ([CategoryWords("loan", 10, ("放款了",))], "放款了"),
        ([CategoryWords("loan", 10, ("to",))], "to"),
        ([CategoryWords("loan", 10, ("放款", "放款"))], "放款"),
        ([CategoryWords("loan", 10, ("放款",)), CategoryWords("loan", 20, ("放款",))], "放款"),
    ],
)
def test_what_is_none_or_stands_twice_is_refused(rows: list[CategoryWords], named: str) -> None:
    with pytest.raises(InvalidTableError) as error:
        refuse_strange_category_words(SLOTS, rows)
    assert error.value.values["row"] == named
