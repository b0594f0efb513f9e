"""Nothing cut off, everything large enough, the most important thing in view."""

from collections.abc import Iterator
from itertools import product

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from app.desktop.widgets.big_button import BigButton
from app.desktop.widgets.text_block import TextBlock
from app.host.settings import SCALES, THEMES
from app.model.language import Language

from .cards import TEXT, a_card
from .desk import Desk

LEVELS = ("danger", "caution", "official", "unknown", "unfinished")
SIZES = ((1366, 768), (1024, 700), (800, 600))


def settle() -> None:
    """Let every layout that was asked for be done."""
    for _ in range(6):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def dressed(desk: Desk, language: str, scale: int, level: str = "") -> None:
    """Put the window into a state; with a level it shows that verdict."""
    window = desk.window
    window.language = Language(language)
    window._set(window.settings._replace(language=language, scale=scale))
    if level:
        screen = desk.session.verdict_screen
        screen.show_card(a_card(level, language))
        window.show_screen(screen)
        window.show_list_line(a_card(level, language).list_line)
    settle()


def visible_widgets(root: QWidget) -> Iterator[QWidget]:
    for kind in (QLabel, QPushButton, QLineEdit, QPlainTextEdit):
        yield from (each for each in root.findChildren(kind) if each.isVisible())


def cut_off(root: QWidget) -> list[str]:
    """Name every text that has less room than it needs, or hangs over its window's right edge."""
    found = []
    for widget in visible_widgets(root):
        if isinstance(widget, TextBlock | BigButton):
            if widget.needed_height(widget.width()) > widget.height() + 1:
                found.append(f"{widget.text()!r} needs more than {widget.size()}")
            if isinstance(widget, BigButton) and widget.width() < widget.minimumSizeHint().width():
                found.append(f"{widget.text()!r} is narrow: {widget.size()}")
        right = widget.mapTo(root, QPoint(widget.width(), 0)).x()
        if right > root.width():
            found.append(f"{widget!r} ends at {right} of {root.width()}")
    return found


def in_view(widget: QWidget, root: QWidget) -> bool:
    """Tell whether all of the widget can be seen without scrolling."""
    box = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is None:
        return root.rect().contains(box)
    port = area.viewport()
    return QRect(port.mapTo(root, QPoint(0, 0)), port.size()).contains(box)


@pytest.mark.parametrize(
    ("language", "scale", "size"), list(product(("zh", "en"), (100, 200, 250), SIZES))
)
def test_nothing_on_the_paste_screen_is_cut_off(
    desk: Desk, language: str, scale: int, size: tuple[int, int]
) -> None:
    desk.window.resize(*size)
    desk.write(TEXT)
    dressed(desk, language, scale)
    assert (desk.window.width(), desk.window.height()) == size
    assert cut_off(desk.window) == []


@pytest.mark.parametrize(("language", "scale"), list(product(("zh", "en"), (100, 200))))
@pytest.mark.parametrize("size", [(1024, 768), (1366, 768)])
def test_box_sender_and_buttons_are_seen_without_scrolling(
    desk: Desk, language: str, scale: int, size: tuple[int, int]
) -> None:
    desk.window.resize(*size)
    dressed(desk, language, scale)
    screen = desk.window.paste_screen
    assert in_view(screen._framed_box, desk.window)
    assert in_view(screen._framed_sender, desk.window)
    assert in_view(screen._check, desk.window)


@pytest.mark.parametrize(("language", "scale"), list(product(("zh", "en"), SCALES)))
def test_the_example_in_the_box_is_not_cut_off(desk: Desk, language: str, scale: int) -> None:
    for size in ((1024, 768), (1366, 768)):
        desk.window.resize(*size)
        dressed(desk, language, scale)
        for door in (None, *desk.window.paste_screen._doors.values()):
            if door is not None:
                door.click()
            settle()
            box = desk.window.paste_screen.box
            room = box.viewport().rect().adjusted(8, 8, -8, 0)
            words = box.fontMetrics().boundingRect(
                room, Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere, box.placeholderText()
            )
            assert words.height() <= room.height(), box.placeholderText()


