"""Picks the clauses of a text whose words tell most.

They are cut short to be weighed; `presentation/whole_words.py` widens what is quoted to what can be
read alone.
"""

import re

from ..model.finding import Evidence
from ..model.text_span import Span
from .wording import Wording

_MOST_QUOTES = 2
_CLAUSE = re.compile(r"[^\s，。！？；：、…,.!?;:~\n]+(?:[ .,:'’-]+[^\s，。！？；：、…,.!?;:~\n]+)*")
_LONGEST, _SHORTEST = 40, 2  # characters


def telling_clauses(text: str, wording: Wording) -> tuple[Evidence, ...]:
    """Quote the clauses whose words raise the sum most, in the order of the text.

    Disguised words are not recognised here, so a text of nothing else is not quoted.
    """
    weighed = []
    for start, end in _clauses(text):
        raised = wording.weigh(text[start:end].lower()).raised
        if raised:
            weighed.append((raised, start, end))
    best = sorted(weighed, reverse=True)[:_MOST_QUOTES]
    return tuple(
        Evidence(text[start:end], Span(start, end))
        for _, start, end in sorted(best, key=lambda each: each[1])
    )


def _clauses(text: str) -> list[tuple[int, int]]:
    """Return where clauses lie; one without an end is cut where it grows too long."""
    found = []
    for match in _CLAUSE.finditer(text):
        start, end = match.span()
        while end - start > _LONGEST:
            cut = text.rfind(" ", start + _SHORTEST, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            found.append((start, cut))
            start = cut
            while start < end and text[start] == " ":
                start += 1
        if end - start >= _SHORTEST:
            found.append((start, end))
    return found
