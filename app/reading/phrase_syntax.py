"""Reads the little language phrases are written in."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import product

from msgspec import Struct

from ..model.errors import InvalidTableError

SET = "@"
HANZI_GAP = 8
LATIN_GAP = 24
MOST_ANCHORS = 160
_PART = re.compile(r"\{([^{}]*)\}|(…)|([^{}…]+)")


class Piece(Struct, frozen=True):
    """One of `words` has to stand here, at most `gap` characters behind the piece before.

    A piece with the word "" may be left out.
    """

    words: tuple[str, ...]
    gap: int


class Phrase(Struct, frozen=True):
    """One of the `anchor` words with the pieces that must grow from it, nearest first.

    `latin` phrases match at word boundaries only.
    """

    before: tuple[Piece, ...]
    anchor: tuple[str, ...]
    after: tuple[Piece, ...]
    latin: bool


def parse_phrase(
    phrase: str, word_sets: Mapping[str, tuple[str, ...]], fold: Callable[[str], str]
) -> Phrase | None:
    """Parse one phrase, folding its literals; None if a word set it needs is empty.

    `{name}` stands for the words of a set, and so does `@name` among other alternatives.
    Raises InvalidTableError for an unknown word set or a stray brace.
    """
    pieces = _pieces(phrase, word_sets, fold)
    if not pieces or not all(piece.words for piece in pieces):
        return None
    latin = all(word.isascii() for piece in pieces for word in piece.words)
    if latin:
        pieces = [Piece(piece.words, LATIN_GAP if piece.gap else 0) for piece in pieces]
    start, end = _best_anchor(pieces)
    return Phrase(
        before=tuple(
            Piece(pieces[each].words, pieces[each + 1].gap) for each in range(start - 1, -1, -1)
        ),
        anchor=_joined(pieces[start:end]),
        after=tuple(pieces[end:]),
        latin=latin,
    )


def _pieces(
    phrase: str, word_sets: Mapping[str, tuple[str, ...]], fold: Callable[[str], str]
) -> list[Piece]:
    pieces: list[Piece] = []
    read = gap = 0
    for match in _PART.finditer(phrase):
        if match.start() != read:
            break
        read = match.end()
        choice, ellipsis, literal = match.groups()
        if ellipsis:
            gap = HANZI_GAP
            continue
        words = (literal,) if literal else _choices(choice, word_sets, phrase)
        folded = tuple(dict.fromkeys(fold(word) for word in words))
        pieces.append(Piece(folded, gap if pieces else 0))
        gap = 0
    if read != len(phrase):
        raise _invalid(phrase, "brace")
    return pieces


def _choices(choice: str, word_sets: Mapping[str, tuple[str, ...]], phrase: str) -> Iterator[str]:
    if "|" not in choice:
        choice = SET + choice
    for word in choice.split("|"):
        if not word.startswith(SET):
            yield word
        elif word[len(SET) :] in word_sets:
            yield from word_sets[word[len(SET) :]]
        else:
            raise _invalid(phrase, f"word set {word}")


def _best_anchor(pieces: list[Piece]) -> tuple[int, int]:
    """Choose the run of touching pieces whose shortest joined word is longest."""
    best, best_length = (0, 1), -1
    for start in range(len(pieces)):
        count = length = 0
        for end in range(start, len(pieces)):
            if end > start and pieces[end].gap:
                break
            words = pieces[end].words
            count = max(count, 1) * len(words)
            length += min(map(len, words))
            if end > start and count > MOST_ANCHORS:
                break
            if length > best_length:
                best, best_length = (start, end + 1), length
    return best


def _joined(pieces: list[Piece]) -> tuple[str, ...]:
    words = ("".join(words) for words in product(*(piece.words for piece in pieces)))
    return tuple(dict.fromkeys(words))


def _invalid(phrase: str, rule: str) -> InvalidTableError:
    return InvalidTableError("invalid-table", table="patterns", row=phrase, rule=rule)
