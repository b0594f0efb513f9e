"""Places in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters in the text exactly as the person gave it."""

    start: int
    end: int
