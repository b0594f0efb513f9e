"""Looks fingerprints up in a list in its buckets."""

from bisect import bisect_left
from collections.abc import Callable

from .buckets import Buckets
from .fingerprints import SUFFIX_BITS, SUFFIX_MASK

_SMALL = 32  # entries; to look through them all takes no longer than to choose a few
_NEAR = 16  # entries; of 150 in a bucket a suffix lies 6 from where it should, rarely more than 12


def asking(buckets: Buckets, small: int = _SMALL) -> Callable[[int], bool]:
    """Return what tells whether the list has a fingerprint.

    Suffixes lie as evenly as a hash does, so that the few around the place where one should be tell
    nearly always; else its whole bucket is asked, as always where there are no more than `small` in
    a bucket on the average.
    """
    # Functions and no methods, and none that they call: each is a tenth of a look-up.
    starts, suffixes = buckets.starts, buckets.suffixes

    def holds_in_a_small_bucket(fingerprint: int) -> bool:
        bucket, suffix = fingerprint >> SUFFIX_BITS, fingerprint & SUFFIX_MASK
        end = starts[bucket + 1]
        place = bisect_left(suffixes, suffix, starts[bucket], end)
        return place < end and suffixes[place] == suffix

    def holds(fingerprint: int) -> bool:
        bucket, suffix = fingerprint >> SUFFIX_BITS, fingerprint & SUFFIX_MASK
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

    return holds if len(suffixes) > small * (len(starts) - 1) else holds_in_a_small_bucket
