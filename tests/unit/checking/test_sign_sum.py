"""Weak signs add up, each once, and only those that stand near each other."""

import pytest

from app.checking.circumstances import Circumstances
from app.checking.knowledge import Knowledge
from app.checking.sign_sum import WINDOW, Scales, SignSum
from app.model.phrases import SignWeight, SlotKind
from tests.builders import a_company, a_register, a_slot, read
from tests.report_cases import a_domain

ROLE = a_slot("role.police", SlotKind.ROLE, "我是民警")
STORY = a_slot("sign.case", SlotKind.SIGN, "涉嫌洗钱")
PAY = a_slot("ask.pay", SlotKind.ASK, "先转五千")
BILL = a_slot("notice.bill", SlotKind.NOTICE, "本月账单")
THANKS = a_slot("notice.thanks", SlotKind.NOTICE, "感谢来电")
REGISTER = a_register(
    ROLE,
    STORY,
    PAY,
    BILL,
    THANKS,
    a_slot("stance.forbids", SlotKind.FORBIDS, "切勿"),
    organizations=(a_company("river", "江河银行"),),
    domains=(a_domain("river", "river.com"),),
)
WEIGHTS = {
    "base": -100,
    "orange": 100,
    "script": 200,
    "red": 300,
    "role.police": 100,
    "sign.case": 50,
    "ask.pay": 70,
    "notice.bill": -200,
    "notice.thanks": -250,
    "role+ask": 30,
    "link+sign": 20,
    "unlisted_link": 40,
    "listed_links": -60,
    "leads_nowhere": -90,
}


def weighed(text: str, weights: dict[str, int] = WEIGHTS) -> SignSum | None:
    scales = Scales(SignWeight(sign, each) for sign, each in weights.items())
    reading = read(text, REGISTER)
    return scales.weigh(Circumstances(reading, Knowledge(REGISTER)))


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("我是民警", 0),
        ("我是民警，我是民警", 0),
        ("涉嫌洗钱", -50),
        ("我是民警，先转五千", 100),
        ("涉嫌洗钱 https://else.com/", 10),
        ("涉嫌洗钱 https://river.com/", -110),
        ("【江河】涉嫌洗钱", -140),
        ("【江河】涉嫌洗钱 13800138000", -50),
        ("我是民警，先转五千，本月账单", -100),
    ],
)
def test_each_sign_and_each_pair_counts_once(text: str, total: int) -> None:
    found = weighed(text)
    assert found is not None
    assert found.total == total


def test_calm_words_take_off_no_more_than_their_bound() -> None:
    both = weighed("我是民警，先转五千，本月账单，感谢来电")
    assert both is not None
    assert both.total == 100 - 300


def test_what_is_forbidden_weighs_nothing() -> None:
    assert weighed("切勿先转五千") is None


def test_without_weights_nothing_weighs() -> None:
    assert weighed("我是民警，先转五千", {}) is None
    assert weighed("您好") is None


def test_signs_far_apart_do_not_add_up() -> None:
    far = weighed("我是民警" + "好" * 2 * WINDOW + "先转五千")
    assert far is not None
    assert far.total == 0


def test_neighbours_are_found_wherever_they_stand_in_a_long_text() -> None:
    for before in range(0, 2 * WINDOW, WINDOW // 4):
        text = "涉嫌洗钱" + "好" * before + "我是民警，先转五千" + "好" * 2 * WINDOW + "涉嫌洗钱"
        found = weighed(text)
        assert found is not None
        assert found.total >= 100


def test_the_weightiest_signs_are_named_first() -> None:
    found = weighed("涉嫌洗钱，先转五千，我是民警")
    assert found is not None
    assert [hit.slot.id for hit in found.hits] == ["role.police", "ask.pay", "sign.case"]


def test_below_the_level_that_warns_no_sign_is_named() -> None:
    found = weighed("涉嫌洗钱，先转五千，我是民警，本月账单")
    assert found is not None
    assert found.total < WEIGHTS["orange"]
    assert found.hits == ()
