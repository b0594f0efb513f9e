"""What a text quotes is found by its marks."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.reading.quotations import quotations


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text)]


def test_marks_of_every_kind_quote() -> None:
    assert quoted('他说“甲”，又说「乙」，再说"丙"。') == ["“甲”", "「乙」", '"丙"']


def test_a_mark_that_is_never_closed_quotes_nothing() -> None:
    assert quoted("他说“把钱转走") == []
    assert quoted('he said "move it') == []


def test_a_second_straight_mark_closes_the_first() -> None:
    assert quoted('"a" b "c"') == ['"a"', '"c"']


@given(st.text(alphabet='“”"「」甲乙', max_size=30))
def test_quotations_stand_in_order_and_never_overlap(text: str) -> None:
    places = quotations(text)
    assert all(a[1] <= b[0] for a, b in pairwise(places))
