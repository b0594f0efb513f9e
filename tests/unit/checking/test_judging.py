"""Each rule of the order of judgement."""

from itertools import product

import pytest
from msgspec.structs import replace

from app.checking.judging import in_order, judge, scripts_told
from app.checking.knowledge import Knowledge
from app.model.finding import Evidence, Finding, Severity
from app.model.freshness import Freshness
from app.model.indicator import Indicator
from app.model.phrases import CategoryWords
from app.model.reading import Claim, ClaimBasis, Omission, Reading, sorted_out
from app.model.records import Answer
from app.model.register import Register
from app.model.scam_category import ScamCategory
from app.model.text_span import Span
from app.model.verdict import Verdict, VerdictLevel
from tests.report_cases import (
    AS_OF,
    KNOWLEDGE,
    a_finding,
    a_link,
    a_mobile,
    a_number,
    a_reading,
    a_short_code,
    listed,
)

DOUYIN, BANK = a_short_code("95152"), a_short_code("95588")
SITE = a_link("icbc.com.cn")
NOTE = a_finding(Severity.NOTE, "一句说明。")
WARNING = a_finding(Severity.WARNING)
ALARM = a_finding(Severity.ALARM)
DECISIVE = a_finding(Severity.DECISIVE)
LISTED = listed(DOUYIN, "douyin")
BARE = a_reading("95152", indicators=(DOUYIN,), bare=True)


def judged(
    *findings: Finding,
    reading: Reading = BARE,
    knowledge: Knowledge = KNOWLEDGE,
    freshness: Freshness = Freshness.FRESH,
) -> Verdict:
    return judge(in_order(list(findings)), reading, knowledge, freshness)


@pytest.mark.parametrize(
    ("severity", "level"),
    [
        (Severity.DECISIVE, VerdictLevel.DANGER),
        (Severity.ALARM, VerdictLevel.DANGER),
        (Severity.WARNING, VerdictLevel.CAUTION),
    ],
)
@pytest.mark.parametrize("others", [(), (LISTED,), (NOTE,), (LISTED, NOTE, NOTE)])
def test_the_weightiest_finding_decides(
    severity: Severity, level: VerdictLevel, others: tuple[Finding, ...]
) -> None:
    assert judged(a_finding(severity), *others).level is level


@pytest.mark.parametrize("findings", [(), (NOTE,), (NOTE, NOTE)])
def test_notes_alone_leave_it_unknown(findings: tuple[Finding, ...]) -> None:
    assert judged(*findings).level is VerdictLevel.UNKNOWN


def test_a_bare_listed_contact_is_official() -> None:
    verdict = judged(LISTED, NOTE)
    assert verdict.level is VerdictLevel.OFFICIAL
    assert verdict.decided_by == (LISTED,)


@pytest.mark.parametrize(
    ("shown", "found", "level"),
    [
        ((DOUYIN, BANK), (DOUYIN, BANK), VerdictLevel.OFFICIAL),
        ((DOUYIN, DOUYIN), (DOUYIN,), VerdictLevel.OFFICIAL),
        ((DOUYIN, SITE), (DOUYIN, SITE), VerdictLevel.OFFICIAL),
        ((DOUYIN, BANK), (DOUYIN,), VerdictLevel.UNKNOWN),
        ((DOUYIN, SITE), (DOUYIN,), VerdictLevel.UNKNOWN),
        ((DOUYIN, a_mobile()), (DOUYIN,), VerdictLevel.UNKNOWN),
    ],
)
def test_one_unlisted_contact_keeps_it_unknown(
    shown: tuple[Indicator, ...], found: tuple[Indicator, ...], level: VerdictLevel
) -> None:
    reading = a_reading("…", indicators=shown, bare=True)
    findings = (listed(each, "douyin") for each in found)
    assert judged(*findings, reading=reading).level is level


def test_a_listed_contact_in_a_text_is_not_official() -> None:
    reading = a_reading("请拨打95152", indicators=(DOUYIN,))
    verdict = judged(LISTED, reading=reading)
    assert verdict.level is VerdictLevel.UNKNOWN
    assert LISTED in verdict.decided_by


def test_a_code_with_another_area_is_another_number() -> None:
    reading = a_reading("021-95152", indicators=(a_short_code("95152", "021"),), bare=True)
    assert judged(LISTED, reading=reading).level is VerdictLevel.UNKNOWN


def test_a_bare_contact_that_came_from_a_name_is_not_official() -> None:
    reading = replace(BARE, sender_name="客服小王")
    assert judged(LISTED, reading=reading).level is VerdictLevel.UNKNOWN