@pytest.mark.parametrize(
    ("language", "scale", "level"), list(product(("zh", "en"), (100, 200, 250), LEVELS))
)
def test_nothing_on_the_verdict_screen_is_cut_off(
    desk: Desk, language: str, scale: int, level: str
) -> None:
    for size in SIZES:
        desk.window.resize(*size)
        dressed(desk, language, scale, level)
        assert (desk.window.width(), desk.window.height()) == size
        assert cut_off(desk.window) == []


@pytest.mark.parametrize(
    ("language", "scale", "level"), list(product(("zh", "en"), SCALES, LEVELS))
)
def test_headline_instruction_and_number_are_seen_without_scrolling(
    desk: Desk, language: str, scale: int, level: str
) -> None:
    desk.window.resize(1366, 768)
    dressed(desk, language, scale, level)
    view = desk.session.verdict_screen.view
    assert view is not None
    assert in_view(view.banner.headline, desk.window)
    assert in_view(view.action.instruction, desk.window)
    assert view.action.digits is not None
    assert in_view(view.action.digits, desk.window)
    assert in_view(desk.window.badge, desk.window)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("level", LEVELS)
def test_the_number_is_in_view_on_a_small_screen_with_letters_twice_as_large(
    desk: Desk, language: str, level: str
) -> None:
    desk.window.resize(1024, 700)
    dressed(desk, language, 200, level)
    view = desk.session.verdict_screen.view
    assert view is not None
    assert view.action.digits is not None
    assert in_view(view.action.digits, desk.window)


@pytest.mark.parametrize("scale", SCALES)
def test_every_button_is_a_large_target_and_they_keep_their_distance(
    desk: Desk, scale: int
) -> None:
    dressed(desk, "zh", scale, "unknown")
    theme = desk.window.style_now.theme
    faces = []
    for button in desk.window.findChildren(BigButton):
        if button.isVisible():
            ring = theme.ring
            face = QRect(button.mapTo(desk.window, QPoint(0, 0)), button.size())
            faces.append(face.adjusted(ring, ring, -ring, -ring))
    assert len(faces) >= 6
    assert all(face.width() >= 64 and 64 <= face.height() <= 96 for face in faces)
    near = [face.adjusted(-8, -8, 8, 8) for face in faces]
    for index, one in enumerate(near):
        assert not any(one.intersects(other) for other in near[index + 1 :])


def test_text_is_never_smaller_than_24_pixels(desk: Desk) -> None:
    for level in LEVELS:
        dressed(desk, "zh", 100, level)
        for widget in visible_widgets(desk.window):
            font = widget._font if isinstance(widget, TextBlock) else widget.font()
            assert font.pixelSize() >= 24, widget


def test_larger_goes_round_and_stops_at_the_ends(desk: Desk) -> None:
    window = desk.window
    for expected in (*SCALES[1:], SCALES[0]):
        window.cycle_scale()
        assert window.settings.scale == expected
    window.step_scale(-1)
    assert window.settings.scale == 100
    for _ in range(20):
        window.step_scale(1)
    assert window.settings.scale == 250


def test_colours_go_round_through_all_themes(desk: Desk) -> None:
    seen = []
    for _ in THEMES:
        desk.window.cycle_tone()
        seen.append((desk.window.settings.theme, desk.window.style_now.theme.palette.page))
    assert {theme for theme, _ in seen} == set(THEMES)
    assert len({page for _, page in seen}) == 3


def test_a_message_with_a_long_word_wraps_anywhere(desk: Desk) -> None:
    card = replace(a_card("danger"), text="https://" + "a" * 500 + ".example")
    desk.session.verdict_screen.show_card(card)
    desk.window.show_screen(desk.session.verdict_screen)
    settle()
    assert cut_off(desk.window) == []
