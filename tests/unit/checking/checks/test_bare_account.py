import pytest

from app.checking.checks.bare_account import BareAccount
from app.model.finding import Severity
from app.model.phrases import SlotKind
from tests.builders import a_register, a_slot, found_by

REGISTER = a_register(
    a_slot("sign.bank_name", SlotKind.SIGN, "农行", "建设银行"),
    a_slot("ask.account_given", SlotKind.ASK, "户名", "卡号"),
)


def severities(text: str) -> list[Severity]:
    return [each.severity for each in found_by(BareAccount(), text, REGISTER)]


@pytest.mark.parametrize(
    "text",
    [
        "农行 6228480012345678901",
        "卡号6228 4800 1234 5678 901 户名李秀英",
        "房租打这个 农行6228480012345678901王芳",
        "建设银行：6217-0012-3456-7890",
        "农行 6228 **** **** 901 王芳",
        "农行 BANK 户名",
    ],
)
def test_an_account_and_nothing_else_warns(text: str) -> None:
    assert severities(text) == [Severity.WARNING]


@pytest.mark.parametrize(
    "text",
    [
        "农行今天开门吗",
        "农行95599",
        "快递单号6228480012345678901",
        "农行：您订单6228480012345678901的货款已经退回原卡，请留意到账短信",
        "农行 6228480012345678901，详情 https://example.com",
        "农行 622848001234567890123456",
    ],
)
def test_what_says_more_or_is_no_account_is_left_alone(text: str) -> None:
    assert severities(text) == []


def test_the_whole_line_is_quoted() -> None:
    text = "农行 6228480012345678901 王芳"
    (found,) = found_by(BareAccount(), text, REGISTER)
    assert [each.quote for each in found.evidence] == [text]
