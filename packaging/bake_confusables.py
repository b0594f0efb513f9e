"""Bake `resources/links/confusables.txt` from Unicode's confusables; for developers only.

Needs the package confusable-homoglyphs (its data is Unicode's confusables.txt, UTS #39).
Run: python packaging/bake_confusables.py
"""

import json
import re
import unicodedata
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parent.parent / "resources" / "links" / "confusables.txt"
HEAD = """\
# Characters that look like ASCII letters or digits: code point; what it looks like.
# From Unicode's confusables (UTS #39, Unicode License v3), by packaging/bake_confusables.py; the
# Latin letters with marks, strokes and hooks and the small capitals, by their base letter; the
# Cyrillic letters whose capitals look Latin; and a few letters that strangers take for others.
"""
_LATIN_NAME = re.compile(
    r"LATIN (?:SMALL LETTER|LETTER SMALL CAPITAL) (?:SCRIPT )?([A-Z])(?: WITH .+| BAR)?"
)
_TAKEN_FOR = {"ƅ": "b", "ə": "a", "ĸ": "k", "ŋ": "n", "ƿ": "p", "ʒ": "3", "ƻ": "2", "ƽ": "5"}


def confusables() -> dict[str, str]:
    """Return every non-ASCII character that one or two ASCII characters are confusable with."""
    data = json.loads((files("confusable_homoglyphs") / "confusables.json").read_text("utf-8"))
    found: dict[str, str] = {}
    for character, others in data.items():
        plain = [other["c"].lower() for other in others if _is_plain(other["c"])]
        if len(character) == 1 and not character.isascii() and plain:
            found[character] = min(plain, key=lambda text: (len(text), not text.isalpha(), text))
    return found


def marked_latin() -> dict[str, str]:
    """Return the Latin letters with marks, each with its base letter."""
    found = {}
    for code in range(0xC0, 0x10000):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        named = _LATIN_NAME.fullmatch(unicodedata.name(chr(code), ""))
        if base.isascii() and base.isalpha():
            found[chr(code)] = base
        elif named:
            found[chr(code)] = named[1].lower()
    return found


def latin_capitals(known: dict[str, str]) -> dict[str, str]:
    """Return the small Cyrillic letters whose capitals are known to look like Latin ones."""
    letters = map(chr, range(0x400, 0x530))
    return {each: known[each.upper()] for each in letters if each.upper() in known}


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isalnum() and len(text) <= 2


def _survives_in_hosts(character: str) -> bool:
    # UTS #46 maps full-width, styled and upper-case letters away before anybody compares.
    folded = unicodedata.normalize("NFKC", character).casefold()
    return unicodedata.normalize("NFKC", folded) == character


def main() -> None:
    """Write the table."""
    listed = confusables()
    table = {**latin_capitals(listed), **listed, **marked_latin(), **_TAKEN_FOR}
    rows = [
        f"{ord(key):04X};{value}" for key, value in sorted(table.items()) if _survives_in_hosts(key)
    ]
    TARGET.write_text(HEAD + "\n".join(rows) + "\n", "utf-8")
    print(f"{TARGET}: {len(rows)} characters")


if __name__ == "__main__":
    main()
