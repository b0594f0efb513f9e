"""Finds words written otherwise to slip past a filter: 薇信 for 微信, 加v for 加微信."""

from typing import NamedTuple

from .literal_finder import finder_of

ALONE = "alone"
APART = "apart"
_GOES_ON_BEFORE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789._/@-")
_GOES_ON_BEHIND = frozenset("abcdefghijklmnopqrstuvwxyz._/@-")
_HANZI = ("\u3400", "\u9fff")


class Spelling(NamedTuple):
    """`written` stands for `meant`; where both are equal it is an innocent word that stays.

    `where` is "", ALONE for a spelling behind which no hanzi goes on, or APART if there is none
    before it either.
    """

    written: str
    meant: str
    where: str = ""


class Edit(NamedTuple):
    """The characters [start, end) of a text become `text`."""

    start: int
    end: int
    text: str


class WordDisguises:
    """All spellings, compiled; of several at one place the longest counts."""

    def __init__(self, spellings: tuple[Spelling, ...]) -> None:
        self.spellings = spellings
        self._finder = finder_of(each.written for each in spellings)

    def find(self, folded: str) -> list[Edit]:
        """Return what is to be changed in a folded text, in its order."""
        matches = self._finder.find(folded)
        return self._chosen(folded, matches) if matches else []

    def _chosen(self, folded: str, matches: list[tuple[int, int, int]]) -> list[Edit]:
        edits: list[Edit] = []
        done = 0
        for start, end, index in sorted(matches, key=lambda match: (match[0], -match[1])):
            spelling = self.spellings[index]
            if start >= done and _stands(spelling, folded, start, end):
                done = end
                if spelling.written != spelling.meant:
                    edits.append(Edit(start, end, spelling.meant))
        return edits

    def lifted(self, folded: str) -> str:
        """Return a folded text with its disguises lifted once."""
        for start, end, meant in reversed(self.find(folded)):
            folded = folded[:start] + meant + folded[end:]
        return folded


def _stands(spelling: Spelling, folded: str, start: int, end: int) -> bool:
    """Tell whether the spelling stands here by itself, not amid something longer."""
    written, _, where = spelling
    before, behind = folded[start - 1 : start], folded[end : end + 1]
    if written[0].isascii() and before in _GOES_ON_BEFORE:
        return False
    if written[-1].isascii() and behind in _GOES_ON_BEHIND:
        return False
    return not (where and _is_hanzi(behind)) and not (where == APART and _is_hanzi(before))


def _is_hanzi(char: str) -> bool:
    return bool(char) and _HANZI[0] <= char <= _HANZI[1]
