"""Places in a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of characters in the text exactly as the person gave it."""

    start: int
    end: int
