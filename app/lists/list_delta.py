"""The way from one version of a list to the next: what goes, by its place, then what comes.

Unfolded: the number of the form; the length of the old list, the number of removals and that of
additions, four bytes each, little end first; the number of planes of the removals, then of the
additions; the planes (see `gap_planes`). Removals are places in the old list, from 0.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from operator import lt

from ..model.errors import DamagedDataError
from .bucket_changes import changed
from .buckets import BucketBlocks, Buckets, from_buckets, to_buckets
from .compression import compress_parts, decompress
from .fingerprints import SPACE, WIDTH
from .gap_planes import from_gap_planes, gap_planes

FORM = 1
_LEVEL = 19
_PILE = SPACE >> 8
_HEAD = struct.Struct("<BIIIBB")


def encode_delta(old: Sequence[int], new: Sequence[int]) -> bytes:
    """Return the way from `old` to `new`; ValueError unless both ascend, each fingerprint once."""
    gone, come = _differences(old, new)
    removals, additions = gap_planes(gone), gap_planes(come)
    head = _HEAD.pack(FORM, len(old), len(gone), len(come), len(removals), len(additions))
    return compress_parts([head, *removals, *additions], _LEVEL)


def _differences(old: Sequence[int], new: Sequence[int]) -> tuple[array[int], array[int]]:
    """Return the places of what goes and what comes, comparing a pile at a time to spare memory."""
    gone, come = array("Q"), array("Q")
    was = now = 0
    for bound in range(_PILE, SPACE + 1, _PILE):
        begin, was = was, bisect_left(old, bound, was)
        first, now = now, bisect_left(new, bound, now)
        before, after = old[begin:was], new[first:now]
        held, wanted = set(before), set(after)
        gone.extend(begin + bisect_left(before, each) for each in sorted(held - wanted))
        come.extend(sorted(wanted - held))
    return gone, come


def apply_delta(old: array[int], data: bytes, entries_after: int) -> array[int]:
    """Return the new list as an array "Q"; `old` stays as it is.

    Takes memory for both lists, whatever the data claim. Raises DamagedDataError for data that are
    no way from a list of this length to one of `entries_after`, or that add what is there already.
    Whether `old` was the right list only the SHA-256 of the result can tell.
    """
    new = change(to_buckets(old), data, entries_after)
    suffixes = array("I")
    for block in new.blocks:
        suffixes += array("I", block)
    found = from_buckets(Buckets(new.starts, suffixes))
    if not all(map(lt, found, found[1:])):
        raise DamagedDataError("damaged-data", cause="an addition that is there already")
    return found


def change(old: Buckets, data: bytes, entries_after: int) -> BucketBlocks:
    """Return the new list to be written, while `old` must stay; it raises as `apply_delta`.

    An addition that is there already is not told from another: the digest must be compared.
    """
    removals, additions = _read(data, len(old.suffixes), entries_after)
    return changed(old, removals, additions)


def _read(data: bytes, before: int, after: int) -> tuple[array[int], array[int]]:
    unfolded = decompress(data, _HEAD.size + WIDTH * (before + after))
    if len(unfolded) < _HEAD.size:
        raise DamagedDataError("damaged-data", cause="no delta")
    form, entries, gone, come, gone_planes, come_planes = _HEAD.unpack_from(unfolded)
    if form != FORM or entries != before or before - gone + come != after:
        raise DamagedDataError("damaged-data", cause="a delta for another list")
    middle = _HEAD.size + gone * gone_planes
    if len(unfolded) != middle + come * come_planes:
        raise DamagedDataError("damaged-data", cause="a delta of another length")
    return (
        from_gap_planes(unfolded, _HEAD.size, gone_planes, gone, before),
        from_gap_planes(unfolded, middle, come_planes, come, SPACE),
    )
