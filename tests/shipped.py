"""The tables that ship, read as the program reads them."""

from functools import cache
from pathlib import Path

from app.feed.editors_tables import read_tables
from app.feed.reader_canon import ReaderCanon
from app.model.language import Language
from app.model.register import Register
from app.presentation.catalog import Catalog
from app.reading.links import LinkReader
from app.reading.numbering_plan import read_plan
from app.reading.numbers import NumberReader
from app.reading.public_suffixes import load_public_suffixes

RESOURCES = Path(__file__).parent.parent / "resources"


@cache
def shipped_canon() -> ReaderCanon:
    """Return the very canon the program holds its records against."""
    numbers = NumberReader(read_plan(RESOURCES / "numbering" / "cn.toml"))
    return ReaderCanon(numbers, LinkReader(load_public_suffixes(RESOURCES)))


@cache
def shipped_register() -> Register:
    """Return the register of the shipped tables; raises InvalidTableError for a broken one."""
    return read_tables(RESOURCES, shipped_canon())


def shipped_words(language: Language) -> Catalog:
    """Return the words that ship, as the program says them without any feed."""
    return Catalog(RESOURCES / "i18n", language)
