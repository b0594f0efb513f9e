"""Finds what a text quotes."""

import re

_LONGEST = 300  # characters: a mark that is never closed quotes nothing
_QUOTED = re.compile(
    rf'"[^"]{{1,{_LONGEST}}}"|“[^“”]{{1,{_LONGEST}}}”|「[^「」]{{1,{_LONGEST}}}」|『[^『』]{{1,{_LONGEST}}}』'
)


def quotations(text: str) -> list[tuple[int, int]]:
    """Return where quotations start and end, marks included, in the order of the text."""
    return [match.span() for match in _QUOTED.finditer(text)]
