"""How the little language of phrases is read."""

from collections.abc import Mapping
from itertools import product

import pytest

from app.model.errors import InvalidTableError
from app.reading.phrase_syntax import HANZI_GAP, LATIN_GAP, Phrase, parse_phrase

NO_SETS: dict[str, tuple[str, ...]] = {}


def parsed(phrase: str, sets: Mapping[str, tuple[str, ...]] | None = None) -> Phrase:
    result = parse_phrase(phrase, sets or NO_SETS, str.lower)
    assert result is not None
    return result


def spellings(phrase: Phrase) -> set[str]:
    """Return all texts the phrase stands for, each gap written as its longest reach."""
    before = [
        [f"{word}<{piece.gap}>" if piece.gap else word for word in piece.words]
        for piece in reversed(phrase.before)
    ]
    after = [
        [f"<{piece.gap}>{word}" if piece.gap else word for word in piece.words]
        for piece in phrase.after
    ]
    return set(map("".join, product(*before, phrase.anchor, *after)))


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("安全账户", {"安全账户"}),
        ("Share", {"share"}),
        ("{转|汇}款", {"转款", "汇款"}),
        ("把{钱|款}{转|汇}走", {"把钱转走", "把钱汇走", "把款转走", "把款汇走"}),
        ("把…转走", {f"把<{HANZI_GAP}>转走"}),
        (
            "把…{转|汇}…走",
            {f"把<{HANZI_GAP}>转<{HANZI_GAP}>走", f"把<{HANZI_GAP}>汇<{HANZI_GAP}>走"},
        ),
        ("send…money", {f"send<{LATIN_GAP}>money"}),
        ("下载…App", {f"下载<{HANZI_GAP}>app"}),
        ("会议{号|}", {"会议号", "会议"}),
        ("{钱|钱}走", {"钱走"}),
    ],
)
def test_a_phrase_stands_for(phrase: str, expected: set[str]) -> None:
    assert spellings(parsed(phrase)) == expected


@pytest.mark.parametrize("phrase", ["…转走", "转走…", "…转走…"])
def test_a_gap_at_an_end_means_nothing(phrase: str) -> None:
    assert spellings(parsed(phrase)) == {"转走"}


@pytest.mark.parametrize(
    ("phrase", "latin"),
    [("send money", True), ("{send|wire} it", True), ("下载app", False), ("{app|软件}", False)],
)
def test_a_phrase_is_latin_if_all_its_words_are(phrase: str, *, latin: bool) -> None:
    assert parsed(phrase).latin is latin


def test_a_word_set_stands_for_its_words() -> None:
    sets = {"money": ("钱", "款")}
    assert spellings(parsed("转{money}", sets)) == {"转钱", "转款"}


def test_a_word_set_among_other_words_is_marked() -> None:
    sets = {"money": ("钱", "款")}
    assert spellings(parsed("转{@money|物}", sets)) == {"转钱", "转款", "转物"}


def test_an_english_word_is_not_taken_for_the_set_of_its_name() -> None:
    result = parsed("{pay|send} it", {"pay": ("缴纳", "支付")})
    assert spellings(result) == {"pay it", "send it"}
    assert result.latin


def test_a_phrase_that_needs_an_empty_word_set_never_stands() -> None:
    assert parse_phrase("打开{apps}", {"apps": ()}, str) is None


def test_an_empty_phrase_never_stands() -> None:
    assert parse_phrase("", NO_SETS, str) is None


@pytest.mark.parametrize("phrase", ["转{钱", "转钱}", "{转|{汇}}款", "}", "{", "转{钱|款"])
def test_a_stray_brace_is_refused(phrase: str) -> None:
    with pytest.raises(InvalidTableError) as refusal:
        parse_phrase(phrase, NO_SETS, str)
    assert refusal.value.values["row"] == phrase


@pytest.mark.parametrize("phrase", ["转{mony}", "转{款|@mony}"])
def test_an_unknown_word_set_is_refused_by_its_name(phrase: str) -> None:
    with pytest.raises(InvalidTableError) as refusal:
        parse_phrase(phrase, NO_SETS, str)
    assert "mony" in refusal.value.values["rule"]


@pytest.mark.parametrize(
    ("phrase", "anchor"),
    [
        ("把…安全账户", {"安全账户"}),
        ("安全账户…转", {"安全账户"}),
        ("我…{转到|汇到}安全账户…了", {"转到安全账户", "汇到安全账户"}),
    ],
)
def test_the_rarest_words_are_the_anchor(phrase: str, anchor: set[str]) -> None:
    assert set(parsed(phrase).anchor) == anchor


def test_many_choices_do_not_multiply_without_bound() -> None:
    many = "{" + "|".join(f"词{each}" for each in range(100)) + "}"
    result = parsed(many * 6)
    assert len(result.anchor) <= 10_000
    assert len(result.before) + len(result.after) >= 4
