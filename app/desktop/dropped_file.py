"""Reads the text of a file that was dropped onto the window."""

from pathlib import Path

from ..host.brought_file import decoded, read_brought


class FileRefusedError(Exception):
    """The file cannot be taken; `note` is the key of the words for it."""

    def __init__(self, note: str) -> None:
        super().__init__(note)
        self.note = note


def read_dropped(path: Path) -> str:
    """Return the file's text, or raise FileRefusedError."""
    try:
        content = read_brought(path)
    except (OSError, ValueError) as error:
        raise FileRefusedError("note.file_unreadable") from error
    if content is None:
        raise FileRefusedError("note.file_too_large")
    text = decoded(content)
    if text is None:
        raise FileRefusedError("note.file_unreadable")
    return text
