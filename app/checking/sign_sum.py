"""Adds up the weights of the signs that stand near each other in a reading.

As SpamAssassin does, every sign counts once, and the weights are fitted to labelled messages. What
was forbidden, denied or reported counts nothing.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..model.phrases import SignWeight, SlotKind
from ..model.reading import PhraseHit
from .circumstances import Circumstances

WINDOW = 1_500
_PARTS = (SlotKind.ROLE, SlotKind.PRETEXT, SlotKind.PRODUCT, SlotKind.PAYOUT, SlotKind.SIGN)
_WITH_ASK = {part: f"{part}+ask" for part in _PARTS}
_WITH_LINK = {part: f"link+{part}" for part in _PARTS}
_WITH_ROLE = {part: f"role+{part}" for part in _PARTS[1:]}
_ASKING = frozenset({SlotKind.ASK, SlotKind.ACT})
_LEVELS = frozenset({"base", "orange", "script", "red"})
_MOST_CALM = -300


class SignSum(NamedTuple):
    """The largest sum of any stretch of the text, with the hits that made it, weightiest first.

    `total` is in hundredths of a natural logarithm of odds. Below the level from which on it warns
    no hits are given: most texts stay there.
    """

    total: int
    hits: tuple[PhraseHit, ...]


class Scales:
    """The fitted weights, ready to weigh; immutable."""

    def __init__(self, weights: Iterable[SignWeight]) -> None:
        """Take the register's weights; without any, nothing weighs."""
        table = {each.sign: each.hundredths for each in weights}
        self.base = table.get("base", 0)
        self.orange = table.get("orange", 0)
        self.script = table.get("script", 0)
        self.red = table.get("red", 0)
        self._weights = {sign: each for sign, each in table.items() if sign not in _LEVELS and each}

    def weigh(self, around: Circumstances) -> SignSum | None:
        """Return the sum of the demanded signs, or None where nothing weighs."""
        hits = around.demanded
        if not self._weights or not hits:
            return None
        signals = around.weighed_signals
        if hits[-1].end - hits[0].start <= WINDOW:
            return self._of(hits, signals)
        sums = (self._of(stretch, signals) for stretch in _stretches(hits))
        return max(sums, key=lambda each: each.total)

    def _of(self, hits: Sequence[PhraseHit], signals: frozenset[str]) -> SignSum:
        weights = self._weights
        first: dict[str, PhraseHit] = {}
        for hit in hits:
            first.setdefault(hit.slot.id, hit)
        raised = calmed = 0
        for sign in signs_of(first.values(), signals):
            weight = weights.get(sign, 0)
            if weight > 0:
                raised += weight
            else:
                calmed += weight
        total = self.base + raised + max(calmed, _MOST_CALM)
        if total < self.orange:
            return SignSum(total, ())
        telling = [hit for sign, hit in first.items() if weights.get(sign, 0) > 0]
        telling.sort(key=lambda hit: -weights[hit.slot.id])
        return SignSum(total, tuple(telling))


def signs_of(hits: Iterable[PhraseHit], signals: frozenset[str]) -> set[str]:
    """Return the names of what weighs: slots, signals, and pairs that stand together."""
    signs = set(signals)
    kinds = set()
    for hit in hits:
        signs.add(hit.slot.id)
        kinds.add(hit.slot.kind)
    if not kinds.isdisjoint(_ASKING):
        signs.update(_named(_WITH_ASK, kinds))
    if "unlisted_link" in signals:
        signs.update(_named(_WITH_LINK, kinds))
    if SlotKind.ROLE in kinds:
        signs.update(_named(_WITH_ROLE, kinds))
    return signs


def _named(pairs: dict[SlotKind, str], kinds: set[SlotKind]) -> list[str]:
    return [pairs[kind] for kind in kinds if kind in pairs]


def _stretches(hits: Sequence[PhraseHit]) -> Iterator[Sequence[PhraseHit]]:
    """Yield stretches that overlap by half, so that no neighbours are torn apart."""
    starts = [hit.start for hit in hits]
    for place in sorted({start // (WINDOW // 2) for start in starts}):
        low = place * (WINDOW // 2)
        yield hits[bisect_left(starts, low) : bisect_left(starts, low + WINDOW)]
