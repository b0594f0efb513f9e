"""Which steps are advised."""

import pytest
from msgspec.structs import replace

from app.checking.advising import number_to_dial
from app.checking.knowledge import Knowledge
from app.feed.advice_tables import read_advice_rules
from app.model.advice import AdviceAction, Contact
from app.model.finding import Evidence, Severity
from app.model.freshness import Freshness
from app.model.indicator import Indicator
from app.model.phrases import ActGroup
from app.model.reading import Omission, Stance
from app.model.records import NumberKind, OfficialNumber, Sector, Standing
from app.model.register import Register
from app.model.report import CheckReport
from app.model.scam_category import ScamCategory
from app.model.submission import Channel
from app.model.verdict import VerdictLevel
from tests.builders import a_hit, an_act
from tests.report_cases import (
    AS_OF,
    KNOWLEDGE,
    a_finding,
    a_link,
    a_mobile,
    a_number,
    a_reading,
    a_report,
    a_short_code,
    an_organization,
    listed,
)
from tests.shipped import RESOURCES

NAMED = {
    rule.number
    for rules in read_advice_rules(RESOURCES / "advice").cases.values()
    for rule in rules
}
WAYS_TO_CHECK = {
    AdviceAction.CALL_OFFICIAL,
    AdviceAction.USE_OWN_APP,
    AdviceAction.USE_NUMBER_ON_CARD,
    AdviceAction.CALL_OLD_NUMBER,
    AdviceAction.OPEN_OFFICIAL_SITE,
}
CLAIMS = ((), ("icbc",), ("douyin",), ("site-only",), ("shop",), ("police",))


def actions(report: CheckReport) -> list[AdviceAction]:
    return [each.action for each in report.advice.steps]


def contacts(report: CheckReport) -> list[str]:
    return [each.contact.value for each in report.advice.steps if each.contact]


@pytest.mark.parametrize("claims", CLAIMS)
@pytest.mark.parametrize("kind", list(Channel))
@pytest.mark.parametrize("category", [None, *ScamCategory])
@pytest.mark.parametrize("level", [VerdictLevel.DANGER, VerdictLevel.CAUTION])
def test_every_alarm_has_a_way_to_check_without_the_sender(
    level: VerdictLevel,
    category: ScamCategory | None,
    kind: Channel,
    claims: tuple[str, ...],
) -> None:
    reading = a_reading(indicators=(a_mobile(),), claims=claims, channel=kind)
    report = a_report(level, reading, findings=(a_finding(),), category=category)
    assert WAYS_TO_CHECK.intersection(actions(report))
    assert "+8613912345678" not in contacts(report)


@pytest.mark.parametrize("kind", list(Channel))
@pytest.mark.parametrize("category", [None, *ScamCategory])
def test_red_stops_calls_110_keeps_the_proof_and_tells_the_family(
    category: ScamCategory | None, kind: Channel
) -> None:
    report = a_report(
        VerdictLevel.DANGER,
        a_reading(channel=kind, claims=("icbc",)),
        findings=(a_finding(),),
        category=category,
    )
    first, second, *rest = report.advice.steps
    assert first.action in {
        AdviceAction.HANG_UP,
        AdviceAction.DO_NOT_REPLY,
        AdviceAction.DO_NOT_CLICK,
    }
    assert second.contact == Contact("police", "110")
    later = [each.action for each in rest]
    assert AdviceAction.KEEP_EVIDENCE in later
    assert AdviceAction.TELL_FAMILY in later


@pytest.mark.parametrize("kind", list(Channel))
@pytest.mark.parametrize("level", list(VerdictLevel))
def test_every_verdict_has_steps(level: VerdictLevel, kind: Channel) -> None:
    assert actions(a_report(level, a_reading(channel=kind)))


@pytest.mark.parametrize("kind", list(Channel))
def test_purple_gives_at_least_three_steps_and_the_anti_fraud_line(kind: Channel) -> None:
    report = a_report(VerdictLevel.UNKNOWN, a_reading(channel=kind))
    assert len(report.advice.steps) >= 3
    assert "96110" in contacts(report)


