"""Adds up the fitted weights of single words and of hanzi that stand side by side.

Naive as a spam filter's list of words is (Graham, "A Plan for Spam", 2002), weighed as Wang and
Manning do ("Baselines and Bigrams", 2012): every word counts once; what belongs to a link counts
nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from ..model.phrases import WeighedWords
from ..reading.literal_finder import Places, finder_of
from ..reading.sealed import Kept

_LATIN = re.compile("[a-z']+")
_END, _INDEX = itemgetter(1), itemgetter(2)  # of a place
# One class in front of both forms, so that the search can leap from one such character to the next.
_LINK = re.compile(
    "[a-z0-9-](?:(?<=h)ttps?://|(?<![a-z0-9-].)[a-z0-9-]*+(?:\\.[a-z0-9-]++)++)[^\\s\u4e00-\u9fff]*"
)


class WordSum(NamedTuple):
    """What the words of a text add and what they take off, in hundredths; `calmed` is negative."""

    raised: int = 0
    calmed: int = 0


def without_links(folded: str) -> str:
    """Return a folded text with blanks where its links stood, as long as before."""
    if "." not in folded and "://" not in folded:
        return folded
    return _LINK.sub(lambda link: " " * len(link[0]), folded)


def latin_words(text: str) -> set[str]:
    """Return the words, and the pairs of words, of a text without links."""
    words = _LATIN.findall(text)
    return {each for each in words if len(each) > 1}.union(f"{a} {b}" for a, b in pairwise(words))


class FoundWords:
    """The words of one text, and where they stand."""

    def __init__(self, wording: "Wording", text: str, places: Places) -> None:
        self._wording = wording
        self._text = text
        self._places = places

    def between(self, start: int, end: int) -> WordSum:
        """Return what the words of a stretch of the folded text come to."""
        places = self._places
        if start or end < len(self._text):
            low = bisect_left(places, start, key=_END)
            high = bisect_left(places, end + 1, key=_END)
            places = [each for each in places[low:high] if each[0] >= start]
        return self._wording.sum_of(set(map(_INDEX, places)), self._text[start:end])


class Wording:
    """The fitted words, ready to be looked for; immutable."""

    def __init__(self, rows: Iterable[WeighedWords] = (), kept: Kept | None = None) -> None:
        """Take the register's words; without any, nothing weighs."""
        weights = {word: row.hundredths for row in rows for word in row.words}
        several = [word for word in weights if not word.isascii() and len(word) > 1]
        self._finder = finder_of(several, kept)
        self._several = [weights[word] for word in several]
        self._single = {word: each for word, each in weights.items() if len(word) == 1}
        self._latin = {word: each for word, each in weights.items() if word.isascii()}
        self._singles, self._latins = frozenset(self._single), frozenset(self._latin)

    def find(self, folded: str) -> FoundWords:
        """Return the words of a folded text."""
        text = without_links(folded)
        return FoundWords(self, text, self._finder.find(text) if self._several else [])

    def weigh(self, folded: str) -> WordSum:
        """Return what all words of a folded text come to."""
        return self.find(folded).between(0, len(folded))

    def sum_of(self, several: set[int], text: str) -> WordSum:
        """Return the sum of `several` found words, of single hanzi and Latin words of `text`."""
        single, latin, weights = self._single, self._latin, self._several
        found = [weights[index] for index in several]
        # Sets' own intersection takes a third of what a dict's keys take.
        found += map(single.__getitem__, self._singles.intersection(text))
        if latin and _LATIN.search(text):
            found += map(latin.__getitem__, self._latins.intersection(latin_words(text)))
        raised = sum([each for each in found if each > 0])
        return WordSum(raised, sum(found) - raised)
