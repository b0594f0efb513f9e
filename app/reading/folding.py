"""Folds the many ways of writing a character into one, for comparing and never for showing."""

import re
from collections.abc import Sequence
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

_STREWN_PERHAPS = re.compile(rf"[{DECORATION} \t._*~|/\\+=#-][{_HANZI}]")


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

    def fold(self, text: str) -> FoldedText:
        """Fold `text`. Characters of other planes than the table's stay as they are."""
        folded = text.translate(self._table)
        starts = None if self._shifting.isdisjoint(text) else self._starts(text)
        if _STREWN_PERHAPS.search(folded):
            strewn = [match.span() for match in _STREWN.finditer(folded)]
            if strewn:
                folded, starts = _cut_out(folded, starts, strewn)
        return FoldedText(text, folded, starts)

    def fold_plain(self, text: str) -> str:
        """Fold a phrase or a name of our own tables."""
        return self.fold(text).text

    def _starts(self, text: str) -> list[int]:
        table = self._table
        starts: list[int] = []
        for index, char in enumerate(text):
            folded = table.get(ord(char))
            if folded is None or len(folded) == 1:
                starts.append(index)
            else:
                starts.extend([index] * len(folded))
        return starts


def _cut_out(
    folded: str, starts: Sequence[int] | None, ranges: Sequence[tuple[int, int]]
) -> tuple[str, list[int]]:
    edges = [0, *(edge for each in ranges for edge in each), len(folded)]
    kept = list(zip(edges[::2], edges[1::2], strict=True))
    places: Sequence[int] = range(len(folded)) if starts is None else starts
    text = "".join(folded[start:end] for start, end in kept)
    return text, [place for start, end in kept for place in places[start:end]]
