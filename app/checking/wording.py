"""Adds up the fitted weights of single words and of hanzi that stand side by side.

Naive as a spam filter's list of words is (Graham, "A Plan for Spam", 2002), so it may warn, never
decide. Every word counts once; what belongs to a link counts nothing.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from ..model.phrases import SignWeight
from ..reading.literal_finder import LiteralFinder

LONGEST_TEXT = 500
HANZI = re.compile("[\u4e00-\u9fff]+")
LATIN = re.compile("[a-z']+")
_LINK = re.compile("https?://[^\\s\u4e00-\u9fff]*|[a-z0-9.-]+\\.[a-z]{2,}[^\\s\u4e00-\u9fff]*")
_LEVELS = frozenset({"base", "level"})


def without_links(folded: str) -> str:
    """Return a folded text with a space for each link."""
    return _LINK.sub(" ", folded) if "." in folded or "://" in folded else folded


def latin_words(text: str) -> set[str]:
    """Return the words, and the pairs of words, of a text without links."""
    words = LATIN.findall(text)
    return {each for each in words if len(each) > 1}.union(f"{a} {b}" for a, b in pairwise(words))


class Wording:
    """The fitted words, ready to be looked for; immutable."""

    def __init__(self, weights: Iterable[SignWeight]) -> None:
        """Take the register's words; without any, nothing is ever found."""
        table = {each.sign: each.hundredths for each in weights}
        self._base = table.get("base", 0)
        self._level = table.get("level", 0)
        words = {word: weight for word, weight in table.items() if word not in _LEVELS}
        self._latin = {word: weight for word, weight in words.items() if word.isascii()}
        self._hanzi = [word for word in words if not word.isascii()]
        self._weights = [words[word] for word in self._hanzi]
        self._finder = LiteralFinder(self._hanzi)

    def telling(self, folded: str) -> tuple[str, ...]:
        """Return the words that raise the sum, weightiest first, where it reaches the level."""
        if not self._level:
            return ()
        text = without_links(folded)
        found = self._found(text)
        if self._base + sum(found.values()) < self._level:
            return ()
        raising = [word for word, weight in found.items() if weight > 0]
        return tuple(sorted(raising, key=lambda word: (-found[word], word)))

    def _found(self, text: str) -> dict[str, int]:
        places = {index for _, _, index in self._finder.find(text)}
        found = {self._hanzi[place]: self._weights[place] for place in places}
        if LATIN.search(text):
            latin = self._latin
            found |= {word: latin[word] for word in latin_words(text) if word in latin}
        return found
