"""Grows a phrase with gaps around the place where its anchor was found."""

import re
from collections.abc import Callable

NO_GROUP = -1
_STOP_CLASS = "。!?;\n"
_STOPS = frozenset(_STOP_CLASS)
Side = tuple[tuple[int, tuple[str, ...]], ...]
"""The gaps and the words behind them, nearest to the anchor first."""
_MOST_GAPS = 2


class AnchoredPhrase:
    """A phrase that has to be grown around a match of its anchor.

    A side with at most two gaps is one bounded pattern of literals. A side with more is grown over
    sets of positions instead, because nested gaps would make a pattern's work multiply.

    `opens` holds the characters of which one must come behind the anchor; None if any may come.
    """

    __slots__ = (
        "_is_compiled",
        "_is_far",
        "_left",
        "_reach",
        "_right",
        "after",
        "before",
        "latin",
        "needs",
        "opens",
        "slot",
    )

    def __init__(self, slot: int, needs: int, after: Side, before: Side, *, latin: bool) -> None:
        """Take the slot's index, and the number of the word group that must stand in the text.

        A group of NO_GROUP stands in every text.
        """
        self.slot = slot
        self.needs = needs
        self.latin = latin
        self.after = after
        self.before = before
        self._left: re.Pattern[str] | None = None
        self._right: re.Pattern[str] | None = None
        self._reach = 0
        self._is_compiled = False
        self.opens = _nearest(self.after)
        self._is_far = _gaps(self.after) > _MOST_GAPS or _gaps(self.before) > _MOST_GAPS

    def grow(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Return the range of the whole phrase around its anchor at [start, end), or None."""
        if not self._is_compiled:
            self._compile()
        if self._right is not None:
            right = self._right.match(text, end)
            if right is None:
                return None
            end = right.end()
        if self._left is not None:
            left = self._left.search(text, max(start - self._reach, 0), start)
            if left is None:
                return None
            start = left.start()
        return self._grow_far(text, start, end) if self._is_far else (start, end)

    def _grow_far(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Grow the sides that have several gaps, each beyond the part its pattern covered."""
        ends = self._far(text, {end}, self.after, self._rightwards)
        starts = self._far(text, {start}, self.before, self._leftwards)
        return (max(starts), min(ends)) if starts and ends else None

    def _far(
        self,
        text: str,
        places: set[int],
        side: Side,
        grow: Callable[[str, set[int], int, tuple[str, ...]], set[int]],
    ) -> set[int]:
        if _gaps(side) <= _MOST_GAPS:
            return places
        for gap, words in side:
            places = grow(text, places, gap, words)
            if not places:
                break
        return self._at_edges(text, places)

    def _compile(self) -> None:
        self._is_compiled = True
        if self.after and _gaps(self.after) <= _MOST_GAPS:
            self._right = re.compile(self._pattern(self.after, is_left=False))
        if self.before and _gaps(self.before) <= _MOST_GAPS:
            self._left = re.compile(self._pattern(self.before, is_left=True) + r"\Z")
            self._reach = 1 + sum(gap + max(map(len, words)) for gap, words in self.before)

    def _pattern(self, side: Side, *, is_left: bool) -> str:
        """Return one side as literals and bounded gaps, in the order of the text."""
        edge_before, edge_after = (r"(?<![a-z0-9])", r"(?![a-z0-9])") if self.latin else ("", "")
        parts: list[str] = []
        for gap, words in side:
            literal = f"(?:{'|'.join(map(re.escape, words))})"
            if gap:
                between = f"{edge_after}[^{_STOP_CLASS}]{{0,{gap}}}?{edge_before}"
                parts += [between, literal]
            else:
                parts.append(literal)
        if is_left:
            return edge_before + "".join(reversed(parts))
        return "".join(parts) + edge_after

    def _rightwards(self, text: str, ends: set[int], gap: int, words: tuple[str, ...]) -> set[int]:
        if gap:
            ends = _reachable(text, self._at_edges(text, ends), gap)
        places = {place for place in ends if text.startswith(words, place)}
        return {
            place + len(word)
            for place in (self._at_edges(text, places) if gap else places)
            for word in words
            if text.startswith(word, place)
        }

    def _leftwards(self, text: str, starts: set[int], gap: int, words: tuple[str, ...]) -> set[int]:
        if gap:
            starts = _reachable_back(text, self._at_edges(text, starts), gap)
        places = {place for place in starts if text.endswith(words, 0, place)}
        return {
            place - len(word)
            for place in (self._at_edges(text, places) if gap else places)
            for word in words
            if text.endswith(word, 0, place)
        }

    def _at_edges(self, text: str, places: set[int]) -> set[int]:
        """Keep the places that cut no word; pieces that touch are one word."""
        if not self.latin:
            return places
        return {place for place in places if is_whole_word(text, place, place)}


def _gaps(side: Side) -> int:
    return sum(1 for gap, _ in side if gap)


def _nearest(side: Side) -> frozenset[str] | None:
    """Return the characters with which a side may begin, None if any may come."""
    nearest: set[str] = set()
    for gap, words in side:
        if gap:
            return None
        nearest.update(word[0] for word in words if word)
        if "" not in words:
            return frozenset(nearest)
    return None


def _reachable(text: str, ends: set[int], gap: int) -> set[int]:
    places: set[int] = set()
    for end in ends:
        for place in range(end, min(end + gap, len(text)) + 1):
            places.add(place)
            if text[place : place + 1] in _STOPS:
                break
    return places


def _reachable_back(text: str, starts: set[int], gap: int) -> set[int]:
    places: set[int] = set()
    for start in starts:
        for place in range(start, max(start - gap, 0) - 1, -1):
            places.add(place)
            if place and text[place - 1] in _STOPS:
                break
    return places


def is_whole_word(text: str, start: int, end: int) -> bool:
    """Tell whether [start, end) does not cut a run of ASCII letters and digits."""
    # Asked for every Latin literal: two slices that are mostly no word decide it at once.
    if start > 0 and is_word(text[start - 1 : start + 1]) and start < len(text):
        return False
    return not (end > 0 and is_word(text[end - 1 : end + 1]) and end < len(text))


def is_word(text: str) -> bool:
    """Tell whether `text` is all ASCII letters or digits."""
    return text.isalnum() and text.isascii()
