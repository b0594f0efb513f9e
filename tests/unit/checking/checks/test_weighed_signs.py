"""The sum of signs warns, and decides only where a script and a demand can be shown."""

import pytest
from msgspec.structs import replace

from app.checking.checks.weighed_signs import WeighedSigns
from app.checking.weighing import Weighing
from app.model.finding import Severity
from app.model.language import LocalizedText
from app.model.phrases import SignWeight, Slot, SlotKind, WeighedWords
from tests.builders import WEIGHT_LEVELS, a_register, a_slot, found_by

REGISTER = a_register(
    a_slot("role.police", SlotKind.ROLE, "我是民警", hints=("authority",)),
    a_slot("pretext.case", SlotKind.PRETEXT, "您涉案了", hints=("authority",)),
    a_slot("sign.case", SlotKind.SIGN, "涉嫌洗钱"),
    a_slot("ask.pay", SlotKind.ASK, "先转五千"),
    a_slot("notice.bill", SlotKind.NOTICE, "本月账单"),
    a_slot("notice.plain_advert", SlotKind.NOTICE, "办证"),
    a_slot("stance.forbids", SlotKind.FORBIDS, "切勿"),
)


LEVELS = WEIGHT_LEVELS | {"base": 0}
WORDS = (WeighedWords(60, ("相册", "看过", "photo", "album")), WeighedWords(-90, ("包饺子",)))


def a_check(signs: dict[str, int]) -> WeighedSigns:
    return WeighedSigns(Weighing((SignWeight(a, b) for a, b in signs.items()), WORDS))


def severities(text: str, **signs: int) -> list[Severity]:
    table = LEVELS | {sign.replace("__", "."): each for sign, each in signs.items()}
    return [each.severity for each in found_by(a_check(table), text, REGISTER)]


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
        ("我是民警，您涉案了", 399, Severity.WARNING),
        ("我是民警，您涉案了", 400, Severity.ALARM),
        ("涉嫌洗钱，先转五千，我是民警，本月账单", 300, Severity.ALARM),
    ],
)
def test_a_whole_script_decides_before_part_of_one(
    text: str, weight: int, severity: Severity
) -> None:
    assert severities(text, role__police=weight) == [severity]


def test_a_demand_without_any_story_decides_last() -> None:
    assert severities("涉嫌洗钱，先转五千", ask__pay=399) == [Severity.WARNING]
    assert severities("涉嫌洗钱，先转五千", ask__pay=400) == [Severity.ALARM]


def test_what_neither_demands_nor_tells_a_story_never_decides() -> None:
    assert severities("涉嫌洗钱，看过相册", sign__case=900) == [Severity.WARNING]
    assert severities("我是民警，看过相册", role__police=900) == [Severity.WARNING]


def test_an_advert_in_nobody_s_name_never_decides() -> None:
    signs = {"role.police": 300, "notice.plain_advert": 0}
    assert severities("我是民警，先转五千", **signs) == [Severity.ALARM]
    assert severities("我是民警，先转五千，办证", **signs) == [Severity.WARNING]
    assert severities("甲：我是民警，先转五千，办证\n乙：好", **signs) == [Severity.ALARM]


def test_words_alone_warn_and_never_decide() -> None:
    (found,) = found_by(a_check(LEVELS), "你看过这个相册吗，看过没有", REGISTER)
    assert (found.severity, found.reason) == (Severity.WARNING, "weighed_signs.wording")
    assert [each.quote for each in found.evidence] == ["你看过这个相册吗", "看过没有"]
    assert severities("相册") == []


def test_words_may_make_a_script_decide() -> None:
    signs = {"role__police": 100, "ask__pay": 100}
    assert severities("我是民警，您涉案了，先转五千", **signs) == [Severity.ALARM]
    assert severities("我是民警，先转五千，看过相册", **signs) == [Severity.ALARM]
    assert severities("我是民警，先转五千", **signs) == [Severity.WARNING]


def test_disguised_words_count_although_they_cannot_be_quoted() -> None:
    assert severities("你看\u200b过这个相\u200b册吗") == [Severity.WARNING]


