"""Signs and words add up, each once."""

import pytest

from app.checking.circumstances import Circumstances
from app.checking.knowledge import Knowledge
from app.checking.sign_sum import Scales, SignSum
from app.checking.wording import WordSum
from app.model.phrases import SignWeight, SlotKind
from tests.builders import a_company, a_register, a_slot, read
from tests.report_cases import a_domain

ROLE = a_slot("role.police", SlotKind.ROLE, "我是民警")
STORY = a_slot("sign.case", SlotKind.SIGN, "涉嫌洗钱")
PAY = a_slot("ask.pay", SlotKind.ASK, "先转五千")
BILL = a_slot("notice.bill", SlotKind.NOTICE, "本月账单")
REGISTER = a_register(
    ROLE,
    STORY,
    PAY,
    BILL,
    a_slot("stance.forbids", SlotKind.FORBIDS, "切勿"),
    organizations=(a_company("river", "江河银行"),),
    domains=(a_domain("river", "river.com"),),
)
WEIGHTS = {
    "base": -100,
    "orange": 100,
    "role.police": 100,
    "sign.case": 50,
    "ask.pay": 70,
    "notice.bill": -200,
    "role+ask": 30,
    "link+sign": 20,
    "unlisted_link": 40,
    "listed_links": -60,
    "leads_nowhere": -90,
}


NO_WORDS = WordSum()


def weighed(text: str, words: WordSum = NO_WORDS) -> SignSum:
    scales = Scales(SignWeight(sign, each) for sign, each in WEIGHTS.items())
    around = Circumstances(read(text, REGISTER), Knowledge(REGISTER))
    return scales.weigh(around.demanded, around.weighed_signals, words)


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("您好", -100),
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
    assert weighed(text).total == total


def test_words_add_to_signs() -> None:
    found = weighed("我是民警，本月账单", WordSum(30, -7))
    assert found.total == -100 + 100 - 200 + 30 - 7


def test_the_most_is_the_sum_without_anything_that_calms() -> None:
    assert weighed("我是民警，本月账单", WordSum(30, -7)).most == -100 + 100 + 30


def test_what_is_forbidden_weighs_nothing() -> None:
    assert weighed("切勿先转五千").total == WEIGHTS["base"]


def test_without_weights_there_is_nothing_to_measure_by() -> None:
    assert not Scales(())
    assert Scales((SignWeight("orange", 1),))


def test_the_weightiest_signs_are_named_first() -> None:
    found = weighed("涉嫌洗钱，先转五千，我是民警，本月账单")
    assert [hit.slot.id for hit in found.hits] == ["role.police", "ask.pay", "sign.case"]
