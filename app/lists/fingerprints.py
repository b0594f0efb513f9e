"""What stands for a number or a domain in a big list: the first 48 bits of its key's SHA-256."""

import hashlib
from array import array
from collections.abc import Iterable

from .byte_order import to_little_endian

BITS = 48
WIDTH = BITS // 8  # bytes
SPACE = 1 << BITS


def fingerprint(key: str) -> int:
    """Return the first 48 bits, big end first, of the SHA-256 of the canonical key's UTF-8.

    Two keys share one by chance with n / 2^48: 4 in 100 million look-ups at ten million entries.
    """
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:WIDTH], "big")


def sorted_digest(fingerprints: Iterable[int]) -> str:
    """Return the SHA-256, in hex, of the fingerprints, six bytes each, big end first.

    They are taken in the order given. Ascending, each once, this is the `sha256` of a ReportedList.
    """
    values = fingerprints if isinstance(fingerprints, array) else array("Q", fingerprints)
    raw = to_little_endian(values)
    packed = bytearray(WIDTH * len(values))
    for place in range(WIDTH):
        packed[WIDTH - 1 - place :: WIDTH] = raw[place :: values.itemsize]
    return hashlib.sha256(packed).hexdigest()
