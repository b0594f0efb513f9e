"""Takes the building machine's folders out of the binaries' search paths (ELF, 64 bit).

A Python built by hand leaves such a path in each of its libraries. In a bundle it would name a
folder that a stranger could fill, and make two builds differ.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

from bundle.linking import binaries

ORIGIN = b"$ORIGIN"
_DT_NULL, _DT_STRTAB, _DT_RPATH, _DT_RUNPATH = 0, 5, 15, 29
_PT_LOAD, _PT_DYNAMIC = 1, 2


def clear_run_paths(folder: Path) -> int:
    """Let every search path that leaves the folder point to the library's own; return how many."""
    cleared = 0
    for file in binaries(folder):
        data = bytearray(file.read_bytes())
        for start, path in list(run_paths(data)):
            if not path.startswith(ORIGIN):
                data[start : start + len(path)] = _fitting(len(path))
                cleared += 1
                file.write_bytes(data)
    return cleared


def _fitting(length: int) -> bytes:
    kept = ORIGIN if length >= len(ORIGIN) else b""
    return kept.ljust(length, b"\0")


def run_paths(data: bytes | bytearray) -> Iterator[tuple[int, bytes]]:
    """Yield each RPATH and RUNPATH of a binary with its offset in the file."""
    segments = list(_segments(data))
    entries = [
        each for kind, *place in segments if kind == _PT_DYNAMIC for each in _dynamic(data, *place)
    ]
    table = next((value for tag, value in entries if tag == _DT_STRTAB), None)
    if table is None:
        return
    for tag, value in entries:
        if tag in (_DT_RPATH, _DT_RUNPATH):
            start = _offset(segments, table) + value
            yield start, bytes(data[start : data.index(0, start)])


def _segments(data: bytes | bytearray) -> Iterator[tuple[int, int, int, int]]:
    """Yield kind, offset, address and size of each segment; none for another kind of binary."""
    if data[:6] != b"\x7fELF\x02\x01":
        return
    [first] = struct.unpack_from("<Q", data, 0x20)
    size, count = struct.unpack_from("<HH", data, 0x36)
    for number in range(count):
        kind, _, offset, address, _, length = struct.unpack_from(
            "<IIQQQQ", data, first + number * size
        )
        yield kind, offset, address, length


def _dynamic(
    data: bytes | bytearray, offset: int, _address: int, length: int
) -> Iterator[tuple[int, int]]:
    for place in range(offset, offset + length, 16):
        tag, value = struct.unpack_from("<QQ", data, place)
        if tag == _DT_NULL:
            return
        yield tag, value


def _offset(segments: list[tuple[int, int, int, int]], address: int) -> int:
    for kind, offset, start, length in segments:
        if kind == _PT_LOAD and start <= address < start + length:
            return offset + address - start
    raise ValueError(address)
