"""Tells which of the known frauds a text is, by the words and phrases it holds.

One fitted multinomial regression (softmax) over phrases and words, each counted once. It names
nothing unless one category is likely, and nothing whose next step the text could not take.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from math import exp
from operator import add

from ..model.phrases import OTHER_CATEGORY, CategoryWords
from ..model.reading import Reading, Stance
from ..model.scam_category import ScamCategory
from .wording import latin_words, without_links

_HANZI = re.compile("[\u4e00-\u9fff]+")
_LONGEST = 6_000  # characters that are looked at
_LIKELY = 0.4
_POSSIBLE = 0.1
_SCANNED = frozenset({"act.scan_code"})


class CategoryNaming:
    """Names the category of a text; what it knows is laid out when it is first asked."""

    def __init__(self, rows: Iterable[CategoryWords] = ()) -> None:
        """Take the register's fitted rows; without any, nothing is named."""
        self._rows = tuple(rows)

    def __bool__(self) -> bool:
        """Tell whether there is a fitted table."""
        return bool(self._rows)

    def name(self, reading: Reading, told: Iterable[ScamCategory] = ()) -> ScamCategory | None:
        """Return the likeliest category, or None.

        `told` are the categories of the scripts that were recognised, the surest first. They count
        like words; where no category is likely, the first of them that is possible will do.
        """
        told = tuple(told)
        likely = self._likelihoods(words_of(reading, told))
        best = max(likely, key=likely.__getitem__, default=OTHER_CATEGORY)
        if best != OTHER_CATEGORY and likely[best] >= _LIKELY:
            category = ScamCategory(best)
            return category if _may_be(category, reading) else None
        possible = (each for each in told if likely.get(each, 0) >= _POSSIBLE)
        return next((each for each in possible if _may_be(each, reading)), None)

    def _likelihoods(self, words: set[str]) -> dict[str, float]:
        bases, weights = self._laid_out
        sums = dict(bases)
        for word in weights.keys() & words:
            for category, hundredths in weights[word]:
                sums[category] += hundredths
        most = max(sums.values(), default=0)
        shares = {category: exp((each - most) / 100) for category, each in sums.items()}
        whole = sum(shares.values())
        return {category: each / whole for category, each in shares.items()}

    @cached_property
    def _laid_out(self) -> tuple[dict[str, int], dict[str, list[tuple[str, int]]]]:
        """Return where each category starts, and what each word adds to which."""
        bases: dict[str, int] = {row.category: 0 for row in self._rows}
        weights: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for row in self._rows:
            for word in row.words:
                if word == "base":
                    bases[row.category] = row.hundredths
                else:
                    weights[word].append((row.category, row.hundredths))
        return bases, dict(weights)


def _may_be(category: ScamCategory, reading: Reading) -> bool:
    """Tell whether there is what it needs: a false address, or a picture that leads to one."""
    if category is not ScamCategory.PHISHING_SMS or reading.links:
        return True
    return any(hit.slot.id in _SCANNED for hit in reading.hits)


def words_of(reading: Reading, told: Iterable[ScamCategory] = ()) -> set[str]:
    """Return whatever the table may hold of a reading, and much that it does not."""
    text = without_links(reading.folded[:_LONGEST])
    words = latin_words(text)
    for run in _HANZI.findall(text):
        words.update(map(add, run, run[1:]))
    words.update([hit.slot.id for hit in reading.hits if hit.stance is Stance.DEMAND])
    words.update([f"script.{each}" for each in told])
    if reading.links:
        words.add("link")
    if reading.claims:
        words.add("claim")
    return words
