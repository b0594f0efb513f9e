"""Looks fingerprints up in a list in its buckets."""

from bisect import bisect_left
from collections.abc import Callable
from typing import TypeVar

from .buckets import Buckets
from .fingerprints import SUFFIX_BITS

Asked = TypeVar("Asked")
_NEAR = 16  # entries; of 150 in a bucket a suffix lies 6 from where it should, rarely more than 12


def asking(buckets: Buckets, halves: Callable[[Asked], tuple[int, int]]) -> Callable[[Asked], bool]:
    """Return what tells whether the list has the fingerprint whose `halves` are those of the asked.

    Suffixes lie as evenly as a hash does, so that the few around the place where one should be tell
    nearly always; else its whole bucket is asked.
    """
    # A function and no method: that is a tenth of a look-up.
    starts, suffixes = buckets.starts, buckets.suffixes

    def holds(asked: Asked) -> bool:
        bucket, suffix = halves(asked)
        first, end = starts[bucket], starts[bucket + 1]
        place = first + ((end - first) * suffix >> SUFFIX_BITS)
        low, high = place - _NEAR, place + _NEAR
        if low < first:  # noqa: PLR1730 -- a third of what max takes
            low = first
        if high > end:  # noqa: PLR1730
            high = end
        place = bisect_left(suffixes, suffix, low, high)
        if low < place < high:
            return suffixes[place] == suffix
        place = bisect_left(suffixes, suffix, first, end)
        return place < end and suffixes[place] == suffix

    return holds
