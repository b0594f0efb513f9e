"""The bar at the side: the same buttons at the same place on every screen."""

from itertools import pairwise, product

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from app.desktop.widgets.big_button import BigButton
from app.desktop.widgets.rail_button import RailButton
from app.model.language import Language

from .desk import Desk
from .test_layout import dressed, settle

SIZES = ((1024, 768), (1366, 768), (1920, 1080))
KEYS = (
    (Qt.Key.Key_F1, "read_pressed"),
    (Qt.Key.Key_F2, "call_pressed"),
    (Qt.Key.Key_F3, "happened_pressed"),
)


def places(desk: Desk) -> list[QRect]:
    return [
        QRect(each.mapTo(desk.window, QPoint(0, 0)), each.size())
        for each in desk.window.action_bar.findChildren(BigButton)
    ]


def test_the_bar_stands_in_the_same_place_beside_every_verdict(desk: Desk) -> None:
    settle()
    before = places(desk)
    for level in ("danger", "caution", "official", "unknown", "unfinished"):
        dressed(desk, "zh", 100, level)
        assert places(desk) == before


@pytest.mark.parametrize(("key", "signal"), KEYS)
def test_a_function_key_does_what_its_button_does(
    desk: Desk, qtbot: QtBot, key: Qt.Key, signal: str
) -> None:
    with qtbot.waitSignal(getattr(desk.window.action_bar, signal), timeout=20_000):
        desk.press(key)


def test_f4_and_its_button_make_everything_bigger(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F4)
    assert desk.window.settings.scale == 125
    desk.window.action_bar.bigger.click()
    assert desk.window.settings.scale == 150


@pytest.mark.parametrize(
    ("language", "scale", "size"), list(product(("zh", "en"), (100, 150, 200, 250), SIZES))
)
def test_every_word_of_the_bar_is_whole_on_a_target_of_64_to_96_pixels(
    desk: Desk, language: str, scale: int, size: tuple[int, int]
) -> None:
    desk.window.resize(*size)
    desk.window.language = Language(language)
    desk.window._set(desk.window.settings._replace(language=language, scale=scale))
    settle()
    ring = desk.window.style_now.theme.ring
    faces = [each.adjusted(ring, ring, -ring, -ring) for each in places(desk)]
    assert all(64 <= face.height() <= 96 and face.width() >= 64 for face in faces)
    for one, below in pairwise(faces):
        assert below.top() - one.bottom() > 15
    for button in desk.window.action_bar.findChildren(BigButton):
        lines = button.text().split("\n")
        words = max(button.fontMetrics().horizontalAdvance(line) for line in lines)
        if isinstance(button, RailButton):
            assert button._lines() == lines
        assert words <= button.width() - 2 * ring
        assert button.font().pixelSize() >= 24
        assert button.needed_height(button.width()) <= button.height()
