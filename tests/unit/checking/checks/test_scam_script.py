"""Whole scripts."""

from datetime import date

import pytest
from msgspec.structs import replace

from app.checking.checks.scam_script import ScamScript
from app.model.finding import Finding, Severity
from app.model.phrases import (
    PatternStrength,
    ScamPattern,
    SlotKind,
)
from app.model.scam_category import ScamCategory
from tests.builders import (
    STATED,
    a_company,
    a_doubting_weighing,
    a_pattern,
    a_register,
    a_slot,
    an_act,
    found_by,
    shipped_slots,
)

SLOTS = (
    a_slot("role.police", SlotKind.ROLE, "我是民警"),
    a_slot("pretext.case", SlotKind.PRETEXT, "涉嫌洗钱"),
    a_slot("notice.calm", SlotKind.NOTICE, "请到柜台办理"),
    an_act("act.move", "转到卡里"),
    an_act("act.meet", "下载软件"),
    a_slot("stance.forbids", SlotKind.FORBIDS, "切勿"),
    *shipped_slots(SlotKind.INTRODUCES),
)
AUTHORITY, LOAN = ScamCategory.AUTHORITY, ScamCategory.LOAN
WHOLE = a_pattern("whole", AUTHORITY, ("role.police",), ("pretext.case",), ("act.move", "act.meet"))
PART = a_pattern(
    "part", AUTHORITY, ("role.police",), ("pretext.case",), strength=PatternStrength.ORANGE
)
TEXT = "我是民警，您涉嫌洗钱，请转到卡里"


def found(text: str, *patterns: ScamPattern, today: date = date(2026, 11, 22)) -> list[Finding]:
    register = a_register(*SLOTS, organizations=(a_company("river", "江河银行"),))
    return found_by(ScamScript(patterns, lambda: today), text, register)


def test_a_whole_script_is_an_alarm() -> None:
    (finding,) = found(TEXT, WHOLE)
    assert finding.severity is Severity.ALARM
    assert finding.order == 3
    assert finding.category is AUTHORITY
    assert finding.reason is WHOLE.reason
    assert finding.rule is WHOLE.rule
    assert finding.source is STATED


def test_it_quotes_each_part() -> None:
    (finding,) = found(TEXT, WHOLE)
    assert {each.quote for each in finding.evidence} == {"我是民警", "涉嫌洗钱", "转到卡里"}


def test_the_better_part_of_a_script_is_a_warning() -> None:
    (finding,) = found("我是民警，您涉嫌洗钱", WHOLE, PART)
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "我是民警，请转到卡里",
        "您涉嫌洗钱，请转到卡里",
        "我是民警，您涉嫌洗钱",
        "我是民警，您涉嫌洗钱，切勿转到卡里",
        "您好",
        "",
    ],
)
def test_a_script_needs_all_its_groups(text: str) -> None:
    assert found(text, WHOLE) == []


@pytest.mark.parametrize("last", ["转到卡里", "下载软件"])
def test_any_entry_fills_its_group(last: str) -> None:
    assert len(found(f"我是民警，您涉嫌洗钱，请{last}", WHOLE)) == 1


@pytest.mark.parametrize("patterns", [(WHOLE, PART), (PART, WHOLE)])
def test_of_one_script_the_gravest_pattern_speaks(patterns: tuple[ScamPattern, ...]) -> None:
    (finding,) = found(TEXT, *patterns)
    assert finding.severity is Severity.ALARM


def test_two_scripts_are_two_findings() -> None:
    other = replace(WHOLE, id="other", category=LOAN)
    assert {each.category for each in found(TEXT, WHOLE, other)} == {AUTHORITY, LOAN}


def test_scripts_come_in_the_order_of_the_text() -> None:
    names = "甲乙丙丁戊己庚辛壬癸"
    slots = [a_slot(f"pretext.{each}", SlotKind.PRETEXT, f"{each}事") for each in names]
    scripts = list(zip(ScamCategory, slots, strict=False))
    patterns = [a_pattern(slot.id, category, (slot.id,)) for category, slot in scripts]
    check = ScamScript(patterns, lambda: date(2026, 11, 22))
    text = "，".join(f"{each}事" for each in names)
    found_scripts = [each.category for each in found_by(check, text, a_register(*slots))]
    assert found_scripts == [category for category, _ in scripts]


@pytest.mark.parametrize(("size", "is_found"), [(5, True), (39, True), (60, False)])
def test_the_parts_stand_near_each_other(size: int, *, is_found: bool) -> None:
    near = replace(WHOLE, within=60)
    text = f"我是民警，您涉嫌洗钱{'啊' * size}转到卡里"
    assert bool(found(text, near)) is is_found


def test_a_window_may_open_anywhere_in_the_text() -> None:
    near = replace(WHOLE, within=40)
    text = "我是民警" + "啊" * 100 + "涉嫌洗钱" + "啊" * 100 + TEXT + "啊" * 100 + "转到卡里"
    (finding,) = found(text, near)
    spans = [each.span for each in finding.evidence if each.span]
    assert max(each.end for each in spans) - min(each.start for each in spans) <= 40


def test_what_a_pattern_excludes_switches_it_off() -> None:
    calm = replace(WHOLE, unless=("notice.calm",))
    assert len(found(TEXT, calm)) == 1
    assert found(TEXT + "，请到柜台办理", calm) == []


@pytest.mark.parametrize(
    ("signal", "text"),
    [
        ("link", "https://else.com/a"),
        ("unlisted_link", "https://else.com/a"),
        ("phone", "13800138000"),
        ("outside_number", "+44 7700 900123"),
        ("money", "500元"),
        ("claimed_organisation", "我是江河银行的"),
    ],
)
def test_a_signal_fills_a_group(signal: str, text: str) -> None:
    pattern = replace(WHOLE, needs=(("pretext.case",), (signal,)))
    assert found("您涉嫌洗钱", pattern) == []
    assert len(found(f"您涉嫌洗钱 {text}", pattern)) == 1


@pytest.mark.parametrize(
    ("season", "today", "is_found"),
    [
        (("01-10", "02-20"), date(2027, 1, 10), True),
        (("01-10", "02-20"), date(2027, 2, 20), True),
        (("01-10", "02-20"), date(2027, 2, 21), False),
        (("01-10", "02-20"), date(2026, 11, 22), False),
        (("12-20", "02-20"), date(2026, 12, 31), True),
        (("12-20", "02-20"), date(2027, 1, 1), True),
        (("12-20", "02-20"), date(2027, 6, 1), False),
        (None, date(2027, 6, 1), True),
    ],
)
def test_a_seasonal_script_has_its_days(
    season: tuple[str, str] | None, today: date, *, is_found: bool
) -> None:
    assert bool(found(TEXT, replace(WHOLE, season=season), today=today)) is is_found


def test_without_patterns_nothing_is_found() -> None:
    assert found(TEXT) == []


@pytest.mark.parametrize(
    ("pattern", "severity"), [(WHOLE, Severity.WARNING), (PART, Severity.NOTE)]
)
def test_a_script_that_nothing_around_supports_counts_a_step_less(
    pattern: ScamPattern, severity: Severity
) -> None:
    check = ScamScript([pattern], lambda: date(2026, 11, 22), weighing=a_doubting_weighing())
    register = a_register(*SLOTS, organizations=(a_company("river", "江河银行"),))
    (doubted,) = found_by(check, f"{TEXT}，谢谢", register)
    (sure,) = found_by(check, TEXT, register)
    assert doubted.severity is severity
    assert sure.severity > severity
