"""Says what each literal of the phrases and names stands for, ready to be asked while scanning."""

from collections.abc import Iterable
from typing import NamedTuple

from ..model.phrases import Slot
from .anchored_phrase import AnchoredPhrase
from .literal_finder import LiteralFinder
from .literal_meanings import Meaning

Anchored = tuple[AnchoredPhrase, ...]
Anchors = tuple[dict[str, Anchored], Anchored]
"""The phrases anchored at a literal, by the character behind it, and for every other character."""

# A plain tuple, because named ones take four times as long to unpack, and that is done for nearly
# every literal of a text.
Entry = tuple[tuple[int, ...], Anchors | None, tuple[str, ...], bool]
"""Slots, anchors and organisation ids of a literal, and whether it is a Latin word."""


class Kind(NamedTuple):
    """What thousands of literals have in common."""

    meaning: Meaning
    latin: bool


Counted = tuple[Kind, int]
"""A kind, and how many literals there are of it."""


class PhraseBook(NamedTuple):
    """The literals of one register, and for each of them an entry and the groups it is a word of.

    Literals of one kind stand side by side, and their entries are one object, so that 100,000
    literals cost no memory twice and stay near the processor. An entry is None for a word that only
    has to stand somewhere. The literals themselves are not here: they take more memory than what
    they stand for.
    """

    slots: tuple[Slot, ...]
    finder: LiteralFinder
    entries: list[Entry | None]
    groups: dict[int, tuple[int, ...]]


def bind(slots: tuple[Slot, ...], finder: LiteralFinder, kinds: Iterable[Counted]) -> PhraseBook:
    """Return the book of the literals that `finder` finds, which lie in the order of the kinds."""
    anchors = _AnchorShelf()
    entries: list[Entry | None] = []
    groups: dict[int, tuple[int, ...]] = {}
    for (meaning, latin), count in kinds:
        first = len(entries)
        entry = None
        if not meaning.is_only_needed:
            entry = (meaning.slots, anchors.of(meaning.anchored), meaning.names, latin)
        entries += [entry] * count
        if meaning.groups:
            groups.update(dict.fromkeys(range(first, first + count), meaning.groups))
    return PhraseBook(slots, finder, entries, groups)


class _AnchorShelf:
    """Sorts the phrases of one anchor by what may come behind it.

    Most anchors are everyday words, and a look at one character spares growing.
    """

    def __init__(self) -> None:
        self._made: dict[Anchored, Anchors | None] = {(): None}
        self._shared: dict[Anchored, Anchored] = {}

    def of(self, phrases: Anchored) -> Anchors | None:
        if phrases not in self._made:
            self._made[phrases] = self._by_character(phrases)
        return self._made[phrases]

    def _by_character(self, phrases: Anchored) -> Anchors:
        anywhere: list[AnchoredPhrase] = []
        behind: dict[str, list[AnchoredPhrase]] = {}
        for phrase in phrases:
            if phrase.opens is None:
                anywhere.append(phrase)
                for each in behind.values():
                    each.append(phrase)
                continue
            for char in phrase.opens:
                if char in behind:
                    behind[char].append(phrase)
                else:
                    behind[char] = [*anywhere, phrase]
        return {char: self._one(each) for char, each in behind.items()}, self._one(anywhere)

    def _one(self, phrases: list[AnchoredPhrase]) -> Anchored:
        anchored = tuple(phrases)
        return self._shared.setdefault(anchored, anchored)
