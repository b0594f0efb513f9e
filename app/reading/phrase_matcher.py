"""Finds every slot and every listed name in a folded text, in time linear in its length.

All literals go through one Aho-Corasick scan. A phrase with gaps is anchored at its longest literal and
grown left and right over sets of positions, so no input and no phrase can make it run away.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from ..model.errors import InvalidTableError
from ..model.phrases import Slot, WordSet
from .phrase_syntax import Phrase, parse_phrase

_STOPS = frozenset("。!?;\n")
SHORTEST_HANZI = 2
SHORTEST_LATIN = 3


@dataclass(frozen=True, slots=True)
class SlotMatch:
    """A slot found at [start, end) of the folded text."""

    slot: Slot
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A listed name found at [start, end), with the organisations that carry it."""

    organization_ids: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything found in one text, in the order of the text."""

    slots: tuple[SlotMatch, ...]
    names: tuple[NameMatch, ...]


NOTHING = Scan((), ())


class _Anchored:
    """A phrase that has to be grown around a match of its anchor.

    Its nearest pieces are probed first: most anchors stand alone, and a probe is ten times quicker
    than growing. A probe is one bounded gap and a choice of literals, so it cannot run away.
    """

    __slots__ = ("_left", "_reach", "_right", "after", "before", "latin", "slot")

    def __init__(self, slot: int, phrase: Phrase) -> None:
        self.slot = slot
        self.latin = phrase.latin
        self.after = tuple((piece.gap, piece.words) for piece in phrase.after)
        self.before = tuple((piece.gap, piece.words) for piece in phrase.before)
        self._left: re.Pattern[str] | None = None
        self._right: re.Pattern[str] | None = None
        self._reach = 0

    def grow(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        if not self._probe(text, start, end):
            return None
        ends = {end}
        for gap, words in self.after:
            ends = self._rightwards(text, ends, gap, words)
            if not ends:
                return None
        starts = {start}
        for gap, words in self.before:
            starts = self._leftwards(text, starts, gap, words)
            if not starts:
                return None
        return max(starts), min(ends)

    def _probe(self, text: str, start: int, end: int) -> bool:
        if self.after:
            if self._right is None:
                gap, words = self.after[0]
                self._right = re.compile(f"{_gap(gap)}{_any_of(words)}")
            if self._right.match(text, end) is None:
                return False
        if self.before:
            if self._left is None:
                gap, words = self.before[0]
                self._left = re.compile(f"{_any_of(words)}{_gap(gap)}\\Z")
                self._reach = gap + max(map(len, words))
            return self._left.search(text, max(start - self._reach, 0), start) is not None
        return True

    def _rightwards(self, text: str, ends: set[int], gap: int, words: tuple[str, ...]) -> set[int]:
        found: set[int] = set()
        tried: set[int] = set()
        for end in ends:
            for place in range(end, min(end + gap, len(text)) + 1):
                if place not in tried and text.startswith(words, place):
                    found.update(
                        place + len(word)
                        for word in words
                        if text.startswith(word, place) and self._whole(text, place, len(word))
                    )
                tried.add(place)
                if text[place : place + 1] in _STOPS:
                    break
        return found

    def _leftwards(self, text: str, starts: set[int], gap: int, words: tuple[str, ...]) -> set[int]:
        found: set[int] = set()
        tried: set[int] = set()
        for start in starts:
            for place in range(start, max(start - gap, 0) - 1, -1):
                if place not in tried and text.endswith(words, 0, place):
                    found.update(
                        place - len(word)
                        for word in words
                        if text.endswith(word, 0, place)
                        and self._whole(text, place - len(word), len(word))
                    )
                tried.add(place)
                if place and text[place - 1] in _STOPS:
                    break
        return found

    def _whole(self, text: str, start: int, length: int) -> bool:
        return not self.latin or is_whole_word(text, start, start + length)


def is_whole_word(text: str, start: int, end: int) -> bool:
    """Tell whether [start, end) does not cut a run of ASCII letters and digits."""
    return not (
        (start and _is_word(text[start - 1]) and _is_word(text[start]))
        or (end < len(text) and _is_word(text[end]) and _is_word(text[end - 1]))
    )


def _is_word(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _gap(most: int) -> str:
    return f"[^{''.join(sorted(_STOPS))}]{{0,{most}}}?" if most else ""


def _any_of(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"


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
        self._anchored: defaultdict[str, list[_Anchored]] = defaultdict(list)
        self._names: defaultdict[str, list[str]] = defaultdict(list)
        sets = {each.name: each.words for each in word_sets}
        for index, slot in enumerate(self._slots):
            for phrase in slot.phrases:
                if parsed := parse_phrase(phrase, sets, fold):
                    self._add(index, phrase, parsed)
        for name, organization_id in names:
            literal = fold(name).strip()
            if literal and organization_id not in self._names[literal]:
                self._names[literal].append(organization_id)
        literals = [*dict.fromkeys((*self._plain, *self._anchored, *self._names))]
        self._automaton = AhoCorasick(literals, matchkind=MatchKind.Standard)
        self._entries = [
            (
                tuple(self._plain.get(each, ())),
                tuple(self._anchored.get(each, ())),
                tuple(self._names.get(each, ())),
                _is_word(each[0]) or _is_word(each[-1]),
            )
            for each in literals
        ]

    def scan(self, text: str) -> Scan:
        """Find everything in the folded `text`."""
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        if not matches:
            return NOTHING
        ranges: dict[int, set[tuple[int, int]]] = {}
        names: list[NameMatch] = []
        entries = self._entries
        for index, start, end in matches:
            plain, anchored, organization_ids, latin = entries[index]
            if latin and not is_whole_word(text, start, end):
                continue
            for slot in plain:
                ranges.setdefault(slot, set()).add((start, end))
            for phrase in anchored:
                if grown := phrase.grow(text, start, end):
                    ranges.setdefault(phrase.slot, set()).add(grown)
            if organization_ids:
                names.append(NameMatch(organization_ids, start, end))
        return Scan(self._slot_matches(ranges), _longest_names(names))

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
        found = [
            SlotMatch(self._slots[slot], start, end)
            for slot, places in ranges.items()
            for start, end in (places if len(places) == 1 else _outermost(places))
        ]
        found.sort(key=lambda each: (each.start, each.end))
        return tuple(found)

    def _add(self, index: int, source: str, phrase: Phrase) -> None:
        if phrase.before or phrase.after:
            anchored = _Anchored(index, phrase)
            for word in phrase.anchor:
                self._anchored[word].append(anchored)
            return
        for word in phrase.anchor:
            if _too_short(word):
                raise InvalidTableError(
                    "invalid-table", table=self._slots[index].id, row=source, rule="too short"
                )
            self._plain[word].append(index)


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
