"""Adds up the fitted weights of single words and of hanzi that stand side by side.

Naive as a spam filter's list of words is (Graham, "A Plan for Spam", 2002), weighed as Wang and
Manning do ("Baselines and Bigrams", 2012): every word counts once; what belongs to a link counts
nothing.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from ..model.phrases import WeighedWords

HANZI = re.compile("[\u4e00-\u9fff]+")
LATIN = re.compile("[a-z']+")
_LINK = re.compile("https?://[^\\s\u4e00-\u9fff]*|[a-z0-9.-]+\\.[a-z]{2,}[^\\s\u4e00-\u9fff]*")


class WordSum(NamedTuple):
    """What the words of a text add and what they take off, in hundredths; `calmed` is negative."""

    raised: int = 0
    calmed: int = 0


def without_links(folded: str) -> str:
    """Return a folded text with a space for each link."""
    return _LINK.sub(" ", folded) if "." in folded or "://" in folded else folded


def latin_words(text: str) -> set[str]:
    """Return the words, and the pairs of words, of a text without links."""
    words = LATIN.findall(text)
    return {each for each in words if len(each) > 1}.union(f"{a} {b}" for a, b in pairwise(words))


def hanzi_words(text: str) -> set[str]:
    """Return every one to three characters that stand side by side, hanzi or not."""
    pairs = list(map(str.__add__, text, text[1:]))
    found = set(text)
    found.update(pairs, map(str.__add__, pairs, text[2:]))
    return found


class Wording:
    """The fitted words, ready to be looked for; immutable."""

    def __init__(self, rows: Iterable[WeighedWords] = ()) -> None:
        """Take the register's words; without any, nothing weighs."""
        self._latin: dict[str, int] = {}
        self._hanzi: dict[str, int] = {}
        for row in rows:
            for word in row.words:
                (self._latin if word.isascii() else self._hanzi)[word] = row.hundredths

    def weigh(self, folded: str) -> WordSum:
        """Return what the words of a folded text come to."""
        text = without_links(folded)
        found: list[int] = []
        if self._hanzi and HANZI.search(text):
            hanzi = self._hanzi
            found += [hanzi[word] for word in hanzi.keys() & hanzi_words(text)]
        if self._latin and LATIN.search(text):
            latin = self._latin
            found += [latin[word] for word in latin.keys() & latin_words(text)]
        raised = sum([each for each in found if each > 0])
        return WordSum(raised, sum(found) - raised)
