"""Chooses what a card says of an alarm, and in which order."""

from collections.abc import Iterable

from ..model.finding import Finding, Severity
from ..model.text_span import Span
from ..model.verdict import Verdict

_SCRIPT = "scam_script"
_VAGUE = "weighed_signs"
_OF_WORDS = frozenset({_SCRIPT, _VAGUE, "forbidden_act"})


def telling(findings: Iterable[Finding], verdict: Verdict) -> tuple[Finding, ...]:
    """Return the findings that warn, the weightiest first, each about words of its own.

    Of equal weight a recognised script goes first, since it tells the most. A script of another
    name than the verdict's stays away where something else weighs as much.
    """
    found = [each for each in findings if each.severity >= Severity.WARNING]
    found = _without_other_stories(found, verdict)
    ranked = sorted(found, key=lambda f: (-f.severity, f.order, f.check != _SCRIPT))
    return tuple(_each_once(_plainest(ranked)))


def _without_other_stories(found: list[Finding], verdict: Verdict) -> list[Finding]:
    rest = [f for f in found if f.check != _SCRIPT or f.category == verdict.category]
    if verdict.category is None or not _weigh_as_much(rest, found):
        return found
    return rest


def _plainest(found: list[Finding]) -> list[Finding]:
    """Leave out what the vague check says where two plain reasons, or a script, weigh as much.

    Beside a single demand it tells who asks, and why.
    """
    plain = [f for f in found if f.check != _VAGUE]
    if not _weigh_as_much(plain, found):
        return found
    is_alone = len(plain) == 1 and plain[0].check != _SCRIPT
    return found if is_alone and _tells_more(found, plain[0]) else plain


def _tells_more(found: list[Finding], plain: Finding) -> bool:
    """Tell whether the vague check names at least two things that the plain reason does not."""
    places = _places(plain)
    vague = next((f for f in found if f.check == _VAGUE), None)
    if vague is None or not any(value for _, value in vague.values):
        return False
    return sum(not _meets(each, places) for each in _places(vague)) > 1


def _weigh_as_much(some: list[Finding], found: list[Finding]) -> bool:
    most = max((f.severity for f in found), default=Severity.NOTE)
    return any(f.severity >= most for f in some)


def _each_once(ranked: list[Finding]) -> list[Finding]:
    """Leave out a reason of words whose words have all been spoken of."""
    kept: list[Finding] = []
    spoken_of: list[Span] = []
    for finding in ranked:
        places = _places(finding)
        of_words = finding.check in _OF_WORDS and places
        if of_words and kept and all(_meets(each, spoken_of) for each in places):
            continue
        kept.append(finding)
        spoken_of += places
    return kept


def _places(finding: Finding) -> list[Span]:
    return [each.span for each in finding.evidence if each.span is not None]


def _meets(span: Span, others: list[Span]) -> bool:
    return any(span.start < each.end and each.start < span.end for each in others)
