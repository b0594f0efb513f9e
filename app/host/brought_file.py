"""Reads files that people bring, in the encodings in which Chinese computers write."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

LARGEST = 64 * 1024 * 1024  # bytes
_ENCODINGS = ("utf-8-sig", "gb18030")
_HEAD = 4096  # bytes, in which whatever is no writing shows it


def read_brought(path: Path) -> bytes | None:
    """Return what is in a file, None if that is more than LARGEST.

    Nothing but reading is done with it. Raises OSError, or ValueError for what is no path.
    """
    with path.open("rb") as stream:
        content = stream.read(LARGEST + 1)
    return content if len(content) <= LARGEST else None


def decoded(content: bytes) -> str | None:
    """Return the text, None for what is no writing: a picture, a program, another encoding."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    if b"\0" in content[:_HEAD]:
        return None
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
