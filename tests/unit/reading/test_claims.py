"""Whether a name in a text is a claim to be that organisation."""

import pytest

from app.model.phrases import SlotKind
from app.model.reading import ClaimBasis
from tests.builders import a_company, a_register, read, shipped_slots

REGISTER = a_register(
    *shipped_slots(SlotKind.INTRODUCES, SlotKind.SERVES, SlotKind.ANNOUNCES),
    organizations=(
        a_company("river", "江河银行", "River Bank", aliases=("江河",)),
        a_company("hill", "山丘快递", "Hill Courier"),
    ),
)


def claims(text: str) -> list[tuple[str, ClaimBasis, str]]:
    found = read(text, REGISTER).claims
    assert all(text[each.span.start : each.span.end] == each.as_written for each in found)
    return [(each.organization_id, each.basis, each.as_written) for each in found]


@pytest.mark.parametrize(
    ("text", "basis", "written"),
    [
        ("【江河银行】您的账户有变动", ClaimBasis.SIGNATURE, "江河银行"),
        ("您的账户有变动【江河银行】", ClaimBasis.SIGNATURE, "江河银行"),
        ("您好，我是江河银行的", ClaimBasis.SELF, "江河银行"),
        ("这里是江河银行总行", ClaimBasis.SELF, "江河银行"),
        ("我们是江河的", ClaimBasis.SELF, "江河"),
        ("江河银行客服给您来电", ClaimBasis.SERVICE, "江河银行"),
        ("江河银行的工作人员会联系您", ClaimBasis.SERVICE, "江河银行"),
        ("江河银行通知您：账户异常", ClaimBasis.SUBJECT, "江河银行"),
        ("江河銀行客服给您来电", ClaimBasis.SERVICE, "江河銀行"),
        ("Hello, this is River Bank", ClaimBasis.SELF, "River Bank"),
        ("River Bank customer service here", ClaimBasis.SERVICE, "River Bank"),
        ("River Bank informs you of a change", ClaimBasis.SUBJECT, "River Bank"),
    ],
)
def test_a_name_in_a_claiming_place_is_a_claim(text: str, basis: ClaimBasis, written: str) -> None:
    assert claims(text) == [("river", basis, written)]


@pytest.mark.parametrize(
    "text",
    [
        "昨天去江河银行取钱",
        "江河银行门口见",
        "江河银行今天人很多",
        "I went to River Bank yesterday",
        "我是学生，昨天下午去了一趟江河银行",
        "我是小王，江河换号了",
        "我：退到江河\n客服：好的",
        "卡是江河银行，客服说要退",
        "转接江河银行，请您备好纸笔",
        "I used River Bank. Customer service was slow",
    ],
)
def test_a_name_alone_is_no_claim(text: str) -> None:
    assert claims(text) == []


def test_a_text_may_speak_in_two_names() -> None:
    text = "【山丘快递】您好，我是江河银行的"
    assert {(owner, basis) for owner, basis, _ in claims(text)} == {
        ("hill", ClaimBasis.SIGNATURE),
        ("river", ClaimBasis.SELF),
    }


def test_the_same_claim_said_twice_is_one() -> None:
    assert len(claims("我是江河银行的，我是江河银行的")) == 1