def test_a_bare_contact_from_an_unlisted_number_is_not_official() -> None:
    reading = sorted_out(replace(BARE, sender=a_mobile()))
    assert judged(LISTED, reading=reading).level is VerdictLevel.UNKNOWN


def sending(sends_sms: Answer = Answer.YES) -> Knowledge:
    """Return the register with 95588 as a sender of SMS."""
    register = KNOWLEDGE.register
    numbers = (replace(a_number("icbc", "95588"), sends_sms=sends_sms),)
    return Knowledge(Register("v", AS_OF, register.organizations, numbers, register.domains))


def sent(*indicators: Indicator, claims: tuple[str, ...] = ()) -> Reading:
    reading = a_reading("您的账户支出500元", indicators=indicators, claims=claims)
    return sorted_out(replace(reading, sender=BANK))


def test_a_text_of_a_listed_sms_sender_is_official() -> None:
    verdict = judged(listed(BANK, "icbc"), reading=sent(), knowledge=sending())
    assert verdict.level is VerdictLevel.OFFICIAL


@pytest.mark.parametrize("answer", [Answer.NO, Answer.UNKNOWN])
def test_a_number_that_is_not_known_to_send_sms_is_no_sender(answer: Answer) -> None:
    verdict = judged(listed(BANK, "icbc"), reading=sent(), knowledge=sending(answer))
    assert verdict.level is VerdictLevel.UNKNOWN


def test_its_text_may_hold_its_own_contacts() -> None:
    findings = (listed(BANK, "icbc"), listed(SITE, "icbc"))
    verdict = judged(*findings, reading=sent(SITE, BANK), knowledge=sending())
    assert verdict.level is VerdictLevel.OFFICIAL


@pytest.mark.parametrize("owner", ["douyin", ""])
def test_its_text_with_another_s_contact_is_not_official(owner: str) -> None:
    findings = (listed(BANK, "icbc"), *([listed(DOUYIN, owner)] if owner else []))
    verdict = judged(*findings, reading=sent(DOUYIN), knowledge=sending())
    assert verdict.level is VerdictLevel.UNKNOWN


@pytest.mark.parametrize(
    ("claimed", "level"),
    [(("icbc",), VerdictLevel.OFFICIAL), (("icbc", "douyin"), VerdictLevel.UNKNOWN)],
)
def test_its_text_may_claim_nobody_else(claimed: tuple[str, ...], level: VerdictLevel) -> None:
    verdict = judged(listed(BANK, "icbc"), reading=sent(claims=claimed), knowledge=sending())
    assert verdict.level is level


UNFINISHED_BY = {
    "a stale list": (BARE, Freshness.STALE),
    "characters left out": (replace(BARE, omission=Omission(characters=1)), Freshness.FRESH),
    "links left out": (replace(BARE, omission=Omission(links=1)), Freshness.FRESH),
    "numbers left out": (replace(BARE, omission=Omission(numbers=1)), Freshness.AGEING),
    "nothing to read": (replace(BARE, legible=False), Freshness.FRESH),
}


@pytest.mark.parametrize(("reading", "freshness"), UNFINISHED_BY.values(), ids=UNFINISHED_BY)
@pytest.mark.parametrize("findings", [(), (NOTE,), (LISTED,)])
def test_blue_and_purple_become_grey(
    findings: tuple[Finding, ...], reading: Reading, freshness: Freshness
) -> None:
    verdict = judged(*findings, reading=reading, freshness=freshness)
    assert verdict.level is VerdictLevel.UNFINISHED
    assert verdict.freshness is freshness


@pytest.mark.parametrize(("reading", "freshness"), UNFINISHED_BY.values(), ids=UNFINISHED_BY)
@pytest.mark.parametrize(
    ("finding", "level"),
    [
        (WARNING, VerdictLevel.CAUTION),
        (ALARM, VerdictLevel.DANGER),
        (DECISIVE, VerdictLevel.DANGER),
    ],
)
def test_grey_replaces_no_alarm(
    finding: Finding, level: VerdictLevel, reading: Reading, freshness: Freshness
) -> None:
    assert judged(finding, LISTED, reading=reading, freshness=freshness).level is level


@pytest.mark.parametrize("freshness", [Freshness.FRESH, Freshness.AGEING])
def test_an_ageing_list_may_still_answer(freshness: Freshness) -> None:
    verdict = judged(LISTED, freshness=freshness)
    assert verdict.level is VerdictLevel.OFFICIAL
    assert verdict.freshness is freshness


