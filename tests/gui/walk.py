"""Walks over a screen in every language, scale, colour and size, and names what is wrong there."""

from collections.abc import Callable, Iterator
from itertools import product

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QWidget,
)

from app.desktop.main_window import MainWindow
from app.desktop.screens.screen import Screen
from app.desktop.style import Style
from app.desktop.theme import Theme, Tone, palette_of
from app.desktop.widgets.enter_button import EnterButton
from app.desktop.widgets.text_block import TextBlock
from app.model.language import Language

from .test_layout import cut_off, settle, visible_widgets

SIZES = ((1024, 768), (1920, 1080))
SCALES = (100, 150, 200, 250)
TONES = (Tone.LIGHT, Tone.DARK, Tone.CONTRAST)
LANGUAGES = ("zh", "en")
CONTROLS = (QPushButton, QLineEdit, QPlainTextEdit, QTableView)


def styles(window: MainWindow) -> Iterator[tuple[str, Style]]:
    """Yield every way the window can look, named."""
    for language, scale, tone in product(LANGUAGES, SCALES, TONES):
        palette = palette_of(tone, system_dark=False, system_contrast=False)
        words = window._catalogs(Language(language))
        yield f"{language} {scale} {tone}", Style(words, Theme(palette, scale / 100))


def wrong_with(window: MainWindow, screen: Screen) -> list[str]:
    """Return what is cut off, too wide or too small on the screen in any of its looks."""
    found = []
    for size in SIZES:
        window.resize(*size)
        for name, style in styles(window):
            for each in (window.head, screen):
                _dress(each, style)
            settle()
            found += [f"{name} {size}: {each}" for each in (*cut_off(window), *_too_wide(screen))]
            if (window.width(), window.height()) != size:
                found.append(f"{name} {size}: the window grew to {window.size()}")
            found += [f"{name} {size}: {each}" for each in _too_small(screen)]
    return found


def _dress(widget: QWidget, style: Style) -> None:
    dress: Callable[..., None] = widget.dress  # type: ignore[attr-defined] # all of ours have it
    if isinstance(widget, Screen):
        dress(style)
    else:
        dress(style, Tone.LIGHT)


def _too_wide(screen: Screen) -> list[str]:
    found = []
    for area in screen.findChildren(QScrollArea):
        bar = area.horizontalScrollBar()
        inner = area.widget()
        across = inner.width() if inner is not None else 0
        if bar.maximum() > 0 or across > area.viewport().width():
            found.append(f"{across} wide in a view of {area.viewport().width()}")
    return found


def _too_small(screen: Screen) -> list[str]:
    found = []
    for widget in visible_widgets(screen):
        font = widget._font if isinstance(widget, TextBlock) else widget.font()
        if font.pixelSize() < 24:
            found.append(f"{widget!r} has letters of {font.pixelSize()} pixels")
    buttons = (each for each in screen.findChildren(QPushButton) if each.isVisible())
    small = (each for each in buttons if min(each.height(), each.width()) < 64)
    return [*found, *(f"{each.text()!r} is {each.size()}" for each in small)]


def controls(root: QWidget) -> list[QWidget]:
    """Return everything a person can act on now."""
    every = [each for kind in CONTROLS for each in root.findChildren(kind)]
    return [each for each in every if each.isVisible() and each.isEnabled()]


def nameless(screen: Screen) -> list[str]:
    """Return what the Tab key comes by and of which a screen reader says nothing."""
    tabbed = [
        each
        for each in visible_widgets(screen)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None
    ]
    every = dict.fromkeys((*controls(screen), *tabbed))
    faces = ((each, QAccessible.queryAccessibleInterface(each)) for each in every)
    return [
        repr(each) for each, face in faces if face is None or not face.text(QAccessible.Text.Name)
    ]


def beyond_tab(window: MainWindow, screen: Screen) -> list[str]:
    """Return the controls of the screen no key reaches, or out of their order."""
    screen.take_keyboard()
    reached = round_by_keyboard(window)
    ours = [each for each in reached if screen.isAncestorOf(each)]
    missed = [f"{each!r} is never reached" for each in controls(screen) if each not in reached]
    return missed + out_of_order(screen, ours)


def round_by_keyboard(window: MainWindow) -> list[QWidget]:
    """Return what has the keyboard in turn: Tab from stop to stop, arrow keys within a group."""
    start = window.focusWidget()
    reached: list[QWidget] = []
    for _ in range(200):
        if (now := QApplication.focusWidget()) is not None:
            reached.extend(_group_of(now))
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is start:
            break
    return reached


def _group_of(stop: QWidget) -> list[QWidget]:
    """Return everything the arrow keys reach from a stop, in order; the keyboard comes back."""
    if not isinstance(stop, EnterButton) or stop.moving is None:
        return [stop]
    reached: list[QWidget] = []
    QTest.keyClick(stop, Qt.Key.Key_Home)
    while (now := QApplication.focusWidget()) is not None and now not in reached:
        reached.append(now)
        QTest.keyClick(now, Qt.Key.Key_Right)
    for now in reversed(reached[reached.index(stop) + 1 :]):
        QTest.keyClick(now, Qt.Key.Key_Left)
    return reached


def out_of_order(screen: Screen, order: list[QWidget]) -> list[str]:
    """Return the steps of the keyboard that jump back upwards, but for the one that begins anew."""
    tops = [each.mapTo(screen, QPoint(0, 0)).y() for each in order]
    jumps = [
        f"from {one!r} up to {two!r}"
        for one, two, above, below in zip(order, order[1:], tops, tops[1:], strict=False)
        if below < above - 40
    ]
    return jumps[1:]
