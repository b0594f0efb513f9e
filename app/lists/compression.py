"""Zstandard, with a bound on what comes out."""

import sys
from collections.abc import Sequence

from ..model.errors import DamagedDataError
from .progress import Progress, nobody

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LEVEL = 9
_AT_A_TIME = 1 << 20  # bytes; a few tenths of a second at the highest level


def compress(data: bytes, level: int = LEVEL) -> bytes:
    """Return one Zstandard frame (RFC 8878); the same bytes for the same data and level."""
    return zstd.compress(data, level)


def compress_parts(parts: Sequence[bytes], level: int = LEVEL, tell: Progress = nobody) -> bytes:
    """Return the parts in a row as one frame, with a block boundary after each.

    Within a block all literals share one Huffman table; parts of different make are smaller apart.
    """
    packer = zstd.ZstdCompressor(level)
    packed: list[bytes] = []
    total, done = sum(map(len, parts)), 0
    for part in parts:
        for start in range(0, len(part), _AT_A_TIME):
            packed.append(packer.compress(part[start : start + _AT_A_TIME]))
            done += len(part[start : start + _AT_A_TIME])
            tell(done / total)
        packed.append(packer.flush(packer.FLUSH_BLOCK))
    packed.append(packer.flush())
    return b"".join(packed)


def decompress(data: bytes, limit: int) -> bytes:
    """Return what is in one frame, at most `limit` bytes.

    Raises DamagedDataError for what is no single whole frame, or would come out larger: a few bytes
    can unfold to gigabytes.
    """
    unpacker = zstd.ZstdDecompressor()
    try:
        unpacked = unpacker.decompress(data, max_length=limit + 1)
    except zstd.ZstdError as error:
        raise DamagedDataError("damaged-data", cause=str(error)) from error
    if len(unpacked) > limit:
        raise DamagedDataError("damaged-data", cause=f"unfolds to more than {limit} bytes")
    if not unpacker.eof or unpacker.unused_data:
        raise DamagedDataError("damaged-data", cause="no single whole frame")
    return unpacked
