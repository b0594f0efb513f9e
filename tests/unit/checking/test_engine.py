"""One check from end to end."""

import gc
import inspect
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from app.checking.checks.check import EVERY_TEXT, Check, Topic
from app.checking.checks.weighed_signs import WeighedSigns
from app.checking.circumstances import Surroundings
from app.checking.engine import Engine
from app.checking.knowledge import Knowledge
from app.checking.roster import Roster
from app.checking.weighing import Weighing
from app.feed.advice_tables import read_advice_rules
from app.model.finding import Evidence, Finding, Severity
from app.model.freshness import AgeLimits, Freshness
from app.model.phrases import SignWeight, WeighedWords
from app.model.reading import Reading
from app.model.report import CheckReport
from app.model.submission import Submission
from app.model.verdict import VerdictLevel
from tests.builders import AS_OF, a_reader, a_register
from tests.report_cases import KNOWLEDGE, a_finding, listed
from tests.shipped import RESOURCES

RELEASED_ON = AS_OF + timedelta(days=5)
LIMITS = AgeLimits(fresh_days=10, stale_days=20)
REGISTER = KNOWLEDGE.register
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Finds:
    """A check that always finds the same."""

    findings: tuple[Finding, ...]
    name: str = "finds"
    looks_at: frozenset[Topic] = EVERY_TEXT

    def examine(self, _reading: Reading, _knowledge: Knowledge) -> Iterable[Finding]:
        yield from self.findings


@dataclass(frozen=True, slots=True)
class KnowsSite:
    """A check that finds every indicator listed."""

    name: str = "knows"
    looks_at: frozenset[Topic] = EVERY_TEXT

    def examine(self, reading: Reading, _knowledge: Knowledge) -> Iterable[Finding]:
        return [listed(each, "douyin") for each in reading.indicators]


def checked(
    text: str,
    *checks: Check,
    today: date = RELEASED_ON,
    limits: AgeLimits = LIMITS,
) -> CheckReport:
    rules = read_advice_rules(RESOURCES / "advice")
    reader = a_reader(a_register())
    engine = Engine(reader, Knowledge(REGISTER), Roster(checks), rules, limits, RELEASED_ON)
    return engine.check(Submission(text), today)


def test_findings_of_all_checks_come_weightiest_first() -> None:
    note, alarm, warning = (
        a_finding(each) for each in (Severity.NOTE, Severity.ALARM, Severity.WARNING)
    )
    report = checked("您好", Finds((note, warning)), Finds((alarm,)))
    assert report.findings == (alarm, warning, note)
    assert report.verdict.level is VerdictLevel.DANGER


def test_it_carries_what_was_read_and_from_which_register() -> None:
    report = checked("95152")
    assert report.reading.submission.text == "95152"
    assert report.register_as_of == REGISTER.as_of
    assert report.register_version == REGISTER.version


def test_it_ends_with_advice() -> None:
    assert checked("您好", Finds((a_finding(Severity.ALARM),))).advice.steps != ()
    assert checked("您好").advice.steps != ()


@pytest.mark.parametrize(
    ("today", "freshness", "level"),
    [
        (RELEASED_ON, Freshness.FRESH, VerdictLevel.OFFICIAL),
        (AS_OF + 10 * DAY, Freshness.FRESH, VerdictLevel.OFFICIAL),
        (AS_OF + 11 * DAY, Freshness.AGEING, VerdictLevel.OFFICIAL),
        (AS_OF + 20 * DAY, Freshness.AGEING, VerdictLevel.OFFICIAL),
        (AS_OF + 21 * DAY, Freshness.STALE, VerdictLevel.UNFINISHED),
        (RELEASED_ON - DAY, Freshness.STALE, VerdictLevel.UNFINISHED),
    ],
)
def test_the_day_decides_what_the_list_may_say(
    today: date, freshness: Freshness, level: VerdictLevel
) -> None:
    verdict = checked("95152", KnowsSite(), today=today).verdict
    assert verdict.freshness is freshness
    assert verdict.level is level


def test_an_alarm_stands_on_any_day() -> None:
    alarm = Finds((a_finding(Severity.ALARM),))
    for today in (RELEASED_ON, AS_OF + 1000 * DAY, AS_OF - DAY):
        assert (
            checked("95152", alarm, KnowsSite(), today=today).verdict.level is VerdictLevel.DANGER
        )


def test_the_same_submission_gives_the_same_report() -> None:
    alarm = Finds((a_finding(Severity.ALARM, evidence=(Evidence("您"),)),))
    assert checked("您好 95152", alarm) == checked("您好 95152", alarm)


def test_it_tells_what_the_checks_ask() -> None:
    rules = read_advice_rules(RESOURCES / "advice")
    knowledge = Knowledge(REGISTER)
    engine = Engine(a_reader(a_register()), knowledge, Roster(), rules, LIMITS, RELEASED_ON)
    assert engine.knowledge is knowledge


def test_nothing_of_a_submission_is_kept_once_it_is_judged() -> None:
    levels, words = [SignWeight("orange", 100)], [WeighedWords(100, ("相册",))]
    surroundings = Surroundings()
    weighing = Weighing(levels, words, surroundings)
    checks: tuple[Check, ...] = (WeighedSigns(weighing, surroundings),)
    rules = read_advice_rules(RESOURCES / "advice")
    reader, knowledge = a_reader(REGISTER), Knowledge(REGISTER)
    roster = Roster(checks, (surroundings.forget, weighing.forget))
    engine = Engine(reader, knowledge, roster, rules, LIMITS, RELEASED_ON)
    text = "请看相册 http://xq-pics-7.top/a，我是张三四"
    place = knowledge.place_of("xq-pics-7.top")
    report = engine.check(Submission(text), RELEASED_ON)
    assert report.verdict.level is VerdictLevel.CAUTION
    kept = report.reading
    del report
    gc.collect()
    keepers = [each for each in gc.get_referrers(kept) if not inspect.isframe(each)]
    assert keepers == []
    assert knowledge.place_of("xq-pics-7.top") is not place
