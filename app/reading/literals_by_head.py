"""Finds every place of many literals with Python alone, where no faster library is to be had."""

from collections import defaultdict
from collections.abc import Sequence
from operator import itemgetter

_HEAD = 2  # characters, by which most places are seen to begin nothing
_BY_END = itemgetter(1, 0)


class LiteralsByHead:
    """Immutable, safe to share between threads; stands in for daachorse's automaton."""

    def __init__(self, literals: Sequence[str]) -> None:
        self._indexes = {literal: index for index, literal in enumerate(literals)}
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for literal in literals:
            lengths[literal[:_HEAD]].add(len(literal))
        self._lengths = {head: tuple(sorted(each)) for head, each in lengths.items()}

    def find_overlapping(self, text: str) -> list[tuple[int, int, int]]:
        """Return each place as (start, end, index of the literal), by ends and then by starts."""
        found: list[tuple[int, int, int]] = []
        for start in range(len(text)):
            for head in {text[start : start + 1], text[start : start + _HEAD]}:
                for length in self._lengths.get(head, ()):
                    index = self._indexes.get(text[start : start + length])
                    if index is not None:
                        found.append((start, start + length, index))
        found.sort(key=_BY_END)
        return found
