"""Tells a slip of the finger or the eye from another word."""


def shortened(text: str) -> list[str]:
    """Return the text with one character left out, at each place."""
    return [text[:index] + text[index + 1 :] for index in range(len(text))]


def spared(length: int) -> int:
    """Return how many letters at the start or at the end no slip in so long a name touches.

    A slip touches two neighbouring letters at most, so it spares one half of the others.
    """
    return max((length - 2) // 2, 1)


def is_slip(official: str, seen: str) -> bool:
    """Tell whether `seen` is `official` with one letter more, less, changed or swapped.

    That is an optimal string alignment distance of at most one.
    """
    more = len(seen) - len(official)
    if not -1 <= more <= 1:
        return False
    first = _first_difference(official, seen)
    rest, other = official[first:], seen[first:]
    if more:
        return rest == other[1:] if more > 0 else rest[1:] == other
    return rest[1:] == other[1:] or (rest[1::-1] == other[:2] and rest[2:] == other[2:])


def _first_difference(one: str, other: str) -> int:
    """Return where two texts part; the length of the shorter if it begins the longer."""
    place = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        place += 1
    return place
