"""What holds of every verdict, whatever was found."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.checking.judging import in_order, judge
from app.checking.knowledge import Knowledge
from app.model.finding import Evidence, Finding, Severity
from app.model.freshness import Freshness
from app.model.indicator import Indicator, Number
from app.model.reading import Claim, ClaimBasis, Omission, Reading, sorted_out
from app.model.records import Answer
from app.model.register import Register
from app.model.scam_category import ScamCategory
from app.model.submission import Submission
from app.model.text_span import Span
from app.model.verdict import Verdict, VerdictLevel
from tests.report_cases import (
    AS_OF,
    KNOWLEDGE,
    a_link,
    a_mobile,
    a_number,
    a_port,
    a_short_code,
)

ALARMING = (VerdictLevel.DANGER, VerdictLevel.CAUTION)
RANK = {
    level: rank
    for rank, level in enumerate(
        (
            VerdictLevel.OFFICIAL,
            VerdictLevel.UNKNOWN,
            VerdictLevel.UNFINISHED,
            VerdictLevel.CAUTION,
            VerdictLevel.DANGER,
        )
    )
}
OWNERS = ("icbc", "douyin", "shop")
CHECKS = ("forbidden_act", "scam_script", "official_number", "lookalike_domain")
NUMBERS: tuple[Number, ...] = (
    a_short_code("95588"),
    a_short_code("95152"),
    a_short_code("95588", "021"),
    a_mobile(),
    a_port(),
)
INDICATORS: tuple[Indicator, ...] = (*NUMBERS, a_link("icbc.com.cn"))
SENDING = Knowledge(
    Register(
        "v",
        AS_OF,
        KNOWLEDGE.register.organizations,
        (replace(a_number("icbc", "95588"), sends_sms=Answer.YES), a_number("douyin", "95152")),
        KNOWLEDGE.register.domains,
    )
)
indicators = st.sampled_from(INDICATORS)


@st.composite
def findings(draw: st.DrawFn, severities: tuple[Severity, ...] = tuple(Severity)) -> Finding:
    evidence = tuple(
        Evidence(each.as_written, each.span, each)
        for each in draw(st.lists(indicators, max_size=2))
    )
    return Finding(
        draw(st.sampled_from(CHECKS)),
        draw(st.sampled_from(severities)),
        "reason",
        evidence,
        draw(st.integers(1, 9)),
        category=draw(st.none() | st.sampled_from(list(ScamCategory))),
        organization_id=draw(st.sampled_from(("", *OWNERS))),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    shown = tuple(draw(st.lists(indicators, max_size=3)))
    sender = draw(st.none() | st.sampled_from(NUMBERS))
    claims = draw(st.lists(st.sampled_from(OWNERS), max_size=2))
    left_out = draw(st.sampled_from((Omission(), Omission(), Omission(characters=9))))
    return sorted_out(
        Reading(
            submission=Submission("…"),
            folded="…",
            indicators=shown,
            sender=sender,
            sender_name="" if sender else draw(st.sampled_from(("", "小王"))),
            signatures=(),
            claims=tuple(Claim(each, ClaimBasis.SELF, each, Span(0, 1)) for each in claims),
            hits=(),
            bare=bool(shown) and draw(st.booleans()),
            omission=left_out,
            legible=draw(st.booleans()),
        )
    )


some_findings = st.lists(findings(), max_size=6)
freshnesses = st.sampled_from(list(Freshness))


def judged(found: list[Finding], reading: Reading, freshness: Freshness) -> Verdict:
    return judge(in_order(found), reading, SENDING, freshness)


@given(
    some_findings,
    findings((Severity.WARNING, Severity.ALARM, Severity.DECISIVE)),
    readings(),
    freshnesses,
)
def test_one_more_warning_never_lowers_the_verdict(
    found: list[Finding], warning: Finding, reading: Reading, freshness: Freshness
) -> None:
    before = judged(found, reading, freshness).level
    after = judged([*found, warning], reading, freshness).level
    assert RANK[after] >= RANK[before]
    assert after in ALARMING


@given(
    some_findings, st.lists(findings((Severity.REASSURING, Severity.NOTE))), readings(), freshnesses
)
def test_reassurance_never_cancels_an_alarm(
    found: list[Finding], calm: list[Finding], reading: Reading, freshness: Freshness
) -> None:
    before = judged(found, reading, freshness)
    after = judged([*found, *calm], reading, freshness)
    if before.level in ALARMING:
        assert after.level is before.level
        assert after.category == before.category


@given(
    some_findings.flatmap(lambda each: st.tuples(st.just(each), st.permutations(each))),
    readings(),
    freshnesses,
)
def test_the_order_of_findings_does_not_matter(
    orders: tuple[list[Finding], list[Finding]], reading: Reading, freshness: Freshness
) -> None:
    straight, shuffled = (judged(each, reading, freshness) for each in orders)
    assert straight.level is shuffled.level
    assert set(straight.decided_by) == set(shuffled.decided_by)


@given(some_findings, readings())
def test_a_stale_list_may_warn_but_never_reassure(found: list[Finding], reading: Reading) -> None:
    fresh = judged(found, reading, Freshness.FRESH).level
    stale = judged(found, reading, Freshness.STALE).level
    assert stale is (fresh if fresh in ALARMING else VerdictLevel.UNFINISHED)


@given(some_findings, readings(), freshnesses)
def test_what_was_not_read_replaces_no_alarm(
    found: list[Finding], reading: Reading, freshness: Freshness
) -> None:
    whole = replace(reading, omission=Omission(), legible=True)
    complete = judged(found, whole, freshness).level
    for partly in (replace(whole, omission=Omission(links=1)), replace(whole, legible=False)):
        level = judged(found, partly, freshness).level
        assert level is (complete if complete in ALARMING else VerdictLevel.UNFINISHED)


@given(some_findings, readings(), freshnesses)
def test_official_needs_every_contact_listed_and_nothing_against_it(
    found: list[Finding], reading: Reading, freshness: Freshness
) -> None:
    if judged(found, reading, freshness).level is not VerdictLevel.OFFICIAL:
        return
    assert freshness is not Freshness.STALE
    assert all(each.severity <= Severity.NOTE for each in found)
    reassured = {
        evidence.indicator
        for each in found
        if each.severity is Severity.REASSURING
        for evidence in each.evidence
    }
    assert set(reading.indicators) <= reassured
    assert reading.sender is None or reading.sender in reassured
    assert not reading.sender_name


@given(some_findings, readings(), freshnesses)
def test_a_verdict_names_a_script_exactly_when_it_warns_of_one(
    found: list[Finding], reading: Reading, freshness: Freshness
) -> None:
    verdict = judged(found, reading, freshness)
    warned = {each.category for each in found if each.severity >= Severity.WARNING} - {None}
    assert (verdict.category in warned) if warned else verdict.category is None


@given(some_findings, readings(), freshnesses)
def test_what_decided_was_found_and_fits_the_level(
    found: list[Finding], reading: Reading, freshness: Freshness
) -> None:
    verdict = judged(found, reading, freshness)
    assert set(verdict.decided_by) <= set(found)
    alarms = [each for each in verdict.decided_by if each.severity >= Severity.WARNING]
    assert bool(alarms) is (verdict.level in ALARMING)


def test_no_level_is_called_safe() -> None:
    words = " ".join(VerdictLevel).lower()
    assert len(VerdictLevel) == len(RANK)
    for promise in ("safe", "genuine", "green", "ok", "trust", "legit", "clean"):
        assert promise not in words.split()
