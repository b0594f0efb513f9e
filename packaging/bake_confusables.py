"""Bake `resources/links/confusables.txt` from Unicode's confusables; for developers only.

Needs the package confusable-homoglyphs (its data is Unicode's confusables.txt, UTS #39).
Run: python packaging/bake_confusables.py
"""

import json
import unicodedata
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parent.parent / "resources" / "links" / "confusables.txt"
HEAD = """\
# Characters that look like ASCII letters or digits: code point; what it looks like.
# From Unicode's confusables (UTS #39, Unicode License v3), by packaging/bake_confusables.py, and
# the Latin letters with marks, by the base letter of their canonical decomposition.
"""


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
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if base.isascii() and base.isalpha():
            found[chr(code)] = base
    return found


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isalnum() and len(text) <= 2


def _survives_in_hosts(character: str) -> bool:
    # UTS #46 maps full-width, styled and upper-case letters away before anybody compares.
    return unicodedata.normalize("NFKC", character).casefold() == character


def main() -> None:
    """Write the table."""
    table = {**confusables(), **marked_latin()}
    rows = [
        f"{ord(key):04X};{value}" for key, value in sorted(table.items()) if _survives_in_hosts(key)
    ]
    TARGET.write_text(HEAD + "\n".join(rows) + "\n", "utf-8")
    print(f"{TARGET}: {len(rows)} characters")


if __name__ == "__main__":
    main()
