"""Tells a slip of the finger or the eye from another word one letter away."""

from rapidfuzz.distance import OSA

_SHORT = 6  # in names of up to six letters one letter more or less makes another word
_VOWELS = frozenset("aeoul")  # l stands for i in skeletons
_ROWS = ("qwertyuop", "asdfghjkl", "zxcvbnm")
_NEAR_KEYS = tuple(frozenset(row[i : i + 2]) for row in _ROWS for i in range(len(row) - 1))


def shortened(text: str) -> list[str]:
    """Return the text with one character left out, at each place."""
    return [text[:index] + text[index + 1 :] for index in range(len(text))]


def is_slip(official: str, seen: str) -> bool:
    """Tell whether the skeleton `seen` is the skeleton `official` with a slip in it."""
    longer = len(seen) - len(official)
    if OSA.distance(official, seen, score_cutoff=1) > 1:
        return False
    if longer:
        return len(official) >= _SHORT + (longer < 0) or _is_doubling(official, seen)
    wrong = [(a, b) for a, b in zip(official, seen, strict=True) if a != b]
    if len(wrong) != 1 or len(official) > _SHORT + 1:
        return True
    pair = frozenset(wrong[0])
    near = pair <= _VOWELS or any(pair <= keys for keys in _NEAR_KEYS)
    return near and len(official) >= _SHORT


def _is_doubling(official: str, seen: str) -> bool:
    longer, shorter = sorted((official, seen), key=len, reverse=True)
    return any(
        longer[index] == longer[index + 1] and longer[:index] + longer[index + 1 :] == shorter
        for index in range(len(longer) - 1)
    )
