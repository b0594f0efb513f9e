"""The table of words that stand in look-alikes."""

from app.checking.lookalike_words import load_lookalike_words
from tests.shipped import RESOURCES

WORDS = load_lookalike_words(RESOURCES)


def test_the_shipped_table_is_read() -> None:
    assert "kefu" in WORDS.lures
    assert "app" in WORDS.companions


def test_a_word_stands_in_one_list_only() -> None:
    assert not WORDS.lures & WORDS.companions


def test_every_list_has_its_words() -> None:
    assert WORDS.twin_suffixes <= WORDS.endings.ordinary
    assert "ikea" in WORDS.abroad
    assert WORDS.brands
    assert WORDS.signs.identity
