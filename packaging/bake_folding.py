"""Bake resources/folding/characters.tsv: what each character folds to for comparing.

Run by a developer when Unicode, OpenCC or the confusables move on; the program reads the table.
Needs the development packages opencc and confusable-homoglyphs.
"""

import json
import sys
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import opencc

TABLE = Path(__file__).parent.parent / "resources" / "folding" / "characters.tsv"
DECORATION = "★"
INVISIBLE = (
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0x0300, 0x0370),
    *range(0x20D0, 0x2100),
    *range(0xFE00, 0xFE10),
    *range(0xE0001, 0xE0080),
    *range(0xE0100, 0xE01F0),
    0x00AD,
    0x034F,
    0x061C,
    0x180E,
    0xFEFF,
    0xFFFC,
)
# Letters in boxes and black circles have no compatibility decomposition in Unicode.
BOXED_LETTERS = ((0x1F150, 26), (0x1F170, 26), (0x1F1E6, 26))
# Two spellings of one word, which swindlers and honest people use alike.
SAME_WORD = {"帐": "账", "帳": "账", "您": "你", "妳": "你", "’": "'", "‘": "'", "“": '"', "”": '"'}
# A plus sign stands for 加, and is no star.
PLUS = {"➕": "+", "✚": "+", "✙": "+"}
LATIN = set("abcdefghijklmnopqrstuvwxyz")


def lookalike_letters() -> Iterator[tuple[str, str]]:
    """Yield the Cyrillic, Greek and Armenian letters that look like one Latin letter (UTS #39)."""
    source = files("confusable_homoglyphs").joinpath("confusables.json").read_text("utf-8")
    for char, twins in json.loads(source).items():
        if len(char) != 1 or not 0x0370 <= ord(char) < 0x0590:
            continue
        latin = {twin["c"].lower() for twin in twins} & LATIN
        if latin:
            yield char, min(latin)


def digit_of(char: str) -> str:
    """Return the ASCII digit of ❶ ⓵ ⑴ ١; hanzi digits stay, they are words too."""
    if "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff":
        return ""
    value = unicodedata.digit(char, None)
    return "" if value is None else str(value)


def is_decoration(char: str) -> bool:
    """Tell stars, hearts and emoji, which people strew between the characters of a word."""
    return unicodedata.category(char) == "So" or 0x1F300 <= ord(char) < 0x1FB00


def fold_one(char: str, simplified: opencc.OpenCC, letters: dict[str, str]) -> str:
    """Return what `char` folds to."""
    if digit := digit_of(char):
        return digit
    folded = unicodedata.normalize("NFKC", char).lower()
    if folded[:1] == "(" and folded[-1:] == ")" and len(folded) > len("()"):
        folded = folded[1:-1]
    folded = "".join(letters.get(each, each) for each in folded)
    if len(folded) == 1:
        if is_decoration(folded):
            return DECORATION
        changed: str = simplified.convert(folded)
        return changed if len(changed) == 1 else folded
    return "".join(each for each in folded if ord(each) not in INVISIBLE)


def table() -> dict[str, str]:
    """Return every character that does not fold to itself."""
    simplified = opencc.OpenCC("t2s")
    letters = dict(lookalike_letters())
    folded = {}
    for code in range(0x80, 0x20000):
        char = chr(code)
        if 0xD800 <= code < 0xE000 or unicodedata.category(char) in {"Cn", "Co"}:
            continue
        result = fold_one(char, simplified, letters)
        if result != char:
            folded[char] = result
    for start, count in BOXED_LETTERS:
        folded.update({chr(start + each): chr(ord("a") + each) for each in range(count)})
    folded.update({chr(code): "" for code in INVISIBLE})
    folded.update({chr(code): chr(code).lower() for code in range(ord("A"), ord("Z") + 1)})
    folded.update(SAME_WORD)
    folded.update(PLUS)
    return {char: settled(result, folded) for char, result in folded.items()}


def settled(text: str, folded: dict[str, str]) -> str:
    """Fold `text` until nothing changes any more (℃ becomes °c, and ° is a decoration)."""
    while (further := "".join(folded.get(char, char) for char in text)) != text:
        text = further
    return text


def main() -> int:
    """Write the table."""
    lines = [
        "# What a character folds to: code point, TAB, replacement. By packaging/bake_folding.py",
        f"# Unicode {unicodedata.unidata_version} (NFKC, lower case), UTS #39 confusables, OpenCC",
    ]
    lines += [f"{ord(char):X}\t{result}" for char, result in sorted(table().items())]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
