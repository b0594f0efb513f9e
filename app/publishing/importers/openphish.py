"""Reads a feed of addresses as OpenPhish publishes it: one address a line and nothing else."""

from collections.abc import Iterable, Iterator

from .entry import Entry


def read_openphish(lines: Iterable[str]) -> Iterator[Entry]:
    """Yield each address, whole: there are no comments here, and # belongs to an address."""
    for number, line in enumerate(lines, 1):
        if text := line.strip():
            yield Entry(number, text)