def test_a_look_alike_is_checked_at_the_genuine_number() -> None:
    finding = a_finding(organization_id="douyin", genuine="95152")
    report = a_report(VerdictLevel.CAUTION, findings=(finding,))
    assert contacts(report)[0] == "95152"


def test_a_look_alike_site_is_checked_at_the_genuine_one() -> None:
    finding = a_finding(organization_id="icbc", genuine="mybank.icbc.com.cn")
    reading = a_reading(indicators=(a_link("1cbc.com.cn"),), bare=True)
    report = a_report(VerdictLevel.CAUTION, reading, findings=(finding,))
    assert {"mybank.icbc.com.cn", "95588"} <= set(contacts(report))


def test_a_claimed_bank_is_checked_at_its_hotline_or_by_the_card() -> None:
    report = a_report(VerdictLevel.CAUTION, a_reading(claims=("icbc",)), findings=(a_finding(),))
    assert "95588" in contacts(report)
    assert AdviceAction.USE_NUMBER_ON_CARD in actions(report)


def test_a_note_about_somebody_is_no_claim() -> None:
    finding = a_finding(Severity.NOTE, organization_id="icbc")
    report = a_report(VerdictLevel.UNKNOWN, findings=(finding,), decided_by=())
    assert "95588" not in contacts(report)


def test_a_relative_is_asked_on_his_old_number() -> None:
    report = a_report(
        VerdictLevel.CAUTION, findings=(a_finding(),), category=ScamCategory.ACQUAINTANCE
    )
    assert AdviceAction.CALL_OLD_NUMBER in actions(report)


def demanded(*acts: str, category: ScamCategory | None = None) -> list[str]:
    """Return the keys of red's steps where these acts are demanded."""
    hits = tuple(a_hit(an_act(each, ActGroup.A, "x"), 0, 1) for each in acts)
    reading = replace(a_reading("x"), hits=hits)
    report = a_report(VerdictLevel.DANGER, reading, findings=(a_finding(),), category=category)
    return [each.key for each in report.advice.steps]


@pytest.mark.parametrize("category", [None, *ScamCategory])
def test_who_asks_for_a_code_may_have_it_already_so_the_card_is_stopped(
    category: ScamCategory | None,
) -> None:
    for act in ("act.tell_code", "act.tell_password", "act.give_data", "act.nfc", "act.face"):
        assert "stop_card" in demanded(act, category=category)


@pytest.mark.parametrize("category", [None, *ScamCategory])
def test_who_asks_for_the_screen_may_see_it_already_whatever_the_script(
    category: ScamCategory | None,
) -> None:
    for act in ("act.share_screen", "act.remote_control", "act.install_app"):
        assert "stop_sharing" in demanded(act, category=category)


def test_what_is_only_mentioned_brings_no_step() -> None:
    hit = a_hit(an_act("act.tell_code", ActGroup.A, "x"), 0, 1, Stance.MENTION)
    reading = replace(a_reading("x"), hits=(hit,))
    report = a_report(VerdictLevel.DANGER, reading, findings=(a_finding(),))
    assert "stop_card" not in [each.key for each in report.advice.steps]


@pytest.mark.parametrize(
    ("category", "key"),
    [
        (ScamCategory.CUSTOMER_SERVICE, "refund_own_way"),
        (ScamCategory.FLIGHT_REFUND, "refund_own_way"),
        (ScamCategory.SHOPPING_SERVICE, "trade_inside"),
        (ScamCategory.GAME_TRADE, "trade_inside"),
        (ScamCategory.GIFT_GROUP_SCRATCH, "prize_inside"),
        (ScamCategory.CHARITY_CASHBACK, "charity_itself"),
        (ScamCategory.PHISHING_SMS, "own_app_instead"),
        (ScamCategory.LOAN, "loan_at_bank"),
        (ScamCategory.ACQUAINTANCE, "call_old_number"),
        (ScamCategory.AUTHORITY, "ask_real_police"),
        (ScamCategory.RECOVERY, "ask_real_police"),
    ],
)
def test_the_way_to_check_is_that_of_the_script(category: ScamCategory, key: str) -> None:
    assert key in demanded(category=category)
    assert key in demanded("act.tell_code", "act.share_screen", category=category)


