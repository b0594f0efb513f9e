"""A person's own bank is found by the name people use."""

import pytest

from app.assembly import Application
from app.services.hotlines import find_hotlines
from tests.shipped import shipped_register


@pytest.mark.parametrize(
    ("name", "number"),
    [("工商银行", "95588"), ("工行", "95588"), ("招商银行", "95555"), ("ICBC", "95588")],
)
def test_a_bank_is_found_by_its_name(application: Application, name: str, number: str) -> None:
    first = find_hotlines(application.lookup_service(), name)[0]
    assert number in first.numbers


@pytest.mark.parametrize("name", ["", "  ", "没有这家银行", "抖音"])
def test_what_holds_no_money_has_no_hotline_here(application: Application, name: str) -> None:
    assert find_hotlines(application.lookup_service(), name) == ()


def test_only_lines_that_take_calls_are_offered(application: Application) -> None:
    answering = {each.key for each in shipped_register().numbers if each.takes_calls}
    for line in find_hotlines(application.lookup_service(), "银行"):
        assert set(line.numbers) <= answering
