"""Whether every pattern and slot finds its own examples, and leaves the innocent ones alone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..checking.checks.scam_script import ScamScript
from ..checking.host_endings import load_host_endings
from ..checking.knowledge import Knowledge
from ..model.phrases import ScamPattern, Slot
from ..model.reading import Reading, Stance
from ..model.register import Register
from ..model.submission import Submission
from ..reading.folding import Folder, read_folding_tables
from ..reading.reader import Reader
from .faults import Fault, FaultKind
from .key_reader import Readers

_ANY_YEAR = 2024  # a leap year, so that 02-29 is a day


class OwnExamples:
    """Reads examples with the very reader that will read people's pastes."""

    def __init__(self, register: Register, readers: Readers, resources: Path) -> None:
        folder = Folder(read_folding_tables(resources / "folding" / "characters.tsv"))
        self._register = register
        self._knowledge = Knowledge(register, endings=load_host_endings(resources))
        self._reader = Reader(register, folder, readers.links, readers.numbers)

    def faults(self) -> Iterator[Fault]:
        """Yield every example that is missed, and every innocent one that is hit."""
        rows: tuple[Slot | ScamPattern, ...] = (*self._register.slots, *self._register.patterns)
        for row in rows:
            for text in row.matches:
                if not self._finds(row, text):
                    yield Fault(FaultKind.EXAMPLE_MISSED, row.id, text)
            for text in row.innocent:
                if self._finds(row, text):
                    yield Fault(FaultKind.INNOCENT_HIT, row.id, text)

    def _finds(self, row: Slot | ScamPattern, text: str) -> bool:
        reading = self._reader.read(Submission(text))
        if isinstance(row, Slot):
            return _demands(row, reading)
        check = ScamScript((row,), lambda: _day_of(row))
        return any(check.examine(reading, self._knowledge))


def _demands(slot: Slot, reading: Reading) -> bool:
    return any(hit.slot.id == slot.id and hit.stance is Stance.DEMAND for hit in reading.hits)


def _day_of(pattern: ScamPattern) -> date:
    """Return a day on which the pattern is in season."""
    month, day = (pattern.season or ("01-01", ""))[0].split("-")
    return date(_ANY_YEAR, int(month), int(day))
