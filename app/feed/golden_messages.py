"""Messages of the project's own, with the verdicts they may get."""

from pathlib import Path

from msgspec import Struct

from ..model.submission import Submission
from ..model.verdict import VerdictLevel
from .table_rows import Naming, read_table


class GoldenMessage(Struct, frozen=True):
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
