"""What every check is."""

from collections.abc import Iterable
from typing import Protocol

from ...model.finding import Finding
from ...model.reading import Reading
from ..knowledge import Knowledge


class Check(Protocol):
    """One question asked of a reading; it knows nothing of the other checks.

    `name` is a public id of the JSON output.
    """

    @property
    def name(self) -> str: ...

    def examine(self, reading: Reading, knowledge: Knowledge) -> Iterable[Finding]:
        """Return what was found, nothing if all is quiet."""
        ...
