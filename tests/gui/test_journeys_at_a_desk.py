"""A morning at a desk, by keyboard alone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.desktop.desk.desk_mode import DeskMode
from app.desktop.screens.more_screen import MoreScreen
from app.desktop.tool import Tool

from .desk import Desk
from .test_history_screen import Answered

_CONTROL = Qt.KeyboardModifier.ControlModifier
_WIPE = _CONTROL | Qt.KeyboardModifier.ShiftModifier


def tab_to(desk: Desk, widget: QWidget) -> None:
    """Press Tab until the widget has the keyboard."""
    for _ in range(80):
        if QApplication.focusWidget() is widget:
            return
        desk.press(Qt.Key.Key_Tab)
    raise AssertionError(f"{widget!r} is out of reach")


def choose(desk: Desk, tool: Tool) -> None:
    """Open the menu and go to one page."""
    desk.press(Qt.Key.Key_F10)
    menu = desk.window.current_screen()
    assert isinstance(menu, MoreScreen)
    tab_to(desk, menu.buttons[tool])
    desk.press(Qt.Key.Key_Return)


def test_paste_answer_wipe_and_the_shift_at_noon(desk: Desk, tmp_path: Path) -> None:
    counter = DeskMode(desk.session._application, desk.window, desk.session, "东街")
    desk.bot.addWidget(counter.visitor)
    for text in ("请把屏幕共享给我", "验证码告诉我"):
        desk.copy(text)
        desk.press(Qt.Key.Key_V, _CONTROL)
        desk.wait_for_answer()
        desk.press(Qt.Key.Key_W, _WIPE)
        assert desk.shows(desk.window.paste_screen)
        assert desk.window.paste_screen.is_empty()
    assert desk.texts == ["请把屏幕共享给我", "验证码告诉我"]
    choose(desk, Tool.SHIFT)
    page = counter.shift_screen
    assert page is not None
    assert "接待 2 位，查了 2 次" in page.sums.text()
    counter.ask_file = Answered(tmp_path / "shift.csv")
    tab_to(desk, page.buttons["table"])
    desk.press(Qt.Key.Key_Return)
    assert "东街" in (tmp_path / "shift.csv").read_text(encoding="utf-8-sig")


def test_turning_the_record_on_and_finding_a_check_in_it(desk: Desk) -> None:
    choose(desk, Tool.SETTINGS)
    page = desk.session.tools._built[Tool.SETTINGS]
    on = page.rows["history"].buttons[1]  # type: ignore[attr-defined] # a SettingsScreen
    tab_to(desk, on)
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_Escape)
    desk.copy("打13812345678")
    desk.press(Qt.Key.Key_V, _CONTROL)
    desk.wait_for_answer()
    choose(desk, Tool.HISTORY)
    screen = desk.session.tools._built[Tool.HISTORY]
    model = screen.model  # type: ignore[attr-defined] # a HistoryScreen
    desk.bot.waitUntil(lambda: model.rowCount() == 1)
    assert model.index(0, 3).data() == "打138****5678"
    delete = screen.buttons["delete_all"]  # type: ignore[attr-defined]
    tab_to(desk, delete)
    desk.press(Qt.Key.Key_Return)
    tab_to(desk, screen.buttons["delete_now"])  # type: ignore[attr-defined]
    desk.press(Qt.Key.Key_Return)
    desk.bot.waitUntil(lambda: model.rowCount() == 0)
