"""Decides in whose name a text speaks; a name that merely stands in it is no claim."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..model.phrases import SlotKind
from ..model.reading import Claim, ClaimBasis, Signature
from .folding import FoldedText
from .phrase_matcher import NameMatch, SlotMatch

_INTRODUCTION_REACH = 6
_SERVICE_REACH = 4
_ANNOUNCEMENT_REACH = 3


def find_claims(
    folded: FoldedText,
    names: Sequence[NameMatch],
    matches: Sequence[SlotMatch],
    signatures: Sequence[Signature],
) -> tuple[Claim, ...]:
    """Return a claim for every organisation whose name stands in a claiming place."""
    context = _Context(matches)
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

    def __init__(self, matches: Sequence[SlotMatch]) -> None:
        self._introduced = sorted(_of(matches, SlotKind.INTRODUCES, at_end=True))
        self._served = sorted(_of(matches, SlotKind.SERVES, at_end=False))
        self._announced = sorted(_of(matches, SlotKind.ANNOUNCES, at_end=False))

    def basis(self, name: NameMatch) -> ClaimBasis | None:
        if _any_within(self._introduced, name.start - _INTRODUCTION_REACH, name.start):
            return ClaimBasis.SELF
        if _any_within(self._served, name.end, name.end + _SERVICE_REACH):
            return ClaimBasis.SERVICE
        if _any_within(self._announced, name.end, name.end + _ANNOUNCEMENT_REACH):
            return ClaimBasis.SUBJECT
        return None


def _of(matches: Sequence[SlotMatch], kind: SlotKind, *, at_end: bool) -> Iterator[int]:
    for match in matches:
        if match.slot.kind is kind:
            yield match.end if at_end else match.start


def _any_within(places: list[int], low: int, high: int) -> bool:
    index = bisect_left(places, low)
    return index < len(places) and places[index] <= high
