"""Tells which category the writers' own words for a fraud stand for, by kinds_of_fraud.toml."""

import re
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import tomli  # noqa: E402

from app.model.phrases import OTHER_CATEGORY  # noqa: E402

TABLE = ROOT / "packaging" / "kinds_of_fraud.toml"


class Kind(NamedTuple):
    """Words of a kind, and the category of such a text without and with a link."""

    words: re.Pattern[str]
    category: str
    linked: str


def read_kinds() -> tuple[Kind, ...]:
    """Return the rows of the table; the first whose words are found is a text's."""
    rows = tomli.loads(TABLE.read_text(encoding="utf-8"))["kind"]
    return tuple(
        Kind(
            re.compile("|".join(row["words"])), row["category"], row.get("linked", row["category"])
        )
        for row in rows
    )


def category_of(kinds: tuple[Kind, ...], kind: str, *, has_link: bool) -> str:
    """Return the category of a text that its writer calls `kind`, "" where that leaves it open."""
    words = kind.lower().replace("_", " ")
    found = next((each for each in kinds if each.words.search(words)), None)
    if found is None:
        return OTHER_CATEGORY
    return found.linked if has_link else found.category
