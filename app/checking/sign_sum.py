"""Adds up what weighs in a stretch of text: signs, the pairs they make, and words.

As SpamAssassin does, every sign counts once, and the weights are fitted to labelled messages. What
was forbidden, denied or reported counts nothing.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..model.phrases import ASKING, CALMING_SIGNALS, WEIGHT_LEVELS, SignWeight, SlotKind
from ..model.reading import PhraseHit
from .wording import WordSum

_PARTS = (SlotKind.ROLE, SlotKind.PRETEXT, SlotKind.PRODUCT, SlotKind.PAYOUT, SlotKind.SIGN)
_WITH_ASK = {part: f"{part}+ask" for part in _PARTS}
_WITH_LINK = {part: f"link+{part}" for part in _PARTS}
_WITH_ROLE = {part: f"role+{part}" for part in _PARTS[1:]}


class SignSum(NamedTuple):
    """The sum of a stretch of text, with the hits that raised it, weightiest first.

    `total` is in hundredths of a natural logarithm of odds; `most` is what it would be if nothing
    in the stretch calmed. Below the level from which on it warns no hits are given: most texts stay
    there.
    """

    total: int
    most: int
    hits: tuple[PhraseHit, ...] = ()


NOTHING = SignSum(-100_000, -100_000)


class Scales:
    """The fitted weights, ready to weigh; immutable."""

    def __init__(self, weights: Iterable[SignWeight]) -> None:
        """Take the register's weights; without any, nothing weighs."""
        table = {each.sign: each.hundredths for each in weights}
        self.base = table.get("base", 0)
        self.disbelief = table.get("disbelief", 0)
        self.doubt = table.get("doubt", 0)
        self.backing = table.get("backing", 0)
        self.orange = table.get("orange", 0)
        self.part = table.get("part", 0)
        self.script = table.get("script", 0)
        self.red = table.get("red", 0)
        self.alone = table.get("alone", 0)
        self._weights = {
            sign: each for sign, each in table.items() if each and sign not in WEIGHT_LEVELS
        }

    def __bool__(self) -> bool:
        """Tell whether there are levels to measure by."""
        return bool(self.orange)

    def calmed_by(self, signals: frozenset[str]) -> int:
        """Return what signals that reassure take off a sum; 0 or less."""
        return sum(self._weights.get(each, 0) for each in signals & CALMING_SIGNALS)

    def weigh(self, hits: Sequence[PhraseHit], signals: frozenset[str], words: WordSum) -> SignSum:
        """Return the sum of one stretch: its demanded hits, the text's signals, its words."""
        weights = self._weights
        first: dict[str, PhraseHit] = {}
        for hit in hits:
            first.setdefault(hit.slot.id, hit)
        raised, calmed = words
        for sign in signs_of(first.values(), signals):
            weight = weights.get(sign, 0)
            if weight > 0:
                raised += weight
            else:
                calmed += weight
        most = self.base + raised
        total = most + calmed
        if total < self.orange:
            return SignSum(total, most)
        telling = [hit for sign, hit in first.items() if weights.get(sign, 0) > 0]
        telling.sort(key=lambda hit: -weights[hit.slot.id])
        return SignSum(total, most, tuple(telling))


def signs_of(hits: Iterable[PhraseHit], signals: frozenset[str]) -> set[str]:
    """Return the names of what weighs: slots, signals, and pairs that stand together."""
    signs = set(signals)
    kinds = set()
    for hit in hits:
        signs.add(hit.slot.id)
        kinds.add(hit.slot.kind)
    if not kinds.isdisjoint(ASKING):
        signs.update(_named(_WITH_ASK, kinds))
    if "unlisted_link" in signals:
        signs.update(_named(_WITH_LINK, kinds))
    if SlotKind.ROLE in kinds:
        signs.update(_named(_WITH_ROLE, kinds))
    return signs


def _named(pairs: dict[SlotKind, str], kinds: set[SlotKind]) -> list[str]:
    return [pairs[kind] for kind in kinds if kind in pairs]
