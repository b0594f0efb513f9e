"""Takes the building machine's folders out of the binaries' search paths.

A Python built by hand leaves such a path in each of its libraries. In a bundle it would name a
folder that a stranger could fill, and make two builds differ.
"""

from pathlib import Path

from bundle.elf import run_paths
from bundle.linking import binaries

ORIGIN = b"$ORIGIN"


def clear_run_paths(folder: Path) -> int:
    """Let every search path that leaves the folder point to the library's own; return how many."""
    cleared = 0
    for file in binaries(folder):
        data = bytearray(file.read_bytes())
        for each in run_paths(data):
            if not each.text.startswith(ORIGIN):
                data[each.place : each.place + len(each.text)] = _fitting(len(each.text))
                cleared += 1
                file.write_bytes(data)
    return cleared


def _fitting(length: int) -> bytes:
    kept = ORIGIN if length >= len(ORIGIN) else b""
    return kept.ljust(length, b"\0")
