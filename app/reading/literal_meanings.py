"""A table from literals to all that each of them stands for, in which equal meanings are one."""

from typing import NamedTuple

from .anchored_phrase import AnchoredPhrase


class Meaning(NamedTuple):
    """What a literal stands for.

    The slots it is a phrase of, the phrases it is the anchor of, the organisations it is a name of,
    and the groups of words it belongs to.
    """

    slots: tuple[int, ...] = ()
    anchored: tuple[AnchoredPhrase, ...] = ()
    names: tuple[str, ...] = ()
    groups: tuple[int, ...] = ()

    @property
    def is_only_needed(self) -> bool:
        """Tell whether the literal only has to stand somewhere."""
        return not (self.slots or self.anchored or self.names)


class LiteralMeanings:
    """Tens of thousands of literals mean the same few things; a list for each takes 120 bytes."""

    def __init__(self) -> None:
        self.by_literal: dict[str, Meaning] = {}
        self._shared: dict[Meaning, Meaning] = {}

    def add(self, literal: str, meaning: Meaning) -> None:
        """Have a literal stand for something besides; what it stands for already counts once."""
        if known := self.by_literal.get(literal):
            meaning = _joined(known, meaning)
        self.by_literal[literal] = self._shared.setdefault(meaning, meaning)


def _joined(one: Meaning, other: Meaning) -> Meaning:
    return Meaning(
        (*dict.fromkeys(one.slots + other.slots),),
        (*dict.fromkeys(one.anchored + other.anchored),),
        (*dict.fromkeys(one.names + other.names),),
        (*dict.fromkeys(one.groups + other.groups),),
    )
