"""Finds every slot and every listed name in a folded text, in time linear in its length.

All literals go through one Aho-Corasick scan. A phrase with gaps is anchored at its longest literal
and grown left and right within bounds, so no input and no phrase can make it run away.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from ..model.errors import InvalidTableError
from ..model.phrases import Slot, WordSet
from .anchored_phrase import AnchoredPhrase, is_whole_word
from .phrase_syntax import Phrase, parse_phrase

NO_GROUP = -1
SHORTEST_HANZI = 2
SHORTEST_LATIN = 3
_PLACE = attrgetter("start", "end")


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


class _Literal(NamedTuple):
    """What it means that a literal stands in a text."""

    slots: tuple[int, ...]
    anchors: tuple[AnchoredPhrase, ...]
    organization_ids: tuple[str, ...]
    latin: bool


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
        self._entries = [
            (
                tuple(needed.get(each, ())),
                _Literal(
                    tuple(self._plain.get(each, ())),
                    tuple(self._anchored.get(each, ())),
                    tuple(self._names.get(each, ())),
                    each.isascii(),
                )
                if each in self._plain or each in self._anchored or each in self._names
                else None,
            )
            for each in literals
        ]

    def scan(self, text: str) -> Scan:
        """Find everything in the folded `text`."""
        telling, present = self._telling(text)
        ranges: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
        names: list[NameMatch] = []
        for literal, start, end in telling:
            for slot in literal.slots:
                ranges[slot].add((start, end))
            if literal.organization_ids:
                names.append(NameMatch(literal.organization_ids, start, end))
        for literal, start, end in telling:
            for phrase in literal.anchors:
                if phrase.needs in present and (grown := phrase.grow(text, start, end)):
                    ranges[phrase.slot].add(grown)
        return Scan(self._slot_matches(ranges), _longest_names(names) if names else ())

    def _telling(self, text: str) -> tuple[list[tuple[_Literal, int, int]], set[int]]:
        """Return the literals that mean something, and the groups of which a word is there."""
        telling: list[tuple[_Literal, int, int]] = []
        present = {NO_GROUP}
        entries = self._entries
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            groups, literal = entries[index]
            if groups:
                present.update(groups)
            if literal is not None and (not literal.latin or is_whole_word(text, start, end)):
                telling.append((literal, start, end))
        return telling, present

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

    def _slot_matches(self, ranges: dict[int, set[tuple[int, int]]]) -> tuple[SlotMatch, ...]:
        if not ranges:
            return ()
        found = [
            SlotMatch(self._slots[slot], start, end)
            for slot, places in ranges.items()
            for start, end in (places if len(places) == 1 else _outermost(places))
        ]
        if len(found) > 1:
            found.sort(key=_PLACE)
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


def _too_short(word: str) -> bool:
    return len(word) < (SHORTEST_LATIN if word.isascii() else SHORTEST_HANZI)


def _outermost(places: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the longest of overlapping ranges, so that one demand is one hit."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda each: (each[0], -each[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
        elif end > kept[-1][1] and end - start > kept[-1][1] - kept[-1][0]:
            kept[-1] = (start, end)
    return kept


def _longest_names(names: list[NameMatch]) -> tuple[NameMatch, ...]:
    kept: list[NameMatch] = []
    for name in sorted(names, key=lambda each: (each.start, -each.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return tuple(kept)
