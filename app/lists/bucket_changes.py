"""Takes fingerprints out of a list in its buckets and puts others in, a block at a time."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, repeat
from operator import add

from .buckets import BUCKETS, BucketBlocks, Buckets
from .byte_order import from_little_endian, in_little_endian
from .splicing import splice

_TOGETHER = 256  # buckets; of ten million entries so many stay in the processor's cache
_BLOCK = 1 << 18  # suffixes


def changed(old: Buckets, gone: array[int], come: array[int]) -> BucketBlocks:
    """Return the list without what stands at the places `gone`, and with the fingerprints `come`.

    Both are arrays "Q" that ascend, and the places lie within. What is there already and comes
    again stands there twice: only the digest can tell. `old` is read as the blocks are.
    """
    halves = from_little_endian("I", in_little_endian(come))
    buckets, suffixes = halves[1::2], halves[::2]
    starts = _starts(old.starts, gone, buckets)
    return BucketBlocks(starts, _blocks(old, gone, buckets, suffixes))


def _starts(old: Sequence[int], gone: Sequence[int], come: Sequence[int]) -> array[int]:
    """Return where each bucket begins; `gone` are places, `come` buckets, and both ascend."""
    steps = [0] * (BUCKETS + 1)
    following = iter(old)
    bucket, start = -1, -1
    for place in gone:
        while start <= place:
            start = next(following)
            bucket += 1
        steps[bucket] -= 1
    for each in come:
        steps[each + 1] += 1
    return array("I", map(add, old, accumulate(steps)))


def _blocks(
    old: Buckets, gone: array[int], come: array[int], suffixes: array[int]
) -> Iterator[array[int]]:
    """Yield the new suffixes. `come` and `suffixes` are the halves of what comes."""
    view = in_little_endian(old.suffixes)
    block = array("I")
    removals = additions = 0
    for first in range(0, BUCKETS, _TOGETHER):
        starts = old.starts[first : first + _TOGETHER + 1]
        begin, end = starts[0], starts[-1]
        goes = slice(removals, bisect_left(gone, end, removals))
        comes = slice(additions, bisect_left(come, first + _TOGETHER, additions))
        removals, additions = goes.stop, comes.stop
        part = from_little_endian("I", view[block.itemsize * begin : block.itemsize * end])
        items = suffixes[comes]
        places = _places(
            part, items, [each - first for each in come[comes]], [each - begin for each in starts]
        )
        splice(block, part, [each - begin for each in gone[goes]], zip(places, items, strict=True))
        if len(block) >= _BLOCK:
            yield block
            block = array("I")
    yield block


def _places(
    part: array[int], items: Sequence[int], buckets: Sequence[int], starts: Sequence[int]
) -> Iterator[int]:
    """Yield where in its bucket of `part` each item belongs; a bucket begins at its start."""
    begins, ends = starts, starts[1:]
    return map(
        bisect_left,
        repeat(part),
        items,
        map(begins.__getitem__, buckets),
        map(ends.__getitem__, buckets),
    )
