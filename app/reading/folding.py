"""Folds the many ways of writing a character into one, for comparing and never for showing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..model.text_span import Span

DECORATION = "★"
# Stars, spaces and strokes strewn between hanzi hide a word from a plain search.
_HANZI = "\u3400-\u9fff"
_STREWN = re.compile(
    rf"(?<=[{_HANZI}]){DECORATION}{{1,4}}(?=[{_HANZI}])"
    rf"|(?<=[{_HANZI}])[ \t._*~|/\\+=#-](?=[{_HANZI}](?:[ \t._*~|/\\+=#-][{_HANZI}]))"
    rf"|(?<=[ \t._*~|/\\+=#-][{_HANZI}])[ \t._*~|/\\+=#-](?=[{_HANZI}])"
)

_STREWN_PERHAPS = re.compile(
    rf"[{DECORATION} \t._*~|/\\+=#-][{_HANZI}]"
    rf"(?:(?<={DECORATION}.)|[ \t._*~|/\\+=#-][{_HANZI}])"
)
_FEW = 24
_FIRST_PLANE = 0xFFFF


@dataclass(frozen=True, slots=True)
class FoldingTables:
    """`characters` maps a code point to what it folds to, "" for what is dropped."""

    characters: dict[int, str]


def read_folding_tables(path: Path) -> FoldingTables:
    """Read resources/folding/characters.tsv."""
    rows = (
        line.split("\t", 1)
        for line in path.read_text(encoding="utf-8").split("\n")
        if line and line[0] != "#"
    )
    return FoldingTables({int(code, 16): folded for code, folded in rows})


class FoldedText:
    """A text, what it folds to, and the way back from the one to the other."""

    __slots__ = ("_starts", "original", "text")

    def __init__(self, original: str, text: str, starts: Sequence[int] | None) -> None:
        """Take the folded `text` with each character's original index, None if all are equal."""
        self.original = original
        self.text = text
        self._starts = starts

    def span(self, start: int, end: int) -> Span:
        """Return the original range that the folded range [start, end) stands for."""
        if self._starts is None:
            return Span(start, end)
        if start >= end:
            place = self._original_index(start)
            return Span(place, place)
        return Span(self._starts[start], self._starts[end - 1] + 1)

    def start_of(self, original_index: int) -> int:
        """Return the folded index of the first character at or behind `original_index`."""
        if self._starts is None:
            return min(original_index, len(self.text))
        low, high = 0, len(self._starts)
        while low < high:
            middle = (low + high) // 2
            if self._starts[middle] < original_index:
                low = middle + 1
            else:
                high = middle
        return low

    def _original_index(self, index: int) -> int:
        starts = self._starts or ()
        return starts[index] if index < len(starts) else len(self.original)


class Folder:
    """Folds width, case, compatibility forms, traditional hanzi, look-alikes, strewn signs."""

    def __init__(self, tables: FoldingTables) -> None:
        self._table = tables.characters
        self._shifting = frozenset(
            chr(code) for code, folded in tables.characters.items() if len(folded) != 1
        )
        self._changing = _class_of(tables.characters)

    def fold(self, text: str) -> FoldedText:
        """Fold `text`. Characters of other planes than the table's stay as they are."""
        changing = set(self._changing.findall(text))
        folded = self._folded(text, changing) if changing else text
        starts = None if self._shifting.isdisjoint(changing) else self._starts(text)
        if _STREWN_PERHAPS.search(folded):
            strewn = [match.span() for match in _STREWN.finditer(folded)]
            if strewn:
                folded, starts = _cut_out(folded, starts, strewn)
        return FoldedText(text, folded, starts)

    def _folded(self, text: str, changing: set[str]) -> str:
        if len(changing) > _FEW:
            return text.translate(self._table)
        # A message holds a few such characters, mostly punctuation: so it is four times as fast.
        for char in changing:
            text = text.replace(char, self._table.get(ord(char), char))
        return text

    def fold_plain(self, text: str) -> str:
        """Fold a phrase or a name of our own tables."""
        return self.fold(text).text

    def _starts(self, text: str) -> list[int]:
        starts: list[int] = []
        done = 0
        for match in self._changing.finditer(text):
            if match.group() in self._shifting:
                index = match.start()
                starts += range(done, index)
                starts += [index] * len(self._table[ord(match.group())])
                done = index + 1
        starts += range(done, len(text))
        return starts


def _class_of(characters: Iterable[int]) -> re.Pattern[str]:
    """Return the class of these characters, and of all beyond the first plane.

    Single characters from beyond would make a search of the class a hundred times slower.
    """
    first_plane = "".join(re.escape(chr(code)) for code in characters if code <= _FIRST_PLANE)
    return re.compile(f"[{first_plane}\U00010000-\U0010ffff]")


def _cut_out(
    folded: str, starts: Sequence[int] | None, ranges: Sequence[tuple[int, int]]
) -> tuple[str, list[int]]:
    edges = [0, *(edge for each in ranges for edge in each), len(folded)]
    kept = list(zip(edges[::2], edges[1::2], strict=True))
    places: Sequence[int] = range(len(folded)) if starts is None else starts
    text = "".join(folded[start:end] for start, end in kept)
    return text, [place for start, end in kept for place in places[start:end]]
