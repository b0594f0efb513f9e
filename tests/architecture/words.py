"""The program's sentences, read from its tables for the tests that guard them."""

import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from tests.architecture.source_tree import ROOT

LANGUAGES = ("zh", "en")
WORDS = ROOT / "resources" / "i18n"
PATTERNS = ROOT / "resources" / "patterns"
PROMISES = {
    "zh": re.compile("安全|放心|没问题|真的|可信|无害"),
    "en": re.compile(r"\b(safe|safely|genuine|genuinely|trustworthy|legit\w*|harmless)\b", re.I),
}
Words = dict[str, str]


def sentences(language: str) -> dict[str, Words]:
    """Return every sentence of a language by file name and key."""
    folder = WORDS / language
    return {file.name: dict(_flat("", _read(file))) for file in sorted(folder.glob("*.toml"))}


def catalog(language: str) -> Words:
    """Return every sentence of a language by its key."""
    return {key: text for words in sentences(language).values() for key, text in words.items()}


def pattern_sentences(language: str) -> Words:
    """Return reasons, rules and captions of phrases and scripts, by "<id>.reason"."""
    tables = [_read(file) for file in sorted(PATTERNS.rglob("*.toml"))]
    captions = {
        f"{slot}.caption": caption[language]
        for table in tables
        for slot, caption in _captions(table).items()
    }
    return captions | {
        f"{row['id']}.{name}": row[name][language]
        for table in tables
        for rows in table.values()
        if isinstance(rows, list)
        for row in rows
        for name in ("reason", "rule")
        if name in row
    }


def _captions(table: dict[str, object]) -> dict[str, dict[str, str]]:
    return cast("dict[str, dict[str, str]]", table.get("captions", {}))


def places(text: str) -> set[str]:
    """Return the names of a sentence's `{places}`."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def promises(words: Words, language: str, exempt: dict[str, list[str]]) -> list[str]:
    """Return the keys of sentences that promise something, quotations by key left out.

    `exempt` holds for each key, and for "everywhere", the very phrases that are quotations.
    """
    return [key for key, text in words.items() if promise_in(key, text, language, exempt)]


def promise_in(key: str, text: str, language: str, exempt: dict[str, list[str]]) -> str:
    """Return the promise in one sentence, "" if there is none."""
    text = re.sub(r"\{\w*\}", "…", text)
    for phrase in (*exempt.get("everywhere", ()), *exempt.get(key, ())):
        text = text.replace(phrase, "…")
    found = PROMISES[language].search(text)
    return found.group() if found else ""


def _read(file: Path) -> dict[str, object]:
    return tomllib.loads(file.read_text("utf-8"))


def _flat(prefix: str, table: dict[str, object]) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(f"{prefix}{name}.", value)
        else:
            yield f"{prefix}{name}", str(value)
