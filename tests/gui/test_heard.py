"""What a screen reader is told, and nothing beside it."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.desktop import main_window
from app.desktop.screens import feed_screen, happened_screen, paste_screen
from app.desktop.screens.settings_screen import SettingsScreen
from app.desktop.tool import Tool
from app.desktop.widgets import notice
from app.desktop.widgets.announcement import as_sentences, spaced
from app.desktop.widgets.big_button import BigButton
from app.model.errors import UserFacingError

from .desk import Desk
from .walk import nameless

WHO_SAYS = (main_window, feed_screen, happened_screen, paste_screen, notice)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whatever is announced."""
    words: list[str] = []
    for each in WHO_SAYS:
        monkeypatch.setattr(each, "announce", lambda _widget, said: words.append(said))
    return words


@pytest.fixture
def touched(desk: Desk) -> Iterator[list[QWidget]]:
    """Whatever the keyboard has come by, in its order."""
    places: list[QWidget] = []

    def note(_old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            places.append(new)

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.focusChanged.connect(note)
    desk.window.activateWindow()
    desk.bot.waitUntil(desk.window.paste_screen.box.hasFocus)
    places.clear()
    yield places
    application.focusChanged.disconnect(note)


def toggle(button: BigButton) -> None:
    """Do what a screen reader does to a button that stays down; Qt does not call it a click."""
    face = QAccessible.queryAccessibleInterface(button)
    assert face is not None
    action = face.actionInterface()
    assert action is not None
    action.doAction("Toggle")


def test_parts_become_sentences_and_a_number_is_said_digit_by_digit() -> None:
    assert as_sentences(("别转钱！", "", "马上挂断电话", "Stop.", "Call")) == (
        "别转钱！ 马上挂断电话。 Stop. Call."
    )
    assert spaced("400-888 1") == "4 0 0 8 8 8 1"


def test_an_answer_is_said_once_the_keyboard_is_there(
    desk: Desk, said: list[str], touched: list[QWidget]
) -> None:
    desk.write("他要我共享屏幕")
    desk.window.paste_screen.submit()
    desk.wait_for_answer()
    assert touched == [desk.session.verdict_screen._sheet]
    assert said == [desk.session.verdict_screen.heard()]
    assert "9 6 1 1 0" in said[0]


@pytest.mark.parametrize("there", ["call", "happened", "help", "more"])
def test_the_keyboard_goes_straight_to_the_next_screen_and_back(
    desk: Desk, touched: list[QWidget], there: str
) -> None:
    bar = desk.window.action_bar
    getattr(bar, f"{there}_pressed").emit()
    assert len(touched) == 1
    screen = desk.window.current_screen()
    assert screen is not None
    assert screen.isAncestorOf(touched[0])
    desk.window.go_back()
    assert touched[1:] == [desk.window.paste_screen.box]


def test_a_door_that_a_screen_reader_toggles_opens(desk: Desk, said: list[str]) -> None:
    screen = desk.session.crisis.happened_screen()
    desk.window.show_screen(screen)
    money, code, *_ = screen.doors.values()
    toggle(money)
    assert screen.view is not None
    assert "110" in said[-1]
    toggle(code)
    assert (money.isChecked(), code.isChecked()) == (False, True)
    toggle(code)
    assert code.isChecked()


def test_where_it_came_from_can_be_toggled_and_taken_back(desk: Desk) -> None:
    screen = desk.window.paste_screen
    call, message, _ = screen._doors.values()
    toggle(call)
    assert screen.channel() == "call"
    toggle(message)
    assert (screen.channel(), call.isChecked()) == ("message", False)
    toggle(message)
    assert screen.channel() is None


def test_a_setting_can_be_toggled(desk: Desk) -> None:
    desk.session.tools.open(Tool.SETTINGS)
    screen = desk.window.current_screen()
    assert isinstance(screen, SettingsScreen)
    dark = next(each for each in screen.findChildren(BigButton) if each.text() == "深色")
    toggle(dark)
    assert desk.window.settings.theme == "dark"


def test_what_went_wrong_is_said_too(desk: Desk, said: list[str]) -> None:
    desk.window.paste_screen.submit()
    assert said == ["请先粘贴，或写下号码、短信或链接。"]
    desk.window.show_notice("没有声音。")
    assert said[1:] == ["没有声音。"]
    desk.session._show_failure(UserFacingError("allow-list-unwritable"))
    assert said[2:] == [desk.session.error_screen.heard()]
    assert len(said[2]) > 10


@pytest.mark.parametrize("there", ["paste", "call", "happened", "help", "story", "verdict"])
def test_whatever_the_tab_key_comes_by_has_a_name(desk: Desk, there: str) -> None:
    crisis = desk.session.crisis
    if there == "verdict":
        desk.write("有字")
        desk.window.paste_screen.submit()
        desk.wait_for_answer()
    elif there != "paste":
        desk.window.show_screen(getattr(crisis, f"{there}_screen")())
    QTest.qWait(20)
    screen = desk.window.current_screen()
    assert nameless(screen) == []  # type: ignore[arg-type] # every one of them is a Screen


def test_the_window_is_a_window_to_a_screen_reader(desk: Desk) -> None:
    face = QAccessible.queryAccessibleInterface(desk.window)
    assert face is not None
    assert face.role() == QAccessible.Role.Window
    badge = QAccessible.queryAccessibleInterface(desk.window.badge)
    assert badge is not None
    assert badge.role() == QAccessible.Role.Button
