"""What every check is."""

from collections.abc import Iterable
from enum import Enum, auto
from typing import Protocol

from ...model.finding import Finding
from ...model.reading import Reading
from ..knowledge import Knowledge


class Topic(Enum):
    """What a reading may hold, by what the register knows of it, that checks look at."""

    PHRASES = auto()
    CLAIMS = auto()  # in whose name it speaks, a sender included
    LISTED_NUMBERS = auto()
    OTHER_NUMBERS = auto()  # unlisted, or shown by themselves: as senders, callers, bare pastes
    KNOWN_LINKS = auto()  # with an owner, a platform or a government's suffix
    OTHER_LINKS = auto()  # without an owner, or with user information in front


NUMBERS = frozenset({Topic.LISTED_NUMBERS, Topic.OTHER_NUMBERS})
LINKS = frozenset({Topic.KNOWN_LINKS, Topic.OTHER_LINKS})
EVERY_TEXT = frozenset(Topic)


class Check(Protocol):
    """One question asked of a reading; it knows nothing of the other checks.

    `name` is a public id of the JSON output. A reading that holds nothing of what the check
    `looks_at` is not shown to it; what looks at EVERY_TEXT sees even those that hold nothing.
    """

    @property
    def name(self) -> str: ...

    @property
    def looks_at(self) -> frozenset[Topic]: ...

    def examine(self, reading: Reading, knowledge: Knowledge) -> Iterable[Finding]:
        """Return what was found, nothing if all is quiet."""
        ...
