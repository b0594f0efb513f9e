"""Finds every place of many literals in one pass over a text.

The pass takes one step a character, so that a hanzi costs what a letter does, and each step looks
at one place in memory.
"""

import re
from collections.abc import Iterable

from .automaton import Automaton, automaton_of
from .sealed import Kept

_SURROGATES = re.compile("[\ud800-\udfff]")
_NO_CHARACTER = "\ufffd"

Places = list[tuple[int, int, int]]
"""Plain tuples: a text holds dozens of places, and most of them mean nothing."""


class LiteralFinder:
    """Immutable, safe to share between threads. A lone surrogate is part of no literal."""

    def __init__(self, automaton: Automaton) -> None:
        self._every = automaton.find_overlapping

    def find(self, text: str) -> Places:
        """Return each place as (start, end, index of the literal), by ends and then by starts."""
        try:
            return self._every(text)
        except UnicodeEncodeError:
            return self._every(_SURROGATES.sub(_NO_CHARACTER, text))


def finder_of(literals: Iterable[str], kept: Kept | None = None) -> LiteralFinder:
    """Return what finds these literals; what is made of them is kept where `kept` is given."""
    return LiteralFinder(automaton_of(list(literals), kept))
