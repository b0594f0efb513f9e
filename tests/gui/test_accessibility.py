"""What a screen reader hears, and the way of the Tab key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from app.desktop.widgets.big_button import BigButton

from .cards import a_card
from .desk import Desk
from .walk import round_by_keyboard

CONTROLS = (QPushButton, QLineEdit, QPlainTextEdit)


def controls(root: QWidget) -> list[QWidget]:
    return [each for kind in CONTROLS for each in root.findChildren(kind) if each.isVisible()]


def spoken(widget: QWidget, what: QAccessible.Text) -> str:
    face = QAccessible.queryAccessibleInterface(widget)
    assert face is not None
    return face.text(what)


def show_unknown(desk: Desk) -> None:
    desk.session.verdict_screen.show_card(a_card("unknown"))
    desk.window.show_screen(desk.session.verdict_screen)
    QTest.qWait(20)


@pytest.mark.parametrize("on_verdict", [False, True])
def test_every_control_has_a_name_and_a_description(desk: Desk, *, on_verdict: bool) -> None:
    if on_verdict:
        show_unknown(desk)
    for control in controls(desk.window):
        assert spoken(control, QAccessible.Text.Name), control
        if isinstance(control, BigButton):
            assert spoken(control, QAccessible.Text.Description), control.text()


@pytest.mark.parametrize("on_verdict", [False, True])
def test_the_keyboard_reaches_every_control_and_comes_home(desk: Desk, *, on_verdict: bool) -> None:
    desk.write("有字")
    if on_verdict:
        show_unknown(desk)
    start = desk.window.focusWidget()
    reached = round_by_keyboard(desk.window)
    assert QApplication.focusWidget() is start
    assert set(controls(desk.window)) <= set(reached)


def test_tab_goes_on_from_the_box_to_the_sender_and_the_buttons(desk: Desk) -> None:
    screen = desk.window.paste_screen
    desk.write("有字")
    order = []
    for _ in range(4):
        QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
        order.append(QApplication.focusWidget())
    assert order == [screen.who, screen._paste, screen._check, screen._clear]


def test_buttons_can_be_pressed_with_the_space_bar(desk: Desk) -> None:
    screen = desk.window.paste_screen
    desk.write("95152")
    screen._check.setFocus()
    QTest.keyClick(screen._check, Qt.Key.Key_Space)
    desk.wait_for_answer()
    assert desk.texts == ["95152"]


def test_buttons_can_be_pressed_with_enter_too(desk: Desk) -> None:
    screen = desk.window.paste_screen
    desk.write("95152")
    screen._check.setFocus()
    QTest.keyClick(screen._check, Qt.Key.Key_Return)
    desk.wait_for_answer()
    assert desk.texts == ["95152"]


def test_labels_lead_to_their_fields(desk: Desk) -> None:
    screen = desk.window.paste_screen
    buddies = [each.buddy() for each in screen.findChildren(QLabel) if each.buddy()]
    assert screen.box in buddies
    assert screen.who in buddies


def test_the_verdict_has_the_keyboard_so_that_arrows_scroll_it(desk: Desk) -> None:
    show_unknown(desk)
    desk.window.resize(900, 500)
    QTest.qWait(20)
    sheet = desk.session.verdict_screen._sheet
    assert sheet.hasFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Down)
    assert sheet.verticalScrollBar().value() > 0
    assert desk.session.verdict_screen._ring.isVisible()


def test_the_ring_waits_until_the_keyboard_is_used(desk: Desk) -> None:
    show_unknown(desk)
    screen = desk.session.verdict_screen
    assert screen._sheet.hasFocus()
    assert not screen._ring.isVisible()
    desk.window.head._back.setFocus()
    screen._sheet.setFocus(Qt.FocusReason.TabFocusReason)
    assert screen._ring.isVisible()
    desk.window.head._back.setFocus()
    assert not screen._ring.isVisible()


def test_labels_stay_static_text_for_screen_readers(desk: Desk) -> None:
    show_unknown(desk)
    view = desk.session.verdict_screen.view
    assert view is not None
    face = QAccessible.queryAccessibleInterface(view.banner.headline)
    assert face is not None
    assert face.role() == QAccessible.Role.StaticText
    assert face.text(QAccessible.Text.Name) == "没有查到记录"
