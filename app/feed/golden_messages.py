"""Messages of the project's own, with the verdicts they may get."""

from dataclasses import dataclass
from pathlib import Path

from ..model.submission import Submission
from ..model.verdict import VerdictLevel
from .table_rows import Naming, read_table


@dataclass(frozen=True, slots=True)
class GoldenMessage:
    """A message of our own, and the verdicts it may get."""

    name: str
    submission: Submission
    levels: frozenset[VerdictLevel]


def read_golden(file: Path) -> tuple[GoldenMessage, ...]:
    """Read a table like resources/selftest/golden.toml; raises InvalidTableError."""
    table = read_table(file)
    with Naming(file.name, "message"):
        return tuple(
            GoldenMessage(
                str(row["name"]),
                Submission(str(row["text"]), row.get("sender")),
                frozenset(VerdictLevel(each) for each in row["levels"]),
            )
            for row in table["message"]
        )
