"""A table from literals to what they stand for."""

from app.reading.literal_meanings import LiteralMeanings, Meaning


def test_a_literal_stands_for_all_that_was_said_of_it_in_that_order_and_once() -> None:
    table = LiteralMeanings()
    for meaning in (Meaning(slots=(7,)), Meaning(names=("a",)), Meaning(slots=(2, 7))):
        table.add("money", meaning)
    assert table.by_literal == {"money": Meaning(slots=(7, 2), names=("a",))}


def test_equal_meanings_are_one_object() -> None:
    table = LiteralMeanings()
    for literal in ("cash", "money"):
        table.add(literal, Meaning(slots=(1000,)))
        table.add(literal, Meaning(groups=(2000,)))
    assert table.by_literal["cash"] is table.by_literal["money"]


def test_a_word_of_a_group_is_only_needed() -> None:
    assert Meaning(groups=(1,)).is_only_needed
    assert not Meaning(groups=(1,), names=("a",)).is_only_needed
