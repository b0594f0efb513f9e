"""Makes the book of a register's phrases, or takes the one that an earlier start has made.

To make one of 100,000 literals takes 250 ms and leaves several times its size as waste in the heap;
to take one takes a fifth of that.
"""

import json
from contextlib import suppress
from hashlib import blake2b

from ..model.phrases import Slot, SlotKind, WordSet
from .automaton import CAN_BE_KEPT, Automaton, form_of_automatons, read_automaton
from .literal_finder import LiteralFinder
from .phrase_book import Counted, PhraseBook, bind
from .phrase_kinds import PhraseGround, kinds_of
from .sealed import Kept, Sealed
from .written_kinds import read_kinds, write_kinds

_LENGTH_SIZE = 4  # bytes that tell how long the kinds are
_NOT_OURS = (ValueError, TypeError, LookupError, RecursionError)
_PROBE_SLOTS = (
    Slot(
        "a", SlotKind.PRETEXT, ("請把{现金|@probe}…转到…{安全账户|}里", "{probe}到帐", "安全账户")
    ),
    Slot("b", SlotKind.PRETEXT, ("Pay{ this|}…now…or {never|Later}", "…{立刻|马上}汇款")),
)
_PROBE_SETS = (WordSet("probe", ("余额", "银行 卡")),)
_PROBE_NAMES = (("安全账户", "a"),)


def book_of(ground: PhraseGround, kept: Kept | None = None) -> PhraseBook:
    """Return the book of these phrases, which is kept for the next start if `kept` is given.

    What was kept is taken only if its digest, which also covers the phrases, the folding, the
    program's version and the forms of what is written down, is right; else it is made and kept
    anew. Raises InvalidTableError for a phrase that cannot be read or is too short.
    """
    sealed = None if kept is None or not CAN_BE_KEPT else Sealed(kept, _about(ground))
    data = None if sealed is None else sealed.take()
    book = None if data is None else _read(data, ground.slots)
    if book is not None:
        return book
    kinds, literals = _counted(ground)
    automaton = Automaton(literals)
    if sealed is not None:
        sealed.put(_written(kinds, automaton))
    return bind(ground.slots, LiteralFinder(automaton), kinds)


def _counted(ground: PhraseGround) -> tuple[list[Counted], list[str]]:
    kinds = kinds_of(ground)
    literals = [literal for each in kinds.values() for literal in each]
    return [(kind, len(each)) for kind, each in kinds.items()], literals


def _written(kinds: list[Counted], automaton: Automaton) -> bytes:
    written = write_kinds(kinds)
    return len(written).to_bytes(_LENGTH_SIZE, "little") + written + automaton.serialize()


def _read(data: memoryview, slots: tuple[Slot, ...]) -> PhraseBook | None:
    end = _LENGTH_SIZE + int.from_bytes(data[:_LENGTH_SIZE], "little")
    with suppress(*_NOT_OURS):
        # Each literal takes a byte of the automaton at least.
        kinds = read_kinds(bytes(data[_LENGTH_SIZE:end]), len(slots), len(data) - end)
        if automaton := read_automaton(data[end:]):
            return bind(slots, LiteralFinder(automaton), kinds)
    return None


def _about(ground: PhraseGround) -> bytes:
    """Return what tells these phrases and this program from any others."""
    about = blake2b(form_of_automatons())
    # Somebody may change how phrases are read without raising the version.
    about.update(write_kinds(_counted(_probe(ground))[0]))
    told = (
        [slot.phrases for slot in ground.slots],
        [(each.name, each.words) for each in ground.word_sets],
        ground.names,
    )
    about.update(json.dumps(told, ensure_ascii=False).encode())
    about.update(ground.folding)
    return about.digest()


def _probe(ground: PhraseGround) -> PhraseGround:
    return PhraseGround(_PROBE_SLOTS, _PROBE_SETS, _PROBE_NAMES, ground.fold)
