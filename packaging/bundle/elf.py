"""Reads what a Linux binary (ELF, 64 bit, little endian) says of the libraries it needs."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_DT_NULL, _DT_NEEDED, _DT_STRTAB, _DT_RPATH, _DT_RUNPATH = 0, 1, 5, 15, 29
_PT_LOAD, _PT_DYNAMIC = 1, 2
_MAGIC = b"\x7fELF\x02\x01"

Data = bytes | bytearray


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the file and where it lies in memory."""

    kind: int
    offset: int
    address: int
    length: int


@dataclass(frozen=True, slots=True)
class Text:
    """A name in the binary, with its offset in the file."""

    place: int
    text: bytes


def is_elf(data: Data) -> bool:
    """Tell whether these first bytes begin a binary that can be read here."""
    return bytes(data[: len(_MAGIC)]) == _MAGIC


def needed(data: Data) -> list[str]:
    """Return the names of the shared libraries that a binary asks for."""
    return [each.text.decode() for each in _texts(data, _DT_NEEDED)]


def run_paths(data: Data) -> list[Text]:
    """Return where a binary wants its libraries to be looked for (RPATH and RUNPATH)."""
    return [*_texts(data, _DT_RPATH), *_texts(data, _DT_RUNPATH)]


def _texts(data: Data, wanted: int) -> Iterator[Text]:
    segments = list(_segments(data))
    entries = [
        each
        for segment in segments
        if segment.kind == _PT_DYNAMIC
        for each in _dynamic(data, segment)
    ]
    tables = [value for tag, value in entries if tag == _DT_STRTAB]
    for tag, value in entries:
        if tag == wanted and tables:
            start = _offset(segments, tables[0]) + value
            yield Text(start, bytes(data[start : data.index(0, start)]))


def _segments(data: Data) -> Iterator[Segment]:
    if not is_elf(data):
        return
    [first] = struct.unpack_from("<Q", data, 0x20)
    size, count = struct.unpack_from("<HH", data, 0x36)
    for place in range(first, first + size * count, size):
        kind, _, offset, address, _, length = struct.unpack_from("<IIQQQQ", data, place)
        yield Segment(kind, offset, address, length)


def _dynamic(data: Data, segment: Segment) -> Iterator[tuple[int, int]]:
    for place in range(segment.offset, segment.offset + segment.length, 16):
        tag, value = struct.unpack_from("<QQ", data, place)
        if tag == _DT_NULL:
            return
        yield tag, value


def _offset(segments: list[Segment], address: int) -> int:
    for each in segments:
        if each.kind == _PT_LOAD and each.address <= address < each.address + each.length:
            return each.offset + address - each.address
    raise ValueError(address)
