"""Words for comparing by voice must survive a bad line and a dialect."""

import re
from itertools import combinations, pairwise, takewhile
from pathlib import Path

import pytest
import tomli

from app.feed.voice_words import read_voice_words
from app.model.errors import InvalidTableError
from tests.shipped import RESOURCES

ROWS = tomli.loads((RESOURCES / "feed" / "voice_words.toml").read_text("utf-8"))["rows"]


def sound(pinyin: str) -> str:
    """Return one spelling for what many speakers do not tell apart."""
    syllables = []
    for each in pinyin.split():
        syllable = re.sub("^([zcs])h", r"\1", each)
        syllable = re.sub("^[lr]", "n", syllable)
        syllable = re.sub("^(f|hu(?=[aieo]))", "h", syllable)
        syllables.append(re.sub("([iae])ng$", r"\1n", syllable))
    return " ".join(syllables)


def within_one_slip(one: str, other: str) -> bool:
    """Tell whether one letter more, less or different makes one word of the other."""
    start = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    )
    first, second = one[start:], other[start:]
    return first[1:] == second[1:] or first[1:] == second or first == second[1:]


def test_every_byte_has_a_word_of_its_own() -> None:
    words = read_voice_words(RESOURCES)
    assert (words.of(0).zh, words.of(255).en) == (ROWS[0][0], ROWS[255][2])
    assert len(words.words) == 256


def test_every_chinese_word_has_two_characters_with_their_sounds() -> None:
    assert all(len(zh) == len(pinyin.split()) == 2 for zh, pinyin, _ in ROWS)


def test_no_two_chinese_words_sound_alike_even_in_a_dialect() -> None:
    assert len({sound(pinyin) for _, pinyin, _ in ROWS}) == 256


def test_no_two_english_words_are_one_slip_apart() -> None:
    words = [en for *_, en in ROWS]
    assert [pair for pair in combinations(words, 2) if within_one_slip(*pair)] == []


@pytest.mark.parametrize("rows", ["[]", '[["一", "yi", "one"], ["二", "er"]]', '["一"]'])
def test_a_table_that_is_too_short_is_refused(tmp_path: Path, rows: str) -> None:
    (tmp_path / "feed").mkdir()
    (tmp_path / "feed" / "voice_words.toml").write_text(f"rows = {rows}\n", encoding="utf-8")
    with pytest.raises(InvalidTableError):
        read_voice_words(tmp_path)


def test_no_english_word_begins_another() -> None:
    words = sorted(en for *_, en in ROWS)
    assert [pair for pair in pairwise(words) if pair[1].startswith(pair[0])] == []
