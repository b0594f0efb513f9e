"""Reads the fitted table that tells categories apart, and holds it to its rules."""

import re
from collections.abc import Iterator, Sequence

from ..model.phrases import OTHER_CATEGORY, CategoryWords, Slot
from ..model.scam_category import ScamCategory
from .table_rows import Naming, Row, invalid

WORD = re.compile("[\u4e00-\u9fff]{2}|[a-z']{3,}|[a-z']+ [a-z']+")
_CATEGORIES = frozenset({*ScamCategory, OTHER_CATEGORY})
HEAVIEST = 300  # hundredths


def read_category_words(table: Row, name: str) -> Iterator[CategoryWords]:
    """Yield the words of each category and weight: `loan."40" = "放款|pretext.loan_approved"`."""
    for category, rows in table.get("category_words", {}).items():
        for hundredths, listed in rows.items():
            with Naming(name, f"{category}.{hundredths}"):
                yield CategoryWords(category, int(hundredths), tuple(listed.split("|")))


def refuse_strange_category_words(slots: Sequence[Slot], rows: Sequence[CategoryWords]) -> None:
    """Raise InvalidTableError for a category or a word that is none, or that stands twice."""
    known = {*(each.id for each in slots), *(f"script.{each}" for each in ScamCategory)}
    seen: set[tuple[str, str]] = set()
    for row in rows:
        if row.category not in _CATEGORIES or abs(row.hundredths) > HEAVIEST:
            raise invalid("category_words", row.category, "no such category, or beyond three")
        for word in row.words:
            if (word not in known and not WORD.fullmatch(word)) or (row.category, word) in seen:
                raise invalid("category_words", word, "a slot, two hanzi, or words, once")
            seen.add((row.category, word))
