"""Decides in whose name a text speaks; a name that merely stands in it is no claim."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..model.phrases import SlotKind
from ..model.reading import Claim, ClaimBasis, Signature
from .folding import FoldedText
from .phrase_matcher import NameMatch, SlotMatch

_INTRODUCTION_REACH = 6
_SERVICE_REACH = 4
_ANNOUNCEMENT_REACH = 3
# Beyond these somebody else speaks, or something else is spoken of ("退到支付宝。客服：…").
_BREAK = re.compile(r"[,;!?。\n]|\.(?=\s|$)")


def find_claims(
    folded: FoldedText,
    names: Sequence[NameMatch],
    matches: Sequence[SlotMatch],
    signatures: Sequence[Signature],
) -> tuple[Claim, ...]:
    """Return a claim for every organisation whose name stands in a claiming place."""
    context = _Context(folded.text, matches)
    claims = []
    seen: set[tuple[tuple[str, ...], ClaimBasis]] = set()
    for name in names:
        span = folded.span(name.start, name.end)
        signed = any(each.span.start <= span.start < each.span.end for each in signatures)
        basis = ClaimBasis.SIGNATURE if signed else context.basis(name)
        if basis is None or (name.organization_ids, basis) in seen:
            continue
        seen.add((name.organization_ids, basis))
        written = folded.original[span.start : span.end]
        claims += [Claim(each, basis, written, span) for each in name.organization_ids]
    return tuple(claims)


class _Context:
    """The claiming words of a text, by where they touch a name."""

    def __init__(self, text: str, matches: Sequence[SlotMatch]) -> None:
        self._text = text
        self._introduced = sorted(_of(matches, SlotKind.INTRODUCES, at_end=True))
        self._served = sorted(_of(matches, SlotKind.SERVES, at_end=False))
        self._announced = sorted(_of(matches, SlotKind.ANNOUNCES, at_end=False))

    def basis(self, name: NameMatch) -> ClaimBasis | None:
        start, end = name.start, name.end
        introduced = _within(self._introduced, start - _INTRODUCTION_REACH, start)
        if any(self._is_joined(each, start) for each in introduced):
            return ClaimBasis.SELF
        served = _within(self._served, end, end + _SERVICE_REACH)
        if any(self._is_joined(end, each) for each in served):
            return ClaimBasis.SERVICE
        announced = _within(self._announced, end, end + _ANNOUNCEMENT_REACH)
        if any(self._is_joined(end, each) for each in announced):
            return ClaimBasis.SUBJECT
        return None

    def _is_joined(self, start: int, end: int) -> bool:
        return start == end or _BREAK.search(self._text, start, end) is None


def _within(places: list[int], low: int, high: int) -> Iterator[int]:
    for place in places[bisect_left(places, low) :]:
        if place > high:
            return
        yield place


def _of(matches: Sequence[SlotMatch], kind: SlotKind, *, at_end: bool) -> Iterator[int]:
    for match in matches:
        if match.slot.kind is kind:
            yield match.end if at_end else match.start
