"""Makes the automaton of many literals, or takes the one that an earlier start has made.

To make one of 50,000 literals takes 60 ms and leaves twice its size as waste in the heap; to take
one takes a tenth and leaves nothing.
"""

from array import array
from hashlib import blake2b
from typing import Protocol

from ..version import VERSION

try:
    from daachorse import CharwiseDoubleArrayAhoCorasick as Automaton

    CAN_BE_KEPT = True
except ImportError:  # nobody builds it for Linux on Arm
    from .literals_by_head import LiteralsByHead as Automaton  # type: ignore[assignment]

    CAN_BE_KEPT = False

_PROBE = ("ab", "b", "bc", "bcd")
_DIGEST_SIZE = 32


class Kept(Protocol):
    """Where one automaton is kept. What is taken may have been spoiled, or be another's."""

    def take(self) -> bytes | None:
        """Return what was put last, or None."""
        ...

    def put(self, data: bytes) -> None:
        """Keep `data`, if that can be done."""
        ...


def automaton_of(literals: list[str], kept: Kept | None = None) -> Automaton:
    """Return the automaton of `literals`, which is kept for the next start if `kept` is given.

    What was kept is taken only if its digest, which also covers the literals, the program's version
    and how the library writes automatons down, is right; else it is made and kept anew.
    """
    if kept is None or not CAN_BE_KEPT:
        return Automaton(literals)
    about = _about(literals)
    data = kept.take()
    found = None if data is None else _read(data, about)
    if found is None:
        found = Automaton(literals)
        written = found.serialize()
        kept.put(_digest(about, written) + written)
    return found


def _about(literals: list[str]) -> bytes:
    """Return what tells these literals, this program and this library's form from any others."""
    about = blake2b(f"{VERSION}\n{len(literals)}\n".encode())
    about.update(Automaton(list(_PROBE)).serialize())  # the library does not tell its own version
    about.update(array("I", map(len, literals)).tobytes())
    about.update("".join(literals).encode())
    return about.digest()


def _read(data: bytes, about: bytes) -> Automaton | None:
    digest, written = data[:_DIGEST_SIZE], data[_DIGEST_SIZE:]
    if digest != _digest(about, written):
        return None  # no spoiled byte reaches the library: one in five hundred has it run for ever
    try:
        return Automaton.deserialize(written)
    except ValueError:
        return None


def _digest(about: bytes, written: bytes) -> bytes:
    digest = blake2b(about, digest_size=_DIGEST_SIZE)
    digest.update(written)
    return digest.digest()