def named(severity: Severity, category: ScamCategory | None, check: str = "a_check") -> Finding:
    return replace(a_finding(severity), category=category, check=check)


def test_an_alarm_carries_the_script_of_its_weightiest_finding() -> None:
    findings = (
        named(Severity.WARNING, ScamCategory.LOAN),
        named(Severity.DECISIVE, ScamCategory.AUTHORITY),
    )
    assert judged(*findings).category is ScamCategory.AUTHORITY


def test_a_recognised_script_gives_the_name_before_any_other_finding() -> None:
    findings = (
        named(Severity.DECISIVE, ScamCategory.AUTHORITY),
        named(Severity.ALARM, ScamCategory.RECOVERY, "scam_script"),
    )
    assert judged(*findings).category is ScamCategory.RECOVERY


def test_a_finding_without_a_script_leaves_the_name_to_the_next() -> None:
    findings = (named(Severity.DECISIVE, None), named(Severity.WARNING, ScamCategory.LOAN))
    assert judged(*findings).category is ScamCategory.LOAN


def test_without_an_alarm_there_is_no_script() -> None:
    assert judged(named(Severity.NOTE, ScamCategory.LOAN)).category is None


FITTED = Knowledge(
    replace(
        KNOWLEDGE.register,
        category_words=(
            CategoryWords("loan", 400, ("放款",)),
            CategoryWords("game_trade", 0, ("base",)),
            CategoryWords("other", 50, ("base",)),
        ),
    )
)
OF_A_LOAN = a_reading("今天就能放款")


def test_fitted_words_name_the_fraud_before_any_finding() -> None:
    script = named(Severity.ALARM, ScamCategory.GAME_TRADE, "scam_script")
    verdict = judged(script, reading=OF_A_LOAN, knowledge=FITTED)
    assert verdict.category is ScamCategory.LOAN


def test_where_the_words_are_in_doubt_the_script_names_the_fraud() -> None:
    script = named(Severity.ALARM, ScamCategory.GAME_TRADE, "scam_script")
    reading = a_reading("今天天气好")
    assert judged(script, reading=reading, knowledge=FITTED).category is ScamCategory.GAME_TRADE


def test_where_no_words_warn_there_is_no_name() -> None:
    of_a_number = named(Severity.WARNING, None, "lookalike_number")
    assert judged(of_a_number, reading=OF_A_LOAN, knowledge=FITTED).category is None


def test_scripts_are_told_the_weightiest_first_and_hints_not_at_all() -> None:
    findings = (
        named(Severity.ALARM, ScamCategory.LOAN, "scam_script"),
        named(Severity.WARNING, ScamCategory.GAME_TRADE, "scam_script"),
        named(Severity.NOTE, ScamCategory.RECOVERY, "scam_script"),
        named(Severity.ALARM, ScamCategory.MULE, "weighed_signs"),
    )
    assert scripts_told(findings) == (ScamCategory.LOAN, ScamCategory.GAME_TRADE)


@pytest.mark.parametrize(
    ("findings", "deciding"),
    [
        ((DECISIVE, ALARM, WARNING, NOTE, LISTED), (DECISIVE, ALARM, WARNING)),
        ((WARNING, NOTE, LISTED), (WARNING,)),
        ((NOTE, LISTED), (LISTED,)),
        ((NOTE,), (NOTE,)),
    ],
)
def test_it_says_what_decided(findings: tuple[Finding, ...], deciding: tuple[Finding, ...]) -> None:
    assert judged(*findings).decided_by == deciding


def test_findings_are_sorted_by_weight_then_by_the_order_of_judgement() -> None:
    severities, orders = (Severity.NOTE, Severity.ALARM), (1, 5, 3)
    findings = [a_finding(severity, order=order) for severity, order in product(severities, orders)]
    ordered = [(each.severity, each.order) for each in in_order(findings)]
    assert ordered == [(2, 1), (2, 3), (2, 5), (0, 1), (0, 3), (0, 5)]


def test_a_reassuring_finding_without_an_indicator_reassures_of_nothing() -> None:
    empty = a_finding(Severity.REASSURING, evidence=(Evidence("95152", Span(0, 5)),))
    assert judged(empty).level is VerdictLevel.UNKNOWN


def test_a_claim_alone_changes_no_level() -> None:
    claim = Claim("douyin", ClaimBasis.SELF, "抖音", Span(0, 2))
    assert judged(reading=replace(BARE, claims=(claim,))).level is VerdictLevel.UNKNOWN
