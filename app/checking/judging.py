"""Turns findings into one verdict, in the order of judgement.

1. A decisive finding or an alarm is red, whatever else was found.
2. A warning is orange.
3. Blue answers one question, "whose number or site is this?": when the paste is nothing but listed
   contacts, or when a listed SMS sender wrote a text whose contacts are all its own.
4. Everything else is purple.
5. Blue and purple become grey when the list is stale or something was not read. Grey never replaces
   red or orange.
"""

from collections.abc import Iterator
from operator import attrgetter

from ..model.finding import Finding, Severity
from ..model.freshness import Freshness
from ..model.indicator import Indicator
from ..model.reading import NOTHING_OMITTED, Reading
from ..model.records import Answer
from ..model.scam_category import ScamCategory
from ..model.verdict import Verdict, VerdictLevel
from .knowledge import Knowledge

# Looking a member up costs more than comparing.
_REASSURING, _NOTE = Severity.REASSURING, Severity.NOTE
_WARNING, _ALARM = Severity.WARNING, Severity.ALARM
_STALE = Freshness.STALE
_SEVERITY, _ORDER = attrgetter("severity"), attrgetter("order")
_SCRIPT = "scam_script"
_OF_WORDS = frozenset({_SCRIPT, "forbidden_act", "never_statement", "weighed_signs"})


def judge(
    findings: tuple[Finding, ...], reading: Reading, knowledge: Knowledge, freshness: Freshness
) -> Verdict:
    """Judge `findings`, which must be sorted with the weightiest first."""
    worst = findings[0].severity if findings else _NOTE
    if worst >= _WARNING:
        level = VerdictLevel.DANGER if worst >= _ALARM else VerdictLevel.CAUTION
        alarming = tuple([each for each in findings if each.severity >= _WARNING])
        category = _category(alarming, reading, knowledge)
        return Verdict(level, category, alarming, freshness)
    if freshness is _STALE or reading.omission != NOTHING_OMITTED or not reading.legible:
        level = VerdictLevel.UNFINISHED
    elif (reading.bare or reading.sender is not None) and (
        _all_listed(findings, reading) or _wholly_from_its_sender(findings, reading, knowledge)
    ):
        calming = tuple([each for each in findings if each.severity is _REASSURING])
        return Verdict(VerdictLevel.OFFICIAL, None, calming, freshness)
    else:
        level = VerdictLevel.UNKNOWN
    return Verdict(level, None, findings, freshness)  # none of them alarms


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Sort findings, in place too: the weightiest first, then by the order of judgement."""
    if len(findings) > 1:
        findings.sort(key=_ORDER)
        findings.sort(key=_SEVERITY, reverse=True)
    return tuple(findings)


def _all_listed(findings: tuple[Finding, ...], reading: Reading) -> bool:
    if not reading.bare or reading.sender_name:
        return False
    shown = [*reading.indicators, *_sender(reading)]
    return set(map(_identity, shown)) <= _reassured(findings)


def _wholly_from_its_sender(
    findings: tuple[Finding, ...], reading: Reading, knowledge: Knowledge
) -> bool:
    if reading.sender is None:
        return False
    rows = knowledge.official_numbers(reading.sender)
    owners = {row.organization_id for row in rows if row.sends_sms is Answer.YES}
    if not owners or _identity(reading.sender) not in _reassured(findings):
        return False
    theirs = _reassured(findings, owners)
    claimed = {each.organization_id for each in reading.claims}
    return claimed <= owners and set(map(_identity, reading.indicators)) <= theirs


def _reassured(
    findings: tuple[Finding, ...], owners: set[str] | None = None
) -> set[tuple[str, str]]:
    return {
        _identity(evidence.indicator)
        for finding in findings
        if finding.severity is _REASSURING and (owners is None or finding.organization_id in owners)
        for evidence in finding.evidence
        if evidence.indicator is not None
    }


def _identity(indicator: Indicator) -> tuple[str, str]:
    return type(indicator).__name__, indicator.key


def _sender(reading: Reading) -> Iterator[Indicator]:
    if reading.sender is not None:
        yield reading.sender


def scripts_told(findings: tuple[Finding, ...]) -> tuple[ScamCategory, ...]:
    """Return the categories of the scripts that warn, the weightiest first."""
    scripts = [each for each in findings if each.check == _SCRIPT and each.severity >= _WARNING]
    return tuple([each.category for each in scripts if each.category])


def _category(
    alarming: tuple[Finding, ...], reading: Reading, knowledge: Knowledge
) -> ScamCategory | None:
    """Name the fraud where the words of the text warn.

    Without a fitted table a recognised script names it, else the weightiest finding.
    """
    if naming := knowledge.naming:
        is_of_words = any(each.check in _OF_WORDS for each in alarming)
        return naming.name(reading, scripts_told(alarming)) if is_of_words else None
    named = [each for each in alarming if each.category]
    if not named:
        return None
    scripts = scripts_told(alarming)
    return scripts[0] if scripts else named[0].category