def test_credit_matters_go_to_the_credit_centre() -> None:
    report = a_report(
        VerdictLevel.DANGER, findings=(a_finding(),), category=ScamCategory.CREDIT_RECORD
    )
    assert "+864008108866" in contacts(report)


@pytest.mark.parametrize(
    ("indicator", "owner", "contact"),
    [(a_short_code("95588"), "icbc", "95588"), (a_link("douyin.com"), "douyin", "douyin.com")],
)
def test_blue_says_to_dial_or_type_the_listed_one(
    indicator: Indicator, owner: str, contact: str
) -> None:
    reading = a_reading(indicator.as_written, indicators=(indicator,), bare=True)
    report = a_report(VerdictLevel.OFFICIAL, reading, findings=(listed(indicator, owner),))
    assert contact in contacts(report)


def test_the_anti_fraud_line_is_answered() -> None:
    code = a_short_code("96110", "0536")
    reading = a_reading("0536-96110", indicators=(code,), bare=True)
    report = a_report(
        VerdictLevel.OFFICIAL, reading, findings=(listed(code, "national-anti-fraud"),)
    )
    assert actions(report)[0] is AdviceAction.ANSWER_CALL


def test_nobody_is_told_to_dial_a_number_that_only_sends() -> None:
    code = a_short_code("12381")
    reading = a_reading("12381", indicators=(code,), bare=True)
    report = a_report(VerdictLevel.OFFICIAL, reading, findings=(listed(code, "miit-12381"),))
    assert "12381" not in contacts(report)
    assert actions(report)[0] is AdviceAction.DO_NOT_CLICK


def test_grey_says_why_in_its_steps() -> None:
    stale = a_report(VerdictLevel.UNFINISHED, freshness=Freshness.STALE)
    partly = a_report(VerdictLevel.UNFINISHED, a_reading(omission=Omission(characters=9)))
    assert "update_list" in [each.key for each in stale.advice.steps]
    assert "paste_shorter" in [each.key for each in partly.advice.steps]


def test_a_link_inside_a_message_is_left_alone() -> None:
    reading = a_reading("看 a.cn", indicators=(a_link("a.cn"),))
    assert AdviceAction.DO_NOT_CLICK in actions(a_report(VerdictLevel.UNKNOWN, reading))


def dial_of(*numbers: OfficialNumber) -> str:
    organization = an_organization("a", "甲", "A", Sector.BANK)
    register = Register("v", AS_OF, organizations=(organization,), numbers=numbers)
    row = number_to_dial("a", Knowledge(register), NAMED)
    return row.key if row else ""


def test_the_best_proven_hotline_is_dialled() -> None:
    listed_once = a_number("a", "95001", standing=Standing.COMMUNITY_LIST)
    documented = a_number("a", "95002")
    assert dial_of(listed_once, documented) == "95002"


def test_the_police_come_first() -> None:
    emergency = a_number("a", "110", kind=NumberKind.EMERGENCY)
    assert dial_of(a_number("a", "95002"), emergency) == "110"


@pytest.mark.parametrize("emergency", ["119", "120", "122", "12395"])
def test_an_emergency_line_is_not_for_asking_who_called(emergency: str) -> None:
    row = a_number("a", emergency, kind=NumberKind.EMERGENCY)
    assert dial_of(row) == ""
    assert dial_of(row, a_number("a", "95002")) == "95002"


@pytest.mark.parametrize(
    "standing", [Standing.CODE_HOLDER_ONLY, Standing.UNVERIFIED, Standing.POSSIBLY_OBSOLETE]
)
def test_a_doubtful_number_is_never_dialled(standing: Standing) -> None:
    assert dial_of(a_number("a", "95002", standing=standing)) == ""


def test_an_outbound_line_is_never_dialled() -> None:
    assert dial_of(a_number("a", "95002", kind=NumberKind.OUTBOUND_LINE)) == ""
    assert number_to_dial("site-only", KNOWLEDGE, NAMED) is None


def test_a_listed_sender_line_in_evidence_does_not_change_whom_to_call() -> None:
    finding = a_finding(evidence=(Evidence("139"),), organization_id="icbc")
    assert "95588" in contacts(a_report(VerdictLevel.CAUTION, findings=(finding,)))
