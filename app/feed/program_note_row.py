"""The note on the program as a row: of the index, of the pointer, of `feed.toml`."""

import re
import unicodedata
from datetime import date
from urllib.parse import urlsplit

from ..model.language import LocalizedText
from ..model.program_note import ProgramNote
from .table_rows import Row

FIELDS = ("version", "date", "text", "link")
_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){1,3}\Z", re.ASCII)
_LONGEST_TEXT = 200  # characters
_LONGEST_LINK = 120
_ODD_SIGNS = frozenset('\\"<>@`{}|^')


def note_row(note: ProgramNote) -> Row:
    """Return the row that `read_note` reads."""
    return {
        "version": note.version,
        "date": note.released_on.isoformat(),
        "text": {"zh": note.text.zh, "en": note.text.en},
        "link": note.link,
    }


def read_note(row: Row) -> ProgramNote:
    """Read a row; ValueError, TypeError or KeyError for one that must not be shown to people.

    A version is numbers and dots, a text one short line in each language, and a link an ASCII
    address that begins with https and names a host, but no person and no port.
    """
    version = row["version"]
    if not _VERSION.match(version):
        raise ValueError("a version is numbers and dots")
    text = row["text"]
    return ProgramNote(
        version,
        date.fromisoformat(row["date"]),
        LocalizedText(zh=_line(text["zh"]), en=_line(text["en"])),
        _link(row["link"]),
    )


def _line(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST_TEXT:
        raise ValueError(f"a text of 1 to {_LONGEST_TEXT} characters")
    # C holds line breaks and the signs that turn the direction of writing; Zl and Zp break too.
    if any(unicodedata.category(each)[0] == "C" or each in "\u2028\u2029" for each in value):
        raise ValueError("a text holds no control characters")
    return value


def _link(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_LINK:
        raise ValueError(f"a link is a text of at most {_LONGEST_LINK} characters")
    if not value.isascii() or not value.isprintable() or " " in value or _ODD_SIGNS & set(value):
        raise ValueError("a link is ASCII without blanks or odd signs")
    parts = urlsplit(value)
    if not value.startswith("https://") or not parts.hostname or ":" in parts.netloc:
        raise ValueError("a link begins with https:// and names a host without a port")
    return value
