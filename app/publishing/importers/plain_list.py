"""Reads a plain list: one domain, address or number a line, comments behind # or //."""

from collections.abc import Iterable, Iterator

from .entry import Entry


def read_plain(lines: Iterable[str]) -> Iterator[Entry]:
    """Yield what stands on each line."""
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if text and not text.startswith(("#", "//", "!", ";")):
            yield Entry(number, text.partition(" #")[0].partition("\t#")[0].strip())
