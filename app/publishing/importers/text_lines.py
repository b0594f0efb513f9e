"""Reads a file of any size line by line, and tells how far it is."""

from collections.abc import Callable, Iterator
from pathlib import Path

Progress = Callable[[int, int], None]  # what is done of a step, and what there is in all

_LONGEST_LINE = 1 << 16  # bytes; the rest of a longer one counts as further lines
_REPORT_EVERY = 1 << 20  # bytes


def text_lines(file: Path, encoding: str, progress: Progress) -> Iterator[str]:
    """Yield the lines; bytes that are no characters become U+FFFD. Raises OSError."""
    total = file.stat().st_size
    done, told = 0, 0
    with file.open("rb") as stream:
        for raw in iter(lambda: stream.readline(_LONGEST_LINE), b""):
            text = raw.decode(encoding, "replace")
            yield text if done else text.removeprefix("\ufeff")
            done += len(raw)
            if done - told >= _REPORT_EVERY:
                told = done
                progress(done, total)
    progress(done, total)
