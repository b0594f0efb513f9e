"""Reads the text of a file that was dropped onto the window."""

import codecs
from pathlib import Path

LARGEST = 64 * 1024 * 1024  # bytes
_ENCODINGS = ("utf-8-sig", "gb18030")


class FileRefusedError(Exception):
    """The file cannot be taken; `note` is the key of the words for it."""

    def __init__(self, note: str) -> None:
        super().__init__(note)
        self.note = note


def read_dropped(path: Path) -> str:
    """Return the file's text, or raise FileRefusedError. Nothing but reading is done with it."""
    try:
        if path.stat().st_size > LARGEST:
            raise FileRefusedError("note.file_too_large")
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise FileRefusedError("note.file_unreadable") from error
    if len(content) > LARGEST:
        raise FileRefusedError("note.file_too_large")
    return _decoded(content)


def _decoded(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    if b"\0" in content[:4096]:  # a picture or a program, not writing
        raise FileRefusedError("note.file_unreadable")
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileRefusedError("note.file_unreadable")
