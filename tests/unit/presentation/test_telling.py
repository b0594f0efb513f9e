"""A card says the weightiest first, and nothing about the same words twice."""

from msgspec.structs import replace

from app.model.finding import Evidence, Finding, Severity
from app.model.language import LocalizedText
from app.model.scam_category import ScamCategory
from app.model.text_span import Span
from app.model.verdict import VerdictLevel
from app.presentation.telling import telling
from tests.report_cases import a_finding, a_report

LOAN, GAME = ScamCategory.LOAN, ScamCategory.GAME_TRADE
WHAT = (("what", LocalizedText("要您付钱", "wants money")),)


def found(
    check: str,
    *places: tuple[int, int],
    severity: Severity = Severity.ALARM,
    category: ScamCategory | None = None,
) -> Finding:
    evidence = tuple(Evidence("原话", Span(*each)) for each in places)
    finding = a_finding(severity, check, evidence=evidence)
    return replace(finding, check=check, category=category, order=3)


def told(*findings: Finding, category: ScamCategory | None = None) -> list[str]:
    report = a_report(VerdictLevel.DANGER, findings=findings, category=category)
    return [each.check for each in telling(findings, report.verdict)]


def test_a_script_goes_before_a_demand_of_the_same_weight() -> None:
    assert told(found("forbidden_act", (0, 4)), found("scam_script", (9, 12))) == [
        "scam_script",
        "forbidden_act",
    ]


def test_what_decides_goes_before_a_script() -> None:
    act = found("forbidden_act", (0, 4), severity=Severity.DECISIVE)
    assert told(found("scam_script", (9, 12)), act) == ["forbidden_act", "scam_script"]


def test_a_hint_is_no_reason_for_an_alarm() -> None:
    assert told(found("a_check", (0, 2)), found("link_shape", severity=Severity.NOTE)) == [
        "a_check"
    ]


def test_words_that_were_spoken_of_are_not_spoken_of_again() -> None:
    script = found("scam_script", (0, 4), (10, 16))
    assert told(script, found("forbidden_act", (12, 18))) == ["scam_script"]
    assert len(told(script, found("forbidden_act", (16, 18)))) == 2
    assert len(told(script, found("forbidden_act", (12, 14), (20, 22)))) == 2


def test_what_an_organisation_says_and_what_a_link_shows_is_said_beside_the_same_words() -> None:
    act = found("forbidden_act", (0, 4))
    for check in ("never_statement", "link_shape"):
        assert len(told(act, found(check, (0, 4)))) == 2
    assert len(told(act, found("forbidden_act"))) == 2  # the proof is the sender


def test_a_script_of_another_name_stays_away_where_something_else_weighs_as_much() -> None:
    other = found("scam_script", (0, 4), category=GAME)
    act = found("forbidden_act", (9, 12))
    assert told(other, act, category=LOAN) == ["forbidden_act"]
    assert len(told(other, act, category=GAME)) == 2
    assert len(told(other, act)) == 2
    assert told(other, category=LOAN) == ["scam_script"]


def test_the_vague_check_tells_who_asks_and_why_beside_a_single_demand() -> None:
    act = found("forbidden_act", (0, 4))
    vague = replace(found("weighed_signs", (6, 8), (9, 12)), values=WHAT)
    assert told(act, vague) == ["forbidden_act", "weighed_signs"]
    assert told(act, replace(vague, values=())) == ["forbidden_act"]
    assert told(act, replace(found("weighed_signs", (0, 4), (9, 12)), values=WHAT)) == [
        "forbidden_act"
    ]


def test_beside_a_script_or_two_demands_the_vague_check_says_nothing() -> None:
    vague = replace(found("weighed_signs", (6, 8), (9, 12)), values=WHAT)
    assert told(found("scam_script", (0, 4)), vague) == ["scam_script"]
    acts = found("forbidden_act", (0, 4)), found("forbidden_act", (20, 24))
    assert "weighed_signs" not in told(*acts, vague)
    warning = found("forbidden_act", (0, 4), severity=Severity.WARNING)
    assert told(warning, vague) == ["weighed_signs", "forbidden_act"]
