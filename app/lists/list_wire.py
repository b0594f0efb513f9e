"""A whole list of fingerprints on the wire: planes of sorted gaps, as one Zstandard frame.

Unfolded: the number of the form, the number of planes, the planes (see `gap_planes`).
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from ..model.errors import DamagedDataError
from .compression import compress_parts, decompress
from .fingerprints import WIDTH
from .gap_planes import from_gap_planes, gap_planes
from .progress import Progress, nobody

FORM = 1
_LEVEL = 19  # 1.002 of the information limit at ten million entries, 1.022 at level 9
_HEAD = 2  # bytes


def encode_full(sorted_fingerprints: Sequence[int], tell: Progress = nobody) -> bytes:
    """Return the list as it is published; ValueError unless the fingerprints ascend, each once."""
    planes = gap_planes(sorted_fingerprints)
    return compress_parts([bytes((FORM, len(planes))), *planes], _LEVEL, tell)


def decode_full(data: bytes, entries: int) -> array[int]:
    """Return the `entries` fingerprints of a list, ascending, each once, as an array "Q".

    Takes memory for `entries`, whatever the data claim. Raises DamagedDataError for data that hold
    anything but that many; who wants to know that they are the right ones compares the SHA-256.
    """
    unfolded = decompress(data, _HEAD + WIDTH * entries)
    if len(unfolded) < _HEAD or unfolded[0] != FORM:
        raise DamagedDataError("damaged-data", cause="no list")
    planes = unfolded[1]
    if len(unfolded) != _HEAD + planes * entries:
        raise DamagedDataError("damaged-data", cause="a list of another length")
    return from_gap_planes(unfolded, _HEAD, planes, entries)
