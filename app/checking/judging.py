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

from ..model.finding import Finding, Severity
from ..model.freshness import Freshness
from ..model.indicator import Indicator
from ..model.reading import Reading
from ..model.records import Answer
from ..model.scam_category import ScamCategory
from ..model.verdict import Verdict, VerdictLevel
from .knowledge import Knowledge

_CALM_LEVELS = frozenset({VerdictLevel.OFFICIAL, VerdictLevel.UNKNOWN})
_ALARMING_LEVELS = frozenset({VerdictLevel.DANGER, VerdictLevel.CAUTION})
_ALARMING = frozenset({Severity.DECISIVE, Severity.ALARM, Severity.WARNING})
_CALMING = frozenset({Severity.REASSURING})
_TELLING = frozenset({Severity.NOTE, Severity.REASSURING})


def judge(
    findings: tuple[Finding, ...], reading: Reading, knowledge: Knowledge, freshness: Freshness
) -> Verdict:
    """Judge `findings`, which must be sorted with the weightiest first."""
    level = _level(findings, reading, knowledge)
    if level in _CALM_LEVELS and (
        freshness is Freshness.STALE or reading.omission or not reading.legible
    ):
        level = VerdictLevel.UNFINISHED
    alarming = level in _ALARMING_LEVELS
    return Verdict(
        level=level,
        category=_category(findings) if alarming else None,
        decided_by=_deciding(level, findings),
        freshness=freshness,
    )


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Sort findings: the weightiest first, then by the order of judgement."""
    if len(findings) > 1:
        findings = sorted(findings, key=lambda each: (-each.severity, each.order))
    return tuple(findings)


def _level(findings: tuple[Finding, ...], reading: Reading, knowledge: Knowledge) -> VerdictLevel:
    worst = findings[0].severity if findings else Severity.NOTE
    if worst >= Severity.ALARM:
        return VerdictLevel.DANGER
    if worst is Severity.WARNING:
        return VerdictLevel.CAUTION
    if _all_listed(findings, reading) or _wholly_from_its_sender(findings, reading, knowledge):
        return VerdictLevel.OFFICIAL
    return VerdictLevel.UNKNOWN


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
        if finding.severity is Severity.REASSURING
        and (owners is None or finding.organization_id in owners)
        for evidence in finding.evidence
        if evidence.indicator is not None
    }


def _identity(indicator: Indicator) -> tuple[str, str]:
    return type(indicator).__name__, indicator.key


def _sender(reading: Reading) -> Iterator[Indicator]:
    if reading.sender is not None:
        yield reading.sender


def _category(findings: tuple[Finding, ...]) -> ScamCategory | None:
    """Take a recognised script's name first, then the weightiest finding's."""
    named = [each for each in findings if each.category and each.severity >= Severity.WARNING]
    scripts = [each for each in named if each.check == "scam_script"]
    return next((each.category for each in (*scripts, *named)), None)


def _deciding(level: VerdictLevel, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    match level:
        case VerdictLevel.DANGER | VerdictLevel.CAUTION:
            wanted = _ALARMING
        case VerdictLevel.OFFICIAL:
            wanted = _CALMING
        case _:
            wanted = _TELLING
    return tuple([each for each in findings if each.severity in wanted])
