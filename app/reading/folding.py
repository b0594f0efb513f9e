"""Folds the many ways of writing a character into one, for comparing and never for showing."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from ..model.text_span import Span
from .disguised_words import Edit, Spelling, WordDisguises

DECORATION = "★"
BLANK = "_"
"""A blank inside a spelling of words.tsv, where blanks part the spellings."""
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
_MOST_ROUNDS = 8
_FIRST_PLANE = 0xFFFF


class FoldingTables(Struct, frozen=True):
    """`characters` maps a code point to what it folds to, "" for what is dropped."""

    characters: dict[int, str]
    words: tuple[Spelling, ...] = ()


def read_folding_tables(path: Path) -> FoldingTables:
    """Read resources/folding/characters.tsv, and words.tsv if it lies beside it."""
    words = path.with_name("words.tsv")
    shared: dict[str, str] = {}  # most are what several characters fold to
    return FoldingTables(
        {int(code, 16): shared.setdefault(folded, folded) for code, folded in _rows(path)},
        tuple(
            Spelling(written.replace(BLANK, " "), meant or written, where)
            for meant, where, spellings in (_rows(words) if words.exists() else ())
            for written in spellings.split(" ")
        ),
    )


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line and line[0] != "#":
            yield line.split("\t")


class FoldedText:
    """A text, what it folds to, and the way back from the one to the other."""

    __slots__ = ("_ends", "_starts", "original", "text")

    def __init__(
        self,
        original: str,
        text: str,
        starts: Sequence[int] | None,
        ends: Sequence[int] | None = None,
    ) -> None:
        """Take the folded `text` with where in the original each character starts and ends.

        None if all start where they stand, or if each stands for one character.
        """
        self.original = original
        self.text = text
        self._starts = starts
        self._ends = ends

    def span(self, start: int, end: int) -> Span:
        """Return the original range that the folded range [start, end) stands for."""
        if self._starts is None:
            return Span(start, end)
        if start >= end:
            place = self._original_index(start)
            return Span(place, place)
        last = self._starts[end - 1] + 1 if self._ends is None else self._ends[end - 1]
        return Span(self._starts[start], last)

    def place_of(self, span: Span) -> tuple[int, int]:
        """Return the folded range of an original one."""
        if self._starts is None:
            return span
        return self.start_of(span.start), self.start_of(span.end)

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
    """Folds width, case, compatibility forms, traditional hanzi, look-alikes, strewn signs, words.

    Folding what is folded changes nothing.
    """

    def __init__(self, tables: FoldingTables) -> None:
        self._table = tables.characters
        self._shifting = frozenset(
            chr(code) for code, folded in tables.characters.items() if len(folded) != 1
        )
        self._changing = _class_of(tables.characters)
        self._words = WordDisguises(tables.words)
        self._words_anywhere = WordDisguises(tuple(each for each in tables.words if not each.where))

    def digest(self) -> bytes:
        """Return what tells these tables from any others."""
        told = ([*self._table], [*self._table.values()], self._words.spellings)
        return blake2b(json.dumps(told, ensure_ascii=False).encode()).digest()

    def fold_plain(self, text: str) -> str:
        """Fold a phrase or a name of our own tables, of which nobody knows what goes on behind it.

        So 加v stays, to be found in 加v领取, and 加微信 is what finds 加v with nothing behind.
        """
        return self.fold(text, is_part=True).text

    def fold(self, text: str, *, is_part: bool = False) -> FoldedText:
        """Fold `text`. Characters of other planes than the table's stay as they are.

        `is_part` tells that nobody knows what goes on behind it.
        """
        words = self._words_anywhere if is_part else self._words
        changing = set(self._changing.findall(text))
        folded = self._folded(text, changing) if changing else text
        starts = None if self._shifting.isdisjoint(changing) else self._starts(text)
        edits = _strewn(folded) if _STREWN_PERHAPS.search(folded) else []
        edits = edits or words.find(folded)
        if not edits:
            return FoldedText(text, folded, starts)
        places: Sequence[int] = range(len(folded)) if starts is None else starts
        ends: Sequence[int] = [place + 1 for place in places]
        # What is cut out or lifted may bring a disguised word together.
        for _ in range(_MOST_ROUNDS):
            folded, places, ends = _applied(folded, places, ends, edits)
            edits = _strewn(folded) or words.find(folded)
            if not edits:
                break
        return FoldedText(text, folded, places, ends)

    def _folded(self, text: str, changing: set[str]) -> str:
        if len(changing) > _FEW:
            return text.translate(self._table)
        # A message holds a few such characters, mostly punctuation: so it is four times as fast.
        for char in changing:
            text = text.replace(char, self._table.get(ord(char), char))
        return text

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


def _strewn(folded: str) -> list[Edit]:
    """Return the signs between hanzi to be cut out, before disguised words are looked for."""
    return [Edit(*match.span(), "") for match in _STREWN.finditer(folded)]


def _applied(
    folded: str, starts: Sequence[int], ends: Sequence[int], edits: Sequence[Edit]
) -> tuple[str, list[int], list[int]]:
    """Apply edits; each character of a word of another length stands for the whole spelling."""
    pieces: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    done = 0
    for start, end, word in edits:
        pieces += (folded[done:start], word)
        new_starts += starts[done:start]
        new_ends += ends[done:start]
        if len(word) == end - start:
            new_starts += starts[start:end]
            new_ends += ends[start:end]
        else:
            new_starts += [starts[start]] * len(word)
            new_ends += [ends[end - 1]] * len(word)
        done = end
    pieces.append(folded[done:])
    return "".join(pieces), [*new_starts, *starts[done:]], [*new_ends, *ends[done:]]
