"""What a feed tells of the program itself: that there is a newer one, and where people get it."""

import re
from datetime import date

from msgspec import Struct

from .language import LocalizedText

_NUMBERS = re.compile(r"\d+(?:\.\d+)*")


class ProgramNote(Struct, frozen=True):
    """`link` is an https address for people to copy; the program never opens it."""

    version: str
    released_on: date
    text: LocalizedText
    link: str


def newer_than(version: str, note: ProgramNote | None) -> ProgramNote | None:
    """Return the note if it tells of a program newer than `version`, else None."""
    return note if note is not None and _order(note.version) > _order(version) else None


def _order(version: str) -> tuple[tuple[int, ...], bool]:
    """Return what versions are compared by: 1.10 after 1.9, 1.0 as 1, and 1.0rc1 before 1.0."""
    found = _NUMBERS.match(version)
    if found is None:
        return (), False
    numbers = [int(each) for each in found[0].split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers), found.end() == len(version)
