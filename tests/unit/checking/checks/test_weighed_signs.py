"""The sum of signs warns, and decides only where a script and a demand can be shown."""

import pytest

from app.checking.checks.weighed_signs import WeighedSigns
from app.checking.telling import Telling
from app.model.finding import Severity
from app.model.phrases import SignWeight, SlotKind
from tests.builders import a_register, a_slot, found_by

REGISTER = a_register(
    a_slot("role.police", SlotKind.ROLE, "我是民警", hints=("authority",)),
    a_slot("pretext.case", SlotKind.PRETEXT, "您涉案了", hints=("authority",)),
    a_slot("sign.case", SlotKind.SIGN, "涉嫌洗钱"),
    a_slot("ask.pay", SlotKind.ASK, "先转五千"),
    a_slot("notice.bill", SlotKind.NOTICE, "本月账单"),
    a_slot("stance.forbids", SlotKind.FORBIDS, "切勿"),
)


def severities(text: str, **signs: int) -> list[Severity]:
    table = {"base": 0, "orange": 100, "script": 200, "red": 300}
    table |= {sign.replace("__", "."): each for sign, each in signs.items()}
    check = WeighedSigns(SignWeight(sign, each) for sign, each in table.items())
    return [each.severity for each in found_by(check, text, REGISTER)]


def test_a_small_sum_says_nothing() -> None:
    assert severities("我是民警", role__police=99) == []


def test_a_larger_sum_warns() -> None:
    assert severities("我是民警", role__police=100) == [Severity.WARNING]


@pytest.mark.parametrize(
    ("text", "weight", "severity"),
    [
        ("我是民警，您涉案了，先转五千", 199, Severity.WARNING),
        ("我是民警，您涉案了，先转五千", 200, Severity.ALARM),
        ("我是民警，先转五千", 299, Severity.WARNING),
        ("我是民警，先转五千", 300, Severity.ALARM),
        ("我是民警，您涉案了", 900, Severity.WARNING),
        ("涉嫌洗钱，先转五千，我是民警，本月账单", 300, Severity.ALARM),
    ],
)
def test_a_whole_script_decides_before_part_of_one(
    text: str, weight: int, severity: Severity
) -> None:
    assert severities(text, role__police=weight) == [severity]


def test_a_demand_without_any_story_never_decides() -> None:
    assert severities("涉嫌洗钱，先转五千", ask__pay=900) == [Severity.WARNING]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("我是民警，先转五千，看过相册", Severity.ALARM),
        ("我是民警，先转五千", Severity.WARNING),
        ("我是民警，看过相册", Severity.WARNING),
        ("涉嫌洗钱，先转五千，看过相册", Severity.WARNING),
    ],
    ids=["both", "without the words", "nothing demanded", "nobody claimed"],
)
def test_the_lowest_sum_decides_where_the_telling_words_agree(
    text: str, severity: Severity
) -> None:
    sums = [SignWeight("orange", 100), SignWeight("script", 900), SignWeight("red", 900)]
    sums += [SignWeight("role.police", 100), SignWeight("sign.case", 100)]
    words = [SignWeight("level", 100), SignWeight("相册", 100)]
    check = WeighedSigns(sums, telling=Telling(words))
    assert [each.severity for each in found_by(check, text, REGISTER)] == [severity]


def test_a_genuine_notice_lowers_the_sum() -> None:
    assert severities("我是民警，本月账单", role__police=100, notice__bill=-1) == []


def test_a_forbidden_demand_weighs_nothing() -> None:
    assert severities("切勿先转五千", ask__pay=900) == []


def test_the_finding_quotes_the_person_s_words_and_names_the_script() -> None:
    check = WeighedSigns((SignWeight("orange", 50), SignWeight("role.police", 60)))
    (finding,) = found_by(check, "您好，我是民警", REGISTER)
    assert [each.quote for each in finding.evidence] == ["我是民警"]
    assert (finding.reason, finding.category) == ("weighed_signs.several", "authority")


def test_without_weights_the_check_is_silent() -> None:
    assert found_by(WeighedSigns(), "我是民警，先转五千", REGISTER) == []


def test_the_quotations_show_the_claim_the_story_and_the_demand() -> None:
    signs = {"orange": 50, "sign.case": 90, "role.police": 20, "pretext.case": 10, "ask.pay": 5}
    check = WeighedSigns(SignWeight(sign, each) for sign, each in signs.items())
    (finding,) = found_by(check, "涉嫌洗钱，我是民警，您涉案了，先转五千", REGISTER)
    assert [each.quote for each in finding.evidence] == ["我是民警", "您涉案了", "先转五千"]
