"""A list of fingerprints in memory, in the shape it has on disk: 65,536 buckets of 32-bit suffixes.

A fingerprint's first 16 bits are its bucket, the other 32 its suffix.
"""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import mul, sub

from msgspec import Struct

from .byte_order import from_little_endian, in_little_endian
from .fingerprints import SUFFIX_BITS

BUCKETS = 1 << 16
_SUFFIX_BYTES = 4
_SPARE = 32
_AT_A_TIME = 1 << 20  # bytes
_BLOCK = 1 << 18  # suffixes
_SINGLES = tuple(bytes((each,)) for each in range(256))


class Buckets(Struct, frozen=True):
    """`suffixes` in ascending order of their fingerprints, an array "I" or a view of such items.

    `starts` tells for each bucket where in `suffixes` it begins, and at last how many there are.
    """

    starts: array[int]
    suffixes: array[int] | memoryview[int]


class BucketBlocks(Struct, frozen=True):
    """A list to be written, once: its `starts`, then its suffixes, some hundred thousand a block.

    A block is an array "I" or a view of such items.
    """

    starts: array[int]
    blocks: Iterable[array[int] | memoryview[int]]


def to_buckets(fingerprints: array[int]) -> Buckets:
    """Put fingerprints, an array "Q" in ascending order, into their buckets."""
    raw = in_little_endian(fingerprints)
    suffixes = array("I")
    for place in range(0, len(raw), _AT_A_TIME):
        suffixes += from_little_endian("I", raw[place : place + _AT_A_TIME])[::2]
    starts = array("I", _starts(fingerprints))
    starts.append(len(fingerprints))
    return Buckets(starts, suffixes)


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


def blocks_of(buckets: Buckets) -> BucketBlocks:
    """Return the list to be written."""
    suffixes = memoryview(buckets.suffixes)
    return BucketBlocks(
        buckets.starts,
        (suffixes[at : at + _BLOCK] for at in range(0, len(suffixes), _BLOCK)),
    )


def sorted_digest(fingerprints: Iterable[int]) -> str:
    """Return the `sha256` of a ReportedList, in hex; the fingerprints ascend, each once."""
    values = fingerprints if isinstance(fingerprints, array) else array("Q", fingerprints)
    return digest_of(to_buckets(values))


def digest_of(buckets: Buckets) -> str:
    """Return what `sorted_digest` says of the fingerprints.

    It is taken over all starts, then all suffixes, four bytes each, little end first: the bytes of
    the file that is looked up in, so that they can be hashed as they are written.
    """
    digest = hashlib.sha256(in_little_endian(buckets.starts))
    digest.update(in_little_endian(buckets.suffixes))
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
