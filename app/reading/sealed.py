"""Tells whether bytes that were kept are the very ones that are wanted."""

from hashlib import blake2b
from typing import Protocol

_DIGEST_SIZE = 32


class Kept(Protocol):
    """Where some bytes are kept. What is taken may have been spoiled, or be another's."""

    def take(self) -> bytes | None:
        """Return what was put last, or None."""
        ...

    def put(self, data: bytes) -> None:
        """Keep `data`, if that can be done."""
        ...


class Sealed:
    """Keeps bytes in front of which stands a digest of them and of what they are about.

    It tells accidents and other versions, not malice: who can write here can write the register
    too. What was taken is therefore believed no more than that.
    """

    def __init__(self, kept: Kept, about: bytes) -> None:
        """Take what tells the matter of these bytes from any other, 64 bytes at most."""
        self._kept = kept
        self._about = about

    def take(self) -> memoryview | None:
        """Return what was put last, or None if it is not that to the last bit."""
        data = self._kept.take()
        if data is None:
            return None
        written = memoryview(data)[_DIGEST_SIZE:]
        return written if data[:_DIGEST_SIZE] == self._digest(written) else None

    def put(self, written: bytes) -> None:
        """Keep `written`, if that can be done."""
        self._kept.put(self._digest(written) + written)

    def _digest(self, written: bytes | memoryview) -> bytes:
        digest = blake2b(self._about, digest_size=_DIGEST_SIZE)
        digest.update(written)
        return digest.digest()
