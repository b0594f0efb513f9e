"""Breaks a headline where one would pause for breath."""

import re
from collections.abc import Callable

_CLAUSE = re.compile(r"[^，。！？；：,.!?;:]*[，。！？；：,.!?;:]+\s*|[^，。！？；：,.!?;:]+")


def in_clauses(text: str, width: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """Return `text` as lines of whole clauses, or () where one clause alone is too wide.

    `measure` tells how wide words are, in the unit of `width`.
    """
    lines: list[str] = []
    for clause in _CLAUSE.findall(text):
        if measure(clause.strip()) > width:
            return ()
        if lines and measure((lines[-1] + clause).strip()) <= width:
            lines[-1] += clause
        else:
            lines.append(clause)
    return tuple(each.strip() for each in lines)
