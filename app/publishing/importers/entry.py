"""What every importer gives: one reported thing, as its source writes it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Entry:
    """`line` counts from 1; `text` is a host, an address or a number; `day` is the row's own."""

    line: int
    text: str
    day: date | None = None
