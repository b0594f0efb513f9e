import pytest

from app.model.indicator import OddNumber
from app.model.text_span import Span
from app.reading.digit_run import DigitRun, follows_plus
from app.reading.number_shapes import ShapeFinder
from tests.number_cases import plan


def run_of(text: str) -> DigitRun:
    run = DigitRun.of(text)
    assert run is not None
    return run


def test_a_run_is_its_groups_and_what_parts_them() -> None:
    run = run_of("(010) 6561-2308")
    assert run.groups == ["010", "6561", "2308"]
    assert run.separators == [") ", "-"]
    assert (run.is_open_before(1), run.is_open_before(2)) == (True, False)


@pytest.mark.parametrize("text", ["95588 ", "a95588", "9", "", "95588、95533", "1    2"])
def test_other_text_is_no_run(text: str) -> None:
    assert DigitRun.of(text) is None


@pytest.mark.parametrize(
    "text", ["192.168.11.100", "6222 0212 3456 7890 123", "6222 0212 3456 7890"]
)
def test_addresses_and_cards_are_no_numbers(text: str) -> None:
    assert run_of(text).is_no_number()


@pytest.mark.parametrize("text", ["138.1234.5678", "400 820 5555", "1 3 8 1 2 3 4 5 6 7 8"])
def test_numbers_are_neither(text: str) -> None:
    assert not run_of(text).is_no_number()


@pytest.mark.parametrize(
    ("text", "follows"),
    [("+86", True), ("(+86", True), ("+(86", True), ("1+86", False), ("86", False)],
)
def test_a_plus_counts_unless_it_is_a_sum(text: str, follows: bool) -> None:
    assert follows_plus(text, text.index("86")) is follows


def test_a_code_with_a_menu_digit_keeps_its_hyphen() -> None:
    shape = run_of("95152-8").shape(ShapeFinder(plan()), plan(), 0, 1)
    assert shape is not None
    number = shape.at("95152-8", Span(0, 7))
    assert isinstance(number, OddNumber)
    assert number.key == "95152-8"
