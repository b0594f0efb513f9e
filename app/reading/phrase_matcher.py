"""Finds every slot and every listed name in a folded text, in time linear in its length.

All literals go through one Aho-Corasick scan. A phrase with gaps is anchored at its longest literal
and grown left and right within bounds, so no input and no phrase can make it run away.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from ..model.errors import InvalidTableError
from ..model.phrases import Slot, WordSet
from .anchored_phrase import AnchoredPhrase, is_whole_word
from .phrase_syntax import Phrase, parse_phrase

NO_GROUP = -1
SHORTEST_HANZI = 2
SHORTEST_LATIN = 3
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


_Anchored = tuple[AnchoredPhrase, ...]
_Anchors = tuple[dict[str, _Anchored], _Anchored]
"""The phrases anchored at a literal, by the character behind it, and for every other character."""

# Groups it is a word of, slots, anchors, organisation ids, and whether it is a Latin word. A plain
# tuple, because named ones take four times as long to unpack, and that is done for every literal.
_Entry = tuple[tuple[int, ...], tuple[int, ...], _Anchors | None, tuple[str, ...], bool]
_Places = dict[int, list[tuple[int, int]]]
_Hanging = list[tuple[_Anchored, int, int]]


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
        self._plain: defaultdict[str, list[int]] = defaultdict(list)
        self._anchored: defaultdict[str, list[AnchoredPhrase]] = defaultdict(list)
        self._names: defaultdict[str, list[str]] = defaultdict(list)
        self._groups: dict[tuple[str, ...], int] = {}
        sets = {each.name: each.words for each in word_sets}
        for index, slot in enumerate(self._slots):
            for phrase in slot.phrases:
                if parsed := parse_phrase(phrase, sets, fold):
                    self._add(index, phrase, parsed)
        for name, organization_id in names:
            literal = fold(name).strip()
            if literal and organization_id not in self._names[literal]:
                self._names[literal].append(organization_id)
        needed: defaultdict[str, list[int]] = defaultdict(list)
        for words, group in self._groups.items():
            for word in words:
                needed[word].append(group)
        literals = [*dict.fromkeys((*self._plain, *self._anchored, *self._names, *needed))]
        self._automaton = AhoCorasick(literals, matchkind=MatchKind.Standard)
        anchors = {each: _by_character(each) for each in map(tuple, self._anchored.values())}
        self._entries: list[_Entry] = [
            (
                tuple(needed.get(each, ())),
                tuple(self._plain.get(each, ())),
                anchors.get(tuple(self._anchored.get(each, ()))),
                tuple(self._names.get(each, ())),
                each.isascii(),
            )
            for each in literals
        ]

    def scan(self, text: str) -> Scan:
        """Find everything in the folded `text`."""
        places: _Places = {}
        names: list[NameMatch] = []
        hanging, present = self._standing(text, places, names)
        for anchored, start, end in hanging:
            for phrase in anchored:
                if phrase.needs in present and (grown := phrase.grow(text, start, end)):
                    places.setdefault(phrase.slot, []).append(grown)
        return Scan(self._slot_matches(places), _longest_names(names) if names else ())

    def _standing(
        self, text: str, places: _Places, names: list[NameMatch]
    ) -> tuple[_Hanging, set[int]]:
        """Add what literals tell by themselves to `places` and `names`.

        Return the anchored phrases that may stand, and the groups of which a word is there.
        """
        hanging: _Hanging = []
        present = {NO_GROUP}
        entries = self._entries
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            groups, slots, anchors, organization_ids, latin = entries[index]
            if groups:
                present.update(groups)
            if latin and not is_whole_word(text, start, end):
                continue
            for slot in slots:
                places.setdefault(slot, []).append((start, end))
            if anchors is not None:
                anchored = anchors[0].get(text[end : end + 1], anchors[1])
                if anchored:
                    hanging.append((anchored, start, end))
            if organization_ids:
                names.append(NameMatch(organization_ids, start, end))
        return hanging, present

    def literals_of(self, slot_ids: Collection[str]) -> tuple[str, ...]:
        """Return the literals these slots hang on, but for single hanzi, which stand everywhere."""
        wanted = {index for index, slot in enumerate(self._slots) if slot.id in slot_ids}
        plain = (word for word, slots in self._plain.items() if wanted.intersection(slots))
        anchors = (
            word
            for word, phrases in self._anchored.items()
            if any(phrase.slot in wanted for phrase in phrases)
        )
        literals = dict.fromkeys((*plain, *anchors))
        return tuple(word for word in literals if not _too_short(word))

    def _slot_matches(self, places: _Places) -> tuple[SlotMatch, ...]:
        found: list[SlotMatch] = []
        for index, ranges in places.items():
            slot = self._slots[index]
            for start, end in ranges if len(ranges) == 1 else _outermost(ranges):
                found.append(SlotMatch(slot, start, end))
        if len(found) > 1:
            found.sort(key=_END)
            found.sort(key=_START)
        return tuple(found)

    def _add(self, index: int, source: str, phrase: Phrase) -> None:
        if phrase.before or phrase.after:
            anchored = AnchoredPhrase(index, phrase, self._needed_group(phrase))
            for word in phrase.anchor:
                self._anchored[word].append(anchored)
            return
        for word in phrase.anchor:
            if _too_short(word):
                raise InvalidTableError(
                    "invalid-table", table=self._slots[index].id, row=source, rule="too short"
                )
            self._plain[word].append(index)

    def _needed_group(self, phrase: Phrase) -> int:
        """Return the number of the words without one of which the phrase cannot be there.

        Most anchors stand alone, and a look at what else the text holds is quicker than growing.
        """
        pieces = [piece.words for piece in (*phrase.before, *phrase.after)]
        best = max(pieces, key=lambda words: min(map(len, words)))
        if min(map(len, best)) < SHORTEST_HANZI:
            return NO_GROUP
        return self._groups.setdefault(best, len(self._groups))


def _by_character(phrases: _Anchored) -> _Anchors:
    """Sort phrases of one anchor by what may come behind it.

    Most anchors are everyday words, and a look at one character spares growing.
    """
    characters = {char for phrase in phrases for char in phrase.opens or ""}
    return (
        {
            char: tuple(each for each in phrases if each.opens is None or char in each.opens)
            for char in characters
        },
        tuple(each for each in phrases if each.opens is None),
    )


def _too_short(word: str) -> bool:
    return len(word) < (SHORTEST_LATIN if word.isascii() else SHORTEST_HANZI)


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
