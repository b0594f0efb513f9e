"""A call that is going on: tiles, judged by the real engine, with the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.assembly import Application
from app.desktop.main_window import MainWindow
from app.desktop.session import Session
from app.desktop.widgets.card_to_hold_up import CardToHoldUp
from app.host.settings import Settings
from app.model.crisis import CallBoard
from app.model.errors import UserFacingError
from app.model.language import Language
from app.model.verdict import VerdictLevel

from .desk import Desk, FakeChecker


@pytest.fixture
def real(qtbot: QtBot, application: Application) -> Iterator[Desk]:
    """A window with the real engine behind it."""
    QGuiApplication.clipboard().clear()
    window = MainWindow(application.catalog, Settings("zh", 100, "light"), Language.ZH)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    session = Session(application, window)
    qtbot.waitUntil(lambda: session.controller.is_prepared, timeout=20000)
    yield Desk(qtbot, window, session, FakeChecker())
    session.close()


def press_tile(desk: Desk, name: str) -> None:
    tile = desk.session.crisis.call_screen().tile(name)
    tile.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Qt.Key.Key_Space, widget=tile)


def test_f2_and_a_red_tile_give_a_red_verdict_in_two_presses(real: Desk) -> None:
    real.press(Qt.Key.Key_F2)
    screen = real.session.crisis.call_screen()
    assert real.shows(screen)
    assert QApplication.focusWidget() is screen.tile("share_screen")
    real.press(Qt.Key.Key_Space)
    real.wait_for_answer()
    card = real.session.verdict_screen._card
    assert card is not None
    assert card.level is VerdictLevel.DANGER
    assert card.dial == "110"


def test_a_tile_that_decides_nothing_stays_and_asks_for_more(real: Desk) -> None:
    real.press(Qt.Key.Key_F2)
    screen = real.session.crisis.call_screen()
    press_tile(real, "add_contact")
    real.bot.waitUntil(lambda: screen._level is VerdictLevel.UNKNOWN, timeout=20_000)
    assert real.shows(screen)
    assert "再点" in screen._so_far.text()
    press_tile(real, "bank")
    real.wait_for_answer()


def test_the_way_back_from_the_verdict_leads_to_the_tiles_and_then_home(real: Desk) -> None:
    real.write("写了一半的字")
    real.press(Qt.Key.Key_F2)
    press_tile(real, "safe_account")
    real.wait_for_answer()
    real.press(Qt.Key.Key_Escape)
    screen = real.session.crisis.call_screen()
    assert real.shows(screen)
    assert screen.tile("safe_account").isChecked()
    real.press(Qt.Key.Key_Escape)
    assert real.shows(real.window.paste_screen)
    assert real.window.paste_screen.text() == "写了一半的字"


def test_a_new_call_begins_with_no_tile_pressed(real: Desk) -> None:
    real.press(Qt.Key.Key_F2)
    press_tile(real, "new_phone")
    real.press(Qt.Key.Key_Escape)
    real.press(Qt.Key.Key_F2)
    assert real.session.crisis.call_screen().submission().text == ""


def test_in_english_the_english_sentence_is_judged(real: Desk) -> None:
    real.window.switch_language()
    real.press(Qt.Key.Key_F2)
    press_tile(real, "tell_code")
    real.wait_for_answer()
    card = real.session.verdict_screen._card
    assert card is not None
    assert "verification code" in card.text
    assert card.level is VerdictLevel.DANGER


def test_the_card_for_a_bystander_fills_a_window_and_any_key_puts_it_away(real: Desk) -> None:
    real.press(Qt.Key.Key_F2)
    real.session.crisis.call_screen().hold_up.click()
    (card,) = real.window.findChildren(CardToHoldUp)
    assert "110" in card.accessibleName()
    card.resize(1024, 768)
    assert card.letters() >= 72
    real.press(Qt.Key.Key_X, widget=card)
    real.bot.waitUntil(lambda: not real.window.findChildren(CardToHoldUp), timeout=20_000)


def test_trouble_with_the_list_is_said_calmly(desk: Desk, tmp_path: Path) -> None:
    del tmp_path
    desk.checker.error = UserFacingError("invalid-table", table="a", row="b", rule="c")
    desk.press(Qt.Key.Key_F2)
    press_tile(desk, "share_screen")
    desk.bot.waitUntil(lambda: desk.shows(desk.session.error_screen), timeout=20_000)


def test_a_broken_table_of_tiles_is_said_calmly(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = UserFacingError("invalid-table", table="call_tiles.toml", row="b", rule="c")

    def broken() -> CallBoard:
        raise error

    monkeypatch.setattr(desk.session.crisis._application, "call_board", broken)
    desk.press(Qt.Key.Key_F2)
    assert desk.shows(desk.session.error_screen)


def test_the_call_screen_is_not_built_before_it_is_asked_for(desk: Desk) -> None:
    assert desk.session.crisis._call is None
