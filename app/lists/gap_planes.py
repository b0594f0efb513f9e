"""Ascending integers as planes of their gaps, and back, at the speed of wide additions.

Plane p holds byte p of every gap, least significant first. A gap is the difference to the integer
before, less one, so that whatever the planes say unfolds to integers that ascend. The high planes
are nearly all alike and compress; the low ones are noise, and no form of them would be shorter.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import chain
from operator import sub

from ..model.errors import DamagedDataError
from .byte_order import from_little_endian, to_little_endian
from .fingerprints import SPACE, WIDTH

_LANE = 8  # bytes
_ROWS = 64
_AT_A_TIME = _ROWS * 4096  # a table that stays in the processor's cache
_NOT_ASCENDING = "integers that do not ascend from 0 to 2^48"
_Plane = tuple[bytes, int, int]  # data, and where the plane begins and ends


def gap_planes(ascending: Sequence[int]) -> list[bytes]:
    """Return as many planes as the widest gap has bytes, each as long as `ascending`.

    Raises ValueError if the integers do not ascend, or do not lie in 0 <= x < 2^48.
    """
    if not ascending:
        return []
    least = chain((0,), (each + 1 for each in ascending))
    try:
        gaps = array("Q", map(sub, ascending, least))
    except OverflowError as error:
        raise ValueError(_NOT_ASCENDING) from error
    if ascending[-1] >= SPACE:
        raise ValueError(_NOT_ASCENDING)
    raw = to_little_endian(gaps)
    return [raw[plane::_LANE] for plane in range(max(1, (max(gaps).bit_length() + 7) // 8))]


def from_gap_planes(
    data: bytes, start: int, planes: int, entries: int, bound: int = SPACE
) -> array[int]:
    """Return, as an array "Q", the integers whose planes begin at `start`.

    Raises DamagedDataError if there are too many planes, or if the integers leave 0 <= x < `bound`,
    which is 2^48 at most.

    This is a prefix sum, a quarter of a million integers at a time. Their gaps stand in a table of
    64 rows, column by column. Each row is one Python integer with a lane of 64 bits for every
    column, so that adding two rows adds all lanes at once. No lane runs over: a gap has at most 48
    bits, and no column begins beyond 2^48.
    """
    if planes > WIDTH or bool(planes) != bool(entries):
        raise DamagedDataError("damaged-data", cause="planes too many or too few")
    found = array("Q")
    following = 0
    for first in range(0, entries, _AT_A_TIME):
        size = min(_AT_A_TIME, entries - first)
        places = [start + plane * entries + first for plane in range(planes)]
        found += _unfolded([(data, each, each + size) for each in places], size, following)
        following = found[-1] + 1
        if following > bound:
            raise DamagedDataError("damaged-data", cause=f"integers beyond {bound}")
    return found


def _unfolded(planes: Sequence[_Plane], size: int, following: int) -> array[int]:
    """Return so many integers, the first of them its gap more than `following`."""
    columns = -(-size // _ROWS)
    ones = int.from_bytes((1).to_bytes(_LANE, "little") * columns, "little")
    rows = _rows(planes, columns, ones)
    sums = _starts(sum(rows), columns, following) - ones
    found = array("Q", bytes(_LANE * columns * _ROWS))
    for row, steps in enumerate(rows):
        sums += steps
        found[row::_ROWS] = _lanes(sums, columns)
    del found[size:]
    return found


def _rows(planes: Sequence[_Plane], columns: int, ones: int) -> list[int]:
    """Return, row by row, by how much each integer is more than the one before."""
    lanes = bytearray(_LANE * columns)
    rows = []
    for row in range(_ROWS):
        for place, (data, start, end) in enumerate(planes):
            lanes[place::_LANE] = data[start + row : end : _ROWS].ljust(columns, b"\0")
        rows.append(int.from_bytes(lanes, "little") + ones)
    return rows


def _starts(column_sums: int, columns: int, following: int) -> int:
    """Return in the lane of each column what all before it add up to, 2^48 at most."""
    starts = array("Q", [following])
    for each in _lanes(column_sums, columns)[:-1]:
        starts.append(min(starts[-1] + each, SPACE))
    return int.from_bytes(to_little_endian(starts), "little")


def _lanes(row: int, columns: int) -> array[int]:
    return from_little_endian("Q", row.to_bytes(_LANE * columns, "little"))
