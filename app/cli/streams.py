"""Bytes in and out of the terminal, whatever the computer's code page."""

import io
import os
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import BinaryIO, TextIO

_MOST_BYTES = 128 * 1024 * 1024


def speak_utf8() -> None:
    """Make standard output and error UTF-8, and never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(line: str) -> None:
    """Tell the person something that is no answer, beside the answers."""
    print(line, file=sys.stderr, flush=True)


def decode(data: bytes) -> str:
    """Decode a person's text: UTF-8, UTF-16 with its mark, or GB18030, the Windows of the mainland.

    What is none of them (a picture, a program) becomes replacement characters.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def read_all(source: BinaryIO) -> str:
    """Read everything that is piped in, at most 128 MB of it."""
    return decode(source.read(_MOST_BYTES))


def read_paragraph(source: BinaryIO) -> str | None:
    """Read typed or pasted lines up to an empty line; None at the end of the input."""
    lines: list[bytes] = []
    for line in iter(source.readline, b""):
        if line.strip():
            lines.append(line)
        elif lines:
            break
    return decode(b"".join(lines)).strip("\r\n") if lines else None


def forget_output(stream: TextIO) -> None:
    """Point a stream nobody reads any more to nowhere, so that the exit stays quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