def test_a_few_sentences_warn_though_the_rest_is_kind_and_never_decide() -> None:
    text = "我是民警，您涉案了，先转五千。" + "周末包饺子。\n" * 14
    assert severities(text, role__police=290) == [Severity.ALARM]
    assert severities(text, role__police=150) == [Severity.WARNING]
    assert severities(text, role__police=149) == []


def test_a_genuine_notice_lowers_the_sum() -> None:
    assert severities("我是民警，本月账单", role__police=100, notice__bill=-1) == []


def test_a_forbidden_demand_weighs_nothing() -> None:
    assert severities("切勿先转五千", ask__pay=900) == []


def test_the_finding_quotes_the_person_s_words_and_names_the_script() -> None:
    check = a_check(LEVELS | {"role.police": 110})
    (finding,) = found_by(check, "您好，我是民警", REGISTER)
    assert [each.quote for each in finding.evidence] == ["我是民警"]
    assert (finding.reason, finding.category) == ("weighed_signs.several", "authority")


def test_without_weights_the_check_is_silent() -> None:
    assert found_by(WeighedSigns(), "我是民警，先转五千", REGISTER) == []


def test_the_quotations_show_the_claim_the_story_and_the_demand() -> None:
    signs = {"orange": 50, "sign.case": 90, "role.police": 20, "pretext.case": 10, "ask.pay": 5}
    check = a_check(signs)
    (finding,) = found_by(check, "涉嫌洗钱，我是民警，您涉案了，先转五千", REGISTER)
    assert [each.quote for each in finding.evidence] == ["我是民警", "您涉案了", "先转五千"]


@pytest.mark.parametrize(("length", "needed"), [(120, 100), (240, 200), (360, 300), (1400, 300)])
def test_a_long_text_has_to_weigh_more_up_to_three_times(length: int, needed: int) -> None:
    text = "我是民警" + "好" * (length - 4)
    assert severities(text, role__police=needed, part=999) == [Severity.WARNING]
    assert severities(text, role__police=needed - 1, part=999) == []


def captioned(slot: Slot, zh: str, en: str) -> Slot:
    return replace(slot, caption=LocalizedText(zh, en))


CAPTIONED = a_register(
    captioned(a_slot("role.police", SlotKind.ROLE, "我是民警"), "自称民警", "claims to be police"),
    captioned(
        a_slot("pretext.case", SlotKind.PRETEXT, "您涉案了"), "说您涉案", "says you are accused"
    ),
    captioned(a_slot("ask.pay", SlotKind.ASK, "先转五千"), "要您转钱", "wants money"),
    captioned(a_slot("ask.pay_again", SlotKind.ASK, "再转一万"), "要您转钱", "wants money"),
    a_slot("sign.case", SlotKind.SIGN, "涉嫌洗钱"),
)


@pytest.mark.parametrize(
    ("text", "weight", "reason", "what"),
    [
        ("先转五千，我是民警，您涉案了", 300, "script_of", "自称民警，说您涉案，要您转钱"),
        ("先转五千，我是民警", 120, "several_of", "自称民警，要您转钱"),
        ("先转五千", 120, "several_of_one", "要您转钱"),
        ("先转五千，再转一万", 120, "several_of_one", "要您转钱"),
        ("先转五千", 500, "script_of_one", "要您转钱"),
        ("涉嫌洗钱", 120, "several", ""),
    ],
)
def test_the_reason_says_who_it_claims_to_be_what_happened_and_what_it_wants(
    text: str, weight: int, reason: str, what: str
) -> None:
    signs = {"role.police": 1, "pretext.case": 1, "ask.pay": weight, "ask.pay_again": 1}
    check = a_check(LEVELS | signs | {"sign.case": weight})
    (finding,) = found_by(check, text, CAPTIONED)
    assert finding.reason == f"weighed_signs.{reason}"
    told = dict(finding.values)["what"]
    assert isinstance(told, LocalizedText)
    assert told.zh == what
    assert len(told.en.split(", ")) == len(what.split("，"))
