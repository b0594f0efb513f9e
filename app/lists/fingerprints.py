"""What stands for a number or a domain in a big list: the first 48 bits of its key's SHA-256."""

import hashlib

BITS = 48
WIDTH = BITS // 8  # bytes
SPACE = 1 << BITS


def fingerprint(key: str) -> int:
    """Return the first 48 bits, big end first, of the SHA-256 of the canonical key's UTF-8.

    Two keys share one by chance with n / 2^48: 4 in 100 million look-ups at ten million entries.
    """
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:WIDTH], "big")
