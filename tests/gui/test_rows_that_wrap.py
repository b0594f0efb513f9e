"""A row of buttons must be laid out anew whenever its buttons change, seen or unseen."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from app.desktop.widgets.big_button import BigButton

from .desk import Desk
from .test_layout import dressed, settle


def overlapping(root: QWidget) -> list[str]:
    """Name every two buttons of one row that lie upon each other."""
    buttons = [each for each in root.findChildren(BigButton) if each.isVisible()]
    return [
        f"{one.text()!r} {one.geometry()} and {two.text()!r} {two.geometry()}"
        for one, two in combinations(buttons, 2)
        if one.parentWidget() is two.parentWidget()
        and QRect(one.geometry()).intersects(two.geometry())
    ]


@pytest.mark.parametrize("width", [1024, 1366])
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_way_back_to_a_text_lies_on_no_other_button_after_a_verdict(
    desk: Desk, language: str, scale: int, width: int
) -> None:
    desk.window.resize(width, 768)
    dressed(desk, language, scale)
    desk.write("95152")
    settle()
    desk.window.paste_screen.submit()
    desk.wait_for_answer()
    desk.window.start_again()
    settle()
    assert desk.window.paste_screen._restore.isVisible()
    assert overlapping(desk.window) == []
