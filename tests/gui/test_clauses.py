"""Headlines break where one pauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.desktop.theme import LIGHT, Theme
from app.desktop.widgets.clauses import in_clauses
from app.desktop.widgets.text_block import written


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("别转钱！很可能是诈骗", 8, ("别转钱！", "很可能是诈骗")),
        ("小心，有几处不对劲", 8, ("小心，", "有几处不对劲")),
        ("别回，别点，别转钱", 7, ("别回，别点，", "别转钱")),
        ("Stop. This looks like a scam.", 23, ("Stop.", "This looks like a scam.")),
        ("没有查到这个号码的记录", 8, ()),
        ("别转钱！很可能是诈骗", 20, ("别转钱！很可能是诈骗",)),
        ("", 8, ()),
    ],
)
def test_a_line_ends_with_a_clause(text: str, width: int, lines: tuple[str, ...]) -> None:
    assert in_clauses(text, width, len) == lines


@given(st.text(alphabet="别转钱 ab，。！?.", max_size=30), st.integers(1, 12))
def test_no_letter_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = in_clauses(text, width, len)
    assert all(len(each) <= width for each in lines)
    if lines:
        assert "".join("".join(lines).split()) == "".join(text.split())


def test_no_letter_of_a_headline_stands_alone(qtbot: QtBot) -> None:
    theme = Theme(LIGHT, 2.0)
    block = written(theme, "别转钱！很可能是诈骗", theme.headline, bold=True)
    qtbot.addWidget(block)
    width = round(theme.headline * 8.5)
    before = block.needed_height(width)
    block.break_by_clause()
    assert block.needed_height(width) == before
    layout = block._layout_for(width)[0]
    ends = [layout.lineAt(place).textStart() for place in range(layout.lineCount())]
    assert ends == [0, 5]  # after the separator that follows the exclamation mark
    assert block.text() == "别转钱！很可能是诈骗"
