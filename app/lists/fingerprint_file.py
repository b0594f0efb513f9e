"""A list of fingerprints on disk, looked up without being read in: four bytes an entry.

    magic, number of the form, number of entries, their digest (see `digest_of`)        64 bytes
    where each bucket begins, at last the number of entries                  65,537 × 4 bytes
    the suffixes (see `buckets`)                                             entries × 4 bytes

All integers are little-endian.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import struct
import sys
from array import array
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import blake2s
from itertools import pairwise
from operator import le
from pathlib import Path
from types import TracebackType
from typing import Self

from ..model.errors import DamagedDataError
from .asking import asking
from .buckets import (
    BUCKETS,
    BucketBlocks,
    Buckets,
    blocks_of,
    digest_of,
    from_buckets,
    to_buckets,
)
from .byte_order import from_little_endian, in_little_endian
from .fingerprints import BITS, FIRST_64, SPACE
from .progress import Progress, nobody
from .whole_files import WritingBehind, whole_file

_HEAD = struct.Struct("<8sIQ32s12x")
_MAGIC = b"MBPRINTS"
_FORM = 1
_SUFFIXES_AT = _HEAD.size + 4 * (BUCKETS + 1)


def write_file(sorted_fingerprints: Sequence[int], path: Path) -> None:
    """Write the list to `path`, whole or not at all.

    Raises ValueError unless the fingerprints ascend, each once; OSError if the disk will not have
    it, and then `path` is as it was.
    """
    if not all(a < b for a, b in pairwise((-1, *sorted_fingerprints, SPACE))):
        raise ValueError("fingerprints that do not ascend from 0 to 2^48")
    buckets = to_buckets(array("Q", sorted_fingerprints))
    with whole_file(path) as file:
        write_blocks(blocks_of(buckets), len(buckets.suffixes), digest_of(buckets), file)


def write_blocks(
    blocks: BucketBlocks, entries: int, sha256: str, file: WritingBehind, tell: Progress = nobody
) -> None:
    """Write a list of so many entries and of that digest.

    Raises DamagedDataError if it turns out to be another one, OSError if the disk will not have it.
    """
    file.write(_HEAD.pack(_MAGIC, _FORM, entries, bytes.fromhex(sha256)))
    starts = in_little_endian(blocks.starts)
    digest, there = hashlib.sha256(starts), 0
    file.write(starts)
    for block in blocks.blocks:
        raw = in_little_endian(block)
        digest.update(raw)
        file.write(raw)
        there += len(block)
        tell(there / max(entries, 1))
    if there != entries or digest.hexdigest() != sha256:
        raise DamagedDataError("damaged-data", cause="a list of another digest")


class FingerprintFile:
    """One such file, open for look-ups; safe to share between threads until it is closed.

    `entries` and `sha256` are what the file says of itself. The suffixes are not read before they
    are asked for, so a bit gone bad among them is not noticed; who wrote the file verified them.
    """

    def __init__(self, mapped: mmap.mmap) -> None:
        """Take over the map of a file; DamagedDataError if it is none of ours."""
        self._map = mapped
        self.entries, self.sha256 = _read_head(mapped)
        self._starts = from_little_endian("I", mapped[_HEAD.size : _SUFFIXES_AT])
        if self._starts[0] or self._starts[-1] != self.entries or not _ascend(self._starts):
            raise DamagedDataError("damaged-data", cause="buckets in disorder")
        self._suffixes = memoryview(mapped)[_SUFFIXES_AT:].cast("I")
        _expect(mapped, "MADV_RANDOM")
        holds = asking(Buckets(self._starts, self._suffixes))
        self.holds_fingerprint: Callable[[int], bool] = holds
        """Tells whether the list has a fingerprint."""
        first_64, rest = FIRST_64, 64 - BITS  # as `fingerprint`, without its call
        self.holds: Callable[[str], bool] = lambda key: holds(
            first_64(blake2s(key.encode()).digest())[0] >> rest
        )
        """Tells whether the list has the fingerprint of a canonical key."""

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the list at `path`.

        Raises OSError if there is no such file, DamagedDataError if its head, its length or its
        buckets are not what we write.
        """
        if sys.byteorder != "little":
            raise DamagedDataError("damaged-data", cause="a machine of another byte order")
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size < _SUFFIXES_AT:
                raise DamagedDataError("damaged-data", cause="a file too short")
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        try:
            return cls(mapped)
        except DamagedDataError:
            mapped.close()
            raise

    def buckets(self) -> Buckets:
        """Return the list as it lies in the file, to be read through before the file is closed."""
        _expect(self._map, "MADV_SEQUENTIAL")
        return Buckets(self._starts, self._suffixes)

    def fingerprints(self) -> array[int]:
        """Return all fingerprints, ascending, as an array "Q"."""
        found = from_buckets(self.buckets())
        _expect(self._map, "MADV_RANDOM")
        return found

    def close(self) -> None:
        """Let the file go; nothing may be asked of it any more."""
        with suppress(BufferError):  # an error on its way out still points into it; it goes then
            self._suffixes.release()
            self._map.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _read_head(mapped: mmap.mmap) -> tuple[int, str]:
    magic, form, entries, sha256 = _HEAD.unpack_from(mapped)
    if magic != _MAGIC or form != _FORM:
        raise DamagedDataError("damaged-data", cause="no file of fingerprints")
    if len(mapped) != _SUFFIXES_AT + 4 * entries:
        raise DamagedDataError("damaged-data", cause="a file of another length")
    return entries, sha256.hex()


def _ascend(values: array[int]) -> bool:
    return all(map(le, values, values[1:]))


def _expect(mapped: mmap.mmap, reading: str) -> None:
    """Have the system read single pages, or many ahead; not every system can be told."""
    if advice := getattr(mmap, reading, None):
        mapped.madvise(advice)
