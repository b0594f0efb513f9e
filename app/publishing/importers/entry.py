"""What every importer gives: one reported thing, as its source writes it."""

from datetime import date

from msgspec import Struct


class Entry(Struct, frozen=True):
    """`line` counts from 1; `text` is a host, an address or a number; `day` is the row's own."""

    line: int
    text: str
    day: date | None = None
