"""The canonical key of each kind of indicator."""

import pytest
from msgspec.structs import replace

from app.model.indicator import Indicator, OddNumber
from app.model.text_span import Span
from tests.report_cases import a_link, a_mobile, a_port, a_short_code

ODD = OddNumber("+8695152", "+86 95152", Span(0, 9))


@pytest.mark.parametrize(
    ("indicator", "key"),
    [
        (a_mobile("+8613800138000"), "+8613800138000"),
        (a_short_code("95588"), "95588"),
        (a_short_code("95561", "021"), "021-95561"),
        (a_port("1069012345"), "1069012345"),
        (ODD, "+8695152"),
        (a_link("mybank.icbc.com.cn"), "mybank.icbc.com.cn"),
    ],
)
def test_the_key_is_canonical(indicator: Indicator, key: str) -> None:
    assert indicator.key == key


@pytest.mark.parametrize(
    ("indicator", "again"),
    [
        (a_mobile(), replace(a_mobile(), as_written="9 5", span=Span(7, 10))),
        (a_short_code("95588"), replace(a_short_code("95588"), as_written="9 5", span=Span(7, 10))),
        (a_port(), replace(a_port(), as_written="9 5", span=Span(7, 10))),
        (ODD, replace(ODD, as_written="9 5", span=Span(7, 10))),
    ],
)
def test_how_it_was_written_does_not_change_the_key(indicator: Indicator, again: Indicator) -> None:
    assert again.key == indicator.key


def test_a_port_is_no_odd_number_of_the_same_digits() -> None:
    assert len({a_port("1069012345"), OddNumber("1069012345", "1069012345", Span(0, 10))}) == 2


def test_the_same_code_behind_another_area_has_another_key() -> None:
    keys = {a_short_code("96110", area).key for area in ("", "0536", "021")}
    assert len(keys) == 3
