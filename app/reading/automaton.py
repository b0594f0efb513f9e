"""Makes the automaton of many literals, or takes the one that an earlier start has made.

To make one of 50,000 literals takes 60 ms and leaves twice its size as waste in the heap; to take
one takes a tenth and leaves nothing.
"""

from array import array
from hashlib import blake2b

from ..version import VERSION
from .sealed import Kept, Sealed

try:
    from daachorse import CharwiseDoubleArrayAhoCorasick

    Automaton = CharwiseDoubleArrayAhoCorasick
    CAN_BE_KEPT = True
except ImportError:  # nobody builds it for Linux on Arm
    from .literals_by_head import LiteralsByHead

    Automaton = LiteralsByHead  # type: ignore[misc, assignment]
    CAN_BE_KEPT = False

_PROBE = ("ab", "b", "bc", "bcd")


def automaton_of(literals: list[str], kept: Kept | None = None) -> Automaton:
    """Return the automaton of `literals`, which is kept for the next start if `kept` is given.

    What was kept is taken only if its digest, which also covers the literals, the program's version
    and how the library writes automatons down, is right; else it is made and kept anew.
    """
    if kept is None or not CAN_BE_KEPT:
        return Automaton(literals)
    sealed = Sealed(kept, _about(literals))
    written = sealed.take()
    found = None if written is None else read_automaton(written)
    if found is None:
        found = Automaton(literals)
        sealed.put(found.serialize())
    return found


def read_automaton(written: memoryview) -> Automaton | None:
    """Return what was written down, None if it is no automaton.

    No spoiled byte may come here: one in five hundred has the library run for ever.
    """
    try:
        return Automaton.deserialize(bytes(written))
    except ValueError:
        return None


def form_of_automatons() -> bytes:
    """Return what tells this program's version and the library's form from any others."""
    # The library does not tell its own version.
    return f"{VERSION}\n".encode() + Automaton(list(_PROBE)).serialize()


def _about(literals: list[str]) -> bytes:
    about = blake2b(form_of_automatons())
    about.update(array("I", map(len, literals)).tobytes())
    about.update("".join(literals).encode())
    return about.digest()
