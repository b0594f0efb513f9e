"""No letter stands alone in a last line."""

import pytest
from pytestqt.qtbot import QtBot

from app.desktop.theme import LIGHT, Theme
from app.desktop.widgets.text_block import TextBlock, written

THEME = Theme(LIGHT)


def lines(block: TextBlock, width: int) -> list[int]:
    layout = block._layout_for(width)[0]
    return [layout.lineAt(place).textLength() for place in range(layout.lineCount())]


@pytest.mark.parametrize("more", ["紧", "要紧", "紧。"])
def test_a_letter_or_two_get_company(qtbot: QtBot, more: str) -> None:
    block = written(THEME, "一" * 20 + more)
    qtbot.addWidget(block)
    found = lines(block, 20 * THEME.body + 2)
    assert len(found) == 2
    assert found[1] > 2


def test_nothing_takes_a_line_more_for_it(qtbot: QtBot) -> None:
    for count in range(1, 60):
        block = written(THEME, "一" * count)
        qtbot.addWidget(block)
        assert len(lines(block, 10 * THEME.body + 2)) == -(-count // 10)


def test_an_empty_text_is_no_trouble(qtbot: QtBot) -> None:
    block = written(THEME, "")
    qtbot.addWidget(block)
    assert block.needed_height(200) >= 0
