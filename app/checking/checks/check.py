"""What every check is."""

from collections.abc import Iterable
from enum import Enum, auto
from typing import Protocol

from ...model.finding import Finding
from ...model.reading import Reading
from ..knowledge import Knowledge


class Topic(Enum):
    """What a reading may hold that checks look at."""

    PHRASES = auto()
    NUMBERS = auto()
    LINKS = auto()


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
