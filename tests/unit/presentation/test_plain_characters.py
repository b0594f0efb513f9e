"""Making a stranger's characters visible."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.presentation.plain_characters import one_line, visible


@pytest.mark.parametrize(
    ("acting", "shown"),
    [
        ("\x00", "␀"),
        ("\x1b[31m", "␛[31m"),
        ("\x7f", "␡"),
        ("\x9b", "␦"),
        ("\u202eabc", "␦abc"),
        ("a\u200bb", "a␦b"),
        ("\ud800", "\ufffd"),
    ],
)
def test_what_acts_on_a_screen_is_shown(acting: str, shown: str) -> None:
    assert visible(acting) == shown


def test_words_lines_and_emoji_stay() -> None:
    text = "您好，\n\t<b>95588</b> 👨‍👩‍👧 ❤️"
    assert visible(text) == text


@given(st.text(alphabet=st.characters(codec=None)))
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(visible(text)) == len(text)


@given(st.text(alphabet=st.characters(codec=None)), st.integers(min_value=2, max_value=50))
def test_one_line_is_one_short_line_that_can_be_written(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert len(line.splitlines()) <= 1
    assert len(line) <= limit
    assert line.encode("utf-8") is not None


def test_a_long_line_is_cut_with_a_sign() -> None:
    assert one_line("一二三四五", 4) == "一二三…"
