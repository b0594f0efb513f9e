"""A list of fingerprints in memory, in the shape it has on disk: 65,536 buckets of 32-bit suffixes.

A fingerprint's first 16 bits are its bucket, the other 32 its suffix.
"""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add, mul, sub

from ..model.errors import DamagedDataError
from .byte_order import from_little_endian, in_little_endian
from .fingerprints import WIDTH
from .splicing import spliced

BUCKETS = 1 << 16
SUFFIX_BITS = 32
SUFFIX_MASK = (1 << SUFFIX_BITS) - 1
_SUFFIX_BYTES = 4
_SPARE = 32
_AT_A_TIME = 1 << 20  # bytes
_SINGLES = tuple(bytes((each,)) for each in range(256))


@dataclass(frozen=True, slots=True)
class Buckets:
    """`suffixes` in ascending order of their fingerprints, an array "I" or a view of such items.

    `starts` tells for each bucket where in `suffixes` it begins, and at last how many there are.
    """

    starts: Sequence[int]
    suffixes: array[int] | memoryview[int]


def to_buckets(fingerprints: array[int]) -> Buckets:
    """Put fingerprints, an array "Q" in ascending order, into their buckets."""
    raw = in_little_endian(fingerprints)
    suffixes = array("I")
    for place in range(0, len(raw), _AT_A_TIME):
        suffixes += from_little_endian("I", raw[place : place + _AT_A_TIME])[::2]
    return Buckets((*_starts(fingerprints), len(fingerprints)), suffixes)


def _starts(fingerprints: array[int]) -> Iterator[int]:
    """Yield where each bucket begins, looking first where it must be if all are about as full."""
    entries = len(fingerprints)
    window = 2 * entries // BUCKETS + _SPARE
    start = 0
    for bucket in range(BUCKETS):
        first, end = bucket << SUFFIX_BITS, start + window
        if end < entries and fingerprints[end] < first:
            start = bisect_left(fingerprints, first, end)
        else:
            start = bisect_left(fingerprints, first, start, min(end, entries))
        yield start


def from_buckets(buckets: Buckets) -> array[int]:
    """Return the fingerprints as an array "Q"."""
    found = array("Q")
    for planes in _planes(buckets):
        raw = bytearray(8 * len(planes[0]))
        for place, plane in enumerate(planes):
            raw[place::8] = plane
        found += from_little_endian("Q", raw)
    return found


def digest_of(buckets: Buckets) -> str:
    """Return what `sorted_digest` says of the fingerprints."""
    digest = hashlib.sha256()
    for planes in _planes(buckets):
        packed = bytearray(WIDTH * len(planes[0]))
        for place, plane in enumerate(planes):
            packed[WIDTH - 1 - place :: WIDTH] = plane
        digest.update(packed)
    return digest.hexdigest()


def _planes(buckets: Buckets) -> Iterator[tuple[bytes, ...]]:
    """Yield, for all fingerprints of one first byte, their bytes of each worth, the least first.

    That many at a time stay in the processor's cache.
    """
    raw = in_little_endian(buckets.suffixes)
    for first in range(len(_SINGLES)):
        starts = buckets.starts[first * len(_SINGLES) : (first + 1) * len(_SINGLES) + 1]
        part = bytes(raw[_SUFFIX_BYTES * starts[0] : _SUFFIX_BYTES * starts[-1]])
        yield (
            *(part[place::_SUFFIX_BYTES] for place in range(_SUFFIX_BYTES)),
            b"".join(map(mul, _SINGLES, map(sub, starts[1:], starts))),
            _SINGLES[first] * (starts[-1] - starts[0]),
        )


def changed(old: Buckets, gone: array[int], come: array[int]) -> Buckets:
    """Return the list without what stands at the places `gone`, and with the fingerprints `come`.

    Both ascend, and the places lie within. DamagedDataError if something is there already.
    """
    steps = [0] * (BUCKETS + 1)
    for place in gone:
        steps[bisect_right(old.starts, place)] -= 1
    places = array("Q")
    for value in come:
        places.append(_place(old, value, gone))
        steps[(value >> SUFFIX_BITS) + 1] += 1
    items = array("I", [value & SUFFIX_MASK for value in come])
    starts = list(map(add, old.starts, accumulate(steps)))
    return Buckets(starts, spliced(old.suffixes, gone, places, items))


def _place(old: Buckets, value: int, gone: array[int]) -> int:
    bucket, suffix = value >> SUFFIX_BITS, value & SUFFIX_MASK
    end = old.starts[bucket + 1]
    place = bisect_left(old.suffixes, suffix, old.starts[bucket], end)
    if place < end and old.suffixes[place] == suffix and not _holds(gone, place):
        raise DamagedDataError("damaged-data", cause="an addition that is there already")
    return place


def _holds(ascending: array[int], value: int) -> bool:
    place = bisect_left(ascending, value)
    return place < len(ascending) and ascending[place] == value
