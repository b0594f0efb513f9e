"""Finds every slot and every listed name in a folded text, in time linear in its length.

All literals go through one Aho-Corasick scan. A phrase with gaps is anchored at its longest literal
and grown left and right within bounds, so no input and no phrase can make it run away.
"""

from operator import itemgetter
from typing import NamedTuple

from msgspec import Struct

from ..model.phrases import Slot
from .anchored_phrase import NO_GROUP, is_whole_word
from .literal_finder import Places
from .phrase_book import Anchored, PhraseBook

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


class Scan(Struct, frozen=True, gc=False):
    """Everything found in one text, in the order of the text."""

    slots: tuple[SlotMatch, ...]
    names: tuple[NameMatch, ...]


_Ranges = dict[int, list[tuple[int, int]]]
_Hanging = list[tuple[Anchored, int, int]]
_NOTHING = Scan((), ())
_NOTHING_BEHIND = "\0"  # opens no phrase


class PhraseMatcher:
    """All slots and names of one register, compiled."""

    def __init__(self, book: PhraseBook) -> None:
        self._slots = book.slots
        self._finder = book.finder
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
        if not places and not names:
            return _NOTHING
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
        behind = text + _NOTHING_BEHIND  # one character is quicker to take than a slice of one
        for start, end, index in standing:
            entry = entries[index]
            if entry is None:
                continue
            slots, anchors, organization_ids, latin = entry
            if latin and not is_whole_word(text, start, end):
                continue
            if anchors is not None:
                anchored = anchors[0].get(behind[end], anchors[1])
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
        present = {NO_GROUP}
        for _, _, index in standing:
            if index in groups_of:
                present.update(groups_of[index])
        return present

    def _grow(self, text: str, hanging: _Hanging, present: set[int], places: _Ranges) -> None:
        for anchored, start, end in hanging:
            for phrase in anchored:
                if phrase.needs in present and (grown := phrase.grow(text, start, end)):
                    places.setdefault(phrase.slot, []).append(grown)

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
