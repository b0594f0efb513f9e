"""Shows a stranger's text as plain characters, so that none of it can act on the screen."""

import re

# Controls (C0, DEL, C1), line separators, what hides or turns writing, lone surrogates.
# Joiners and variation selectors stay: honest emoji are made of them.
_ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_LINES = re.compile(r"[\t\n\x0b\x0c\r\x85\u2028\u2029]+")
_FIRST_PICTURE = 0x2400  # U+2400 SYMBOL FOR NULL and the 32 after it follow ASCII
_C0_END = 0x20
_DELETE = 0x7F


def visible(text: str) -> str:
    """Replace each acting character by one visible sign, one for one, so that spans still hold.

    Tab and line feed stay as they are.
    """
    return _ACTING.sub(_picture, text)


def one_line(text: str, limit: int) -> str:
    """Return `text` visible, on one line, and cut with "…" when longer than `limit` characters."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return visible(_LINES.sub(" ", cut))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < _C0_END:
        return chr(_FIRST_PICTURE + code)
    if code == _DELETE:
        return "␡"
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else "␦"  # noqa: PLR2004 -- the surrogates' range
