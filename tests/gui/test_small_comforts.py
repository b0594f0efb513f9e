"""Small things that spare a person a search."""

from datetime import datetime

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.desktop.history_model import COLUMNS
from app.desktop.screens.batch_screen import BatchScreen, BatchState
from app.desktop.screens.history_screen import HistoryScreen
from app.desktop.screens.settings_screen import SettingsScreen
from app.desktop.tool import Tool
from app.host.clock import MAINLAND
from app.model.history_entry import HistoryEntry
from app.model.verdict import VerdictLevel

from .desk import Desk

CODE = COLUMNS.index("code")


def entry(code: str) -> HistoryEntry:
    at = datetime(2026, 11, 22, 9, tzinfo=MAINLAND)
    return HistoryEntry(at, VerdictLevel.UNKNOWN, None, "", "甲", code)


def test_without_a_number_of_the_family_one_press_leads_to_where_it_is_written(desk: Desk) -> None:
    desk.session.crisis.open_help()
    helping = desk.session.crisis.help_screen()
    assert helping.write_family.isVisible()
    helping.write_family.click()
    QTest.qWait(50)
    page = desk.window.current_screen()
    assert isinstance(page, SettingsScreen)
    field = page.family[0].field
    assert field.hasFocus()
    assert not field.visibleRegion().isEmpty()


def test_with_a_number_of_the_family_nothing_is_asked(desk: Desk) -> None:
    desk.window.take_settings(desk.window.settings._replace(family_numbers=("女儿 110",)))
    desk.session.crisis.open_help()
    assert desk.session.crisis.help_screen().write_family.isHidden()


def test_how_to_hang_up_is_one_press_away_from_the_tiles(desk: Desk) -> None:
    desk.window.resize(1024, 768)
    desk.session.crisis.open_call()
    call = desk.session.crisis.call_screen()
    QTest.qWait(50)
    assert call._end.visibleRegion().isEmpty()
    call.hang_up.click()
    assert not call._end.visibleRegion().isEmpty()


def test_very_large_letters_keep_the_room_for_the_tiles(desk: Desk) -> None:
    desk.window.take_settings(desk.window.settings._replace(scale=200))
    desk.session.crisis.open_call()
    assert desk.session.crisis.call_screen().hang_up.isHidden()


def test_a_column_in_which_nothing_stands_gives_its_room_away(desk: Desk) -> None:
    page = HistoryScreen()
    desk.window.add_screen(page)
    desk.window.show_screen(page)
    page.show_entries((entry(""),), locked=False)
    assert page.table.isColumnHidden(CODE)
    page.show_entries((entry(""), entry("7K3QX")), locked=False)
    desk.bot.waitUntil(lambda: not page.table.isColumnHidden(CODE))


def test_the_keyboard_stays_on_the_page_while_a_file_is_read(desk: Desk) -> None:
    desk.session.tools.open(Tool.BATCH)
    page = desk.window.current_screen()
    assert isinstance(page, BatchScreen)
    assert page.buttons["open"].hasFocus()
    page.enter(BatchState.OPENING)
    assert QApplication.focusWidget() is page.buttons["stop"]
