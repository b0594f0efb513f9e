"""Finds every slot and every listed name in a folded text, in time linear in its length.

All literals go through one Aho-Corasick scan. A phrase with gaps is anchored at its longest literal
and grown left and right within bounds, so no input and no phrase can make it run away.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from ..model.phrases import Slot, WordSet
from .anchored_phrase import is_whole_word
from .literal_finder import LiteralFinder, Places
from .phrase_book import NO_GROUP, Anchored, Entry, PhraseBook, is_too_short

_START, _END = itemgetter(1), itemgetter(2)  # of a SlotMatch


class SlotMatch(NamedTuple):
    """A slot found at [start, end) of the folded text."""

    slot: Slot
    start: int
    end: int


class NameMatch(NamedTuple):
    """A listed name found at [start, end), with the organisations that carry it."""

    organization_ids: tuple[str, ...]
    start: int
    end: int


class Scan(NamedTuple):
    """Everything found in one text, in the order of the text."""

    slots: tuple[SlotMatch, ...]
    names: tuple[NameMatch, ...]


_Ranges = dict[int, list[tuple[int, int]]]
_Hanging = list[tuple[Anchored, int, int]]
_NOTHING = Scan((), ())


class PhraseMatcher:
    """All slots and names of one register, compiled."""

    def __init__(
        self,
        slots: Sequence[Slot],
        word_sets: Sequence[WordSet],
        names: Iterable[tuple[str, str]],
        fold: Callable[[str], str],
    ) -> None:
        """Take the slots, their word sets, (name, organisation id) pairs, and the folding of texts.

        Raises InvalidTableError for a phrase that cannot be read or is too short.
        """
        self._slots = tuple(slots)
        book = PhraseBook(self._slots, word_sets, names, fold)
        self._literals = book.literals
        self._finder = LiteralFinder(book.literals)
        self._entries = book.entries
        self._groups_of = book.groups

    def scan(self, text: str) -> Scan:
        """Find everything in the folded `text`."""
        standing = self._finder.find(text)
        if not standing:
            return _NOTHING
        places: _Ranges = {}
        names: list[NameMatch] = []
        hanging = self._hanging(text, standing, places, names)
        if hanging:
            self._grow(text, hanging, self._present(standing), places)
        return Scan(
            self._slot_matches(places) if places else (), _longest_names(names) if names else ()
        )

    def _hanging(
        self, text: str, standing: Places, places: _Ranges, names: list[NameMatch]
    ) -> _Hanging:
        """Add what literals tell by themselves to `places` and `names`.

        Return the anchored phrases that may stand.
        """
        hanging: _Hanging = []
        entries = self._entries
        for start, end, index in standing:
            entry = entries[index]
            if entry is None:
                continue
            slots, anchors, organization_ids, latin = entry
            if latin and not is_whole_word(text, start, end):
                continue
            if anchors is not None:
                anchored = anchors[0].get(text[end : end + 1], anchors[1])
                if anchored:
                    hanging.append((anchored, start, end))
            for slot in slots:
                places.setdefault(slot, []).append((start, end))
            if organization_ids:
                names.append(NameMatch(organization_ids, start, end))
        return hanging

    def _present(self, standing: Places) -> set[int]:
        """Return the groups of which a word is there."""
        groups_of = self._groups_of
        return {NO_GROUP}.union(*[groups_of[index] for _, _, index in standing])

    def _grow(self, text: str, hanging: _Hanging, present: set[int], places: _Ranges) -> None:
        for anchored, start, end in hanging:
            for phrase in anchored:
                if phrase.needs in present and (grown := phrase.grow(text, start, end)):
                    places.setdefault(phrase.slot, []).append(grown)

    def literals_of(self, slot_ids: Collection[str]) -> tuple[str, ...]:
        """Return the literals these slots hang on, but for single hanzi, which stand everywhere."""
        wanted = {index for index, slot in enumerate(self._slots) if slot.id in slot_ids}
        return tuple(
            literal
            for literal, entry in zip(self._literals, self._entries, strict=True)
            if entry and not is_too_short(literal) and not wanted.isdisjoint(_slots_of(entry))
        )

    def _slot_matches(self, places: _Ranges) -> tuple[SlotMatch, ...]:
        found: list[SlotMatch] = []
        for index, ranges in places.items():
            slot = self._slots[index]
            for start, end in ranges if len(ranges) == 1 else _outermost(ranges):
                found.append(SlotMatch(slot, start, end))
        if len(found) > 1:
            found.sort(key=_END)
            found.sort(key=_START)
        return tuple(found)


def _slots_of(entry: Entry) -> set[int]:
    """Return the slots that a literal is a phrase of, or an anchor."""
    slots, anchors, _, _ = entry
    by_character, for_others = anchors or ({}, ())
    anchored = {each.slot for phrases in by_character.values() for each in phrases}
    return anchored.union(slots, (each.slot for each in for_others))


def _outermost(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the longest of overlapping ranges, so that one demand is one hit."""
    kept: list[tuple[int, int]] = []
    first, last = 0, 0
    for each in sorted(ranges):
        start, end = each
        if start >= last:
            kept.append(each)
        elif end > last and end - start > last - first:
            kept[-1] = each
        else:
            continue
        first, last = each
    return kept


def _longest_names(names: list[NameMatch]) -> tuple[NameMatch, ...]:
    kept: list[NameMatch] = []
    for name in sorted(names, key=lambda each: (each.start, -each.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return tuple(kept)
