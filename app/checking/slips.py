"""Tells a slip of the finger or the eye from another word."""

from rapidfuzz.distance import OSA


def shortened(text: str) -> list[str]:
    """Return the text with one character left out, at each place."""
    return [text[:index] + text[index + 1 :] for index in range(len(text))]


def spared(length: int) -> int:
    """Return how many letters at the start or at the end no slip in so long a name touches.

    A slip touches two neighbouring letters at most, so it spares one half of the others.
    """
    return max((length - 2) // 2, 1)


def is_slip(official: str, seen: str) -> bool:
    """Tell whether `seen` is `official` with one letter more, less, changed or swapped."""
    return OSA.distance(official, seen, score_cutoff=1) <= 1
