"""Tells which of the known frauds a text is, by the words and phrases it holds.

One fitted multinomial regression (softmax) over phrases and words, each counted once. It names
nothing unless one category is likely, and nothing whose next step the text could not take.
"""

import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from math import exp
from operator import itemgetter
from typing import NamedTuple

from ..model.phrases import OTHER_CATEGORY, CategoryWords
from ..model.reading import Reading, Stance
from ..model.scam_category import ScamCategory
from ..reading.literal_finder import LiteralFinder, finder_of
from .wording import latin_words, without_links

_LONGEST = 6_000  # characters that are looked at
LIKELY = 0.4
_POSSIBLE = 0.1
_SCANNED = frozenset({"act.scan_code"})
_DEMAND = Stance.DEMAND
_BASE = "base"
_INDEX = itemgetter(2)  # of a place
_LANE = "I"
_BYTES = array(_LANE).itemsize
_ABOVE_ZERO = 1 << (8 * _BYTES - 1)  # so that no sum borrows from the lane above


class _LaidOut(NamedTuple):
    """The table, ready to be added up: the sums of all categories are lanes of one long integer.

    `base` is where they start; `weights` holds what each word adds, `pairs` what each pair of hanzi
    adds that `finder` finds.
    """

    categories: tuple[str, ...]
    base: int
    weights: dict[str, int]
    finder: LiteralFinder
    pairs: list[int]


class CategoryNaming:
    """Names the category of a text; what it knows is laid out when it is first asked."""

    def __init__(self, rows: Iterable[CategoryWords] = ()) -> None:
        """Take the register's fitted rows; without any, nothing is named."""
        self._rows = tuple(rows)

    def name(self, reading: Reading, told: Iterable[ScamCategory] = ()) -> ScamCategory | None:
        """Return the likeliest category, or None.

        `told` are the categories of the scripts that were recognised, the surest first. They count
        like words; where no category is likely, the first of them that is possible will do.
        """
        told = tuple(told)
        categories, sums = self._sums(reading, told)
        most = max(sums, default=0)
        shares = sum([exp((each - most) / 100) for each in sums])
        best = categories[sums.index(most)] if categories else OTHER_CATEGORY
        if best != OTHER_CATEGORY and LIKELY * shares <= 1:
            category = ScamCategory(best)
            return category if _may_be(category, reading) else None
        for each in told:
            place = categories.index(each) if each in categories else -1
            is_possible = place >= 0 and exp((sums[place] - most) / 100) >= _POSSIBLE * shares
            if is_possible and _may_be(each, reading):
                return each
        return None

    def _sums(
        self, reading: Reading, told: tuple[ScamCategory, ...]
    ) -> "tuple[tuple[str, ...], array[int]]":
        laid_out = self._laid_out
        text, weights = spoken(reading), laid_out.weights
        whole = sum(map(weights.__getitem__, weights.keys() & words_of(reading, text, told)))
        pairs = set(map(_INDEX, laid_out.finder.find(text)))
        whole += sum(map(laid_out.pairs.__getitem__, pairs), laid_out.base)
        sums = array(_LANE, whole.to_bytes(len(laid_out.categories) * _BYTES, sys.byteorder))
        if sys.byteorder == "big":
            sums.reverse()
        return laid_out.categories, sums

    @cached_property
    def _laid_out(self) -> _LaidOut:
        categories = tuple(dict.fromkeys(row.category for row in self._rows))
        lanes = {category: 8 * _BYTES * place for place, category in enumerate(categories)}
        weights: defaultdict[str, int] = defaultdict(int)
        for row in self._rows:
            added = row.hundredths << lanes[row.category]
            for word in row.words:
                weights[word] += added
        base = sum((_ABOVE_ZERO << lane for lane in lanes.values()), weights.pop(_BASE, 0))
        pairs = [word for word in weights if not word.isascii()]
        added_by = [weights.pop(pair) for pair in pairs]
        return _LaidOut(categories, base, dict(weights), finder_of(pairs), added_by)


def _may_be(category: ScamCategory, reading: Reading) -> bool:
    """Tell whether there is what it needs: a false address, or a picture that leads to one."""
    if category is not ScamCategory.PHISHING_SMS or reading.links:
        return True
    return any(hit.slot.id in _SCANNED for hit in reading.hits)


def spoken(reading: Reading) -> str:
    """Return the folded text in which words are looked for."""
    return without_links(reading.folded[:_LONGEST])


def words_of(reading: Reading, text: str, told: Iterable[ScamCategory] = ()) -> set[str]:
    """Return whatever the table may hold of a reading and its `spoken` text but pairs of hanzi."""
    words = latin_words(text)
    words.update([hit.slot.id for hit in reading.hits if hit.stance is _DEMAND])
    words.update([f"script.{each}" for each in told])
    if reading.links:
        words.add("link")
    if reading.claims:
        words.add("claim")
    return words
