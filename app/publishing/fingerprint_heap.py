"""Gathers the fingerprints of millions of keys, and gives them back ascending, each once."""

from array import array

from ..lists.fingerprints import BITS, fingerprint
from .importers.text_lines import Progress

_PILES = 256
_SHIFT = BITS - 8


class FingerprintHeap:
    """Eight bytes an entry: piles by the first byte, so that only one at a time is sorted."""

    def __init__(self) -> None:
        self._piles = tuple(array("Q") for _ in range(_PILES))

    def add(self, key: str) -> None:
        """Add a key's fingerprint."""
        value = fingerprint(key)
        self._piles[value >> _SHIFT].append(value)

    def ascending(self, progress: Progress = lambda *_: None) -> "array[int]":
        """Return all of them, ascending, each once; `progress` hears of piles sorted."""
        found = array("Q")
        for done, pile in enumerate(self._piles, 1):
            found.extend(sorted(set(pile)))
            progress(done, _PILES)
        return found
