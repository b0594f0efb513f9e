"""The page of licences, by keyboard alone and in both languages."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.desktop.licence_desk import LicenceDesk
from app.desktop.screens.licence_text_screen import LicenceTextScreen
from app.desktop.screens.licences_screen import LicencesScreen
from app.desktop.screens.more_screen import MoreScreen
from app.desktop.tool import Tool
from app.desktop.widgets.text_block import TextBlock
from app.host.paths import Paths
from app.model.component import Component
from app.services.licence_service import LicenceService
from app.version import VERSION
from tests.unit.services.test_licence_service import a_bundle

from .desk import Desk
from .test_layout import dressed, in_view, settle
from .walk import beyond_tab, nameless, wrong_with


@pytest.fixture
def page(desk: Desk) -> LicencesScreen:
    """The page of this clone, opened from the menu without a mouse."""
    settle()  # shortcuts wait for the window to be the active one
    desk.press(Qt.Key.Key_F10)
    menu = desk.window.current_screen()
    assert isinstance(menu, MoreScreen)
    tab_to(desk, menu.buttons[Tool.LICENCES])
    desk.press(Qt.Key.Key_Return)
    screen = desk.window.current_screen()
    assert isinstance(screen, LicencesScreen)
    return screen


@pytest.fixture
def bundled(desk: Desk, tmp_path: Path) -> LicencesScreen:
    """The page of a bundle with all its texts."""
    screen = LicenceDesk(a_bundle(tmp_path / "bundle"), desk.window).page
    desk.window.add_screen(screen)
    desk.window.show_screen(screen)
    return screen


def tab_to(desk: Desk, wanted: object) -> None:
    for _ in range(200):
        if QApplication.focusWidget() is wanted:
            return
        desk.press(Qt.Key.Key_Tab)
    pytest.fail(f"the Tab key never reached {wanted!r}")


def shown(screen: LicencesScreen) -> str:
    return "\n".join(each.text() for each in screen.findChildren(TextBlock) if each.isVisible())


def read_text(desk: Desk) -> LicenceTextScreen:
    screen = desk.window.current_screen()
    assert isinstance(screen, LicenceTextScreen)
    return screen


def test_it_tells_this_programs_version_and_every_librarys_licence(page: LicencesScreen) -> None:
    assert VERSION in shown(page)
    assert "Apache-2.0" in shown(page)
    names = {component.name: button.text() for component, button in page.buttons.items()}
    assert "LGPL-3.0" in names["pyside6-essentials"]
    assert names["tomli"].endswith("· MIT")


def test_a_text_is_read_by_keyboard_and_escape_leads_back_step_by_step(
    desk: Desk, page: LicencesScreen
) -> None:
    component, button = next(each for each in page.buttons.items() if each[0].name == "tomli")
    tab_to(desk, button)
    assert in_view(button, desk.window)
    desk.press(Qt.Key.Key_Return)
    reader = read_text(desk)
    assert reader.title.text() == f"tomli {component.version}"
    assert "Permission is hereby granted" in reader.field.toPlainText()
    before = reader.field.toPlainText()
    desk.press(Qt.Key.Key_A)
    desk.press(Qt.Key.Key_Delete)
    assert reader.field.toPlainText() == before
    desk.press(Qt.Key.Key_Escape)
    assert desk.shows(page)
    assert QApplication.focusWidget() is button
    desk.press(Qt.Key.Key_Escape)
    assert desk.shows(desk.window.paste_screen)


def test_the_arrows_scroll_the_page_and_the_text(desk: Desk, page: LicencesScreen) -> None:
    desk.press(Qt.Key.Key_Down)
    assert page.sheet.verticalScrollBar().value() > 0
    page.own.click()
    field = read_text(desk).field
    for _ in range(3):
        desk.press(Qt.Key.Key_PageDown)
    assert field.verticalScrollBar().value() > 0


def test_our_own_licence_comes_with_the_notice(desk: Desk, page: LicencesScreen) -> None:
    page.own.click()
    text = read_text(desk).field.toPlainText()
    assert text.index("Apache License") < text.index("Not government software")


def test_a_clone_says_that_it_is_one(page: LicencesScreen) -> None:
    assert "从源码目录运行" in shown(page)
    assert "files.dir" not in shown(page)
    assert page.inside.isHidden()


def test_a_bundle_tells_how_to_put_ones_own_qt_in(desk: Desk, bundled: LicencesScreen) -> None:
    assert "_internal/shiboken6/files.dir" in shown(bundled)
    assert "从源码目录运行" not in shown(bundled)
    names = [each.text() for each in bundled.buttons.values()]
    assert names == ["one 1 · MIT", "a-lib 2 · 见全文"]
    bundled.inside.click()
    assert "one: other" in read_text(desk).field.toPlainText()


def test_where_nothing_can_be_found_it_says_so(desk: Desk, tmp_path: Path) -> None:
    service = LicenceService(Paths(tmp_path / "resources"))
    screen = LicenceDesk(service, desk.window).page
    desk.window.add_screen(screen)
    desk.window.show_screen(screen)
    assert "没能找到" in shown(screen)
    assert wrong_with(desk.window, screen) == []


def test_it_speaks_another_language_at_once(desk: Desk, page: LicencesScreen) -> None:
    assert page.title.text() == "软件和许可"
    dressed(desk, "en", 200)
    assert page.title.text() == "Licences"
    assert "you may replace them" in shown(page)


def test_a_text_that_nobody_brought_is_said_to_be_missing_in_both_languages(
    desk: Desk, page: LicencesScreen
) -> None:
    page.chosen.emit(Component("surely-nobody-has-this", "1", "MIT"))
    reader = read_text(desk)
    assert reader.field.toPlainText() == "它没有带许可全文。它写明的许可：MIT"
    dressed(desk, "en", 100)
    assert reader.field.toPlainText() == "No text came with it. Licence as declared: MIT"


def test_a_change_of_language_keeps_the_place_in_a_text(desk: Desk, page: LicencesScreen) -> None:
    page.own.click()
    reader = read_text(desk)
    desk.press(Qt.Key.Key_PageDown)
    place = reader.field.textCursor().position()
    dressed(desk, "en", 100)
    assert reader.title.text() == f"Mingbian {VERSION}"
    assert reader.field.textCursor().position() == place > 0


def test_a_text_opened_again_begins_at_its_beginning(desk: Desk, page: LicencesScreen) -> None:
    page.own.click()
    desk.press(Qt.Key.Key_PageDown)
    desk.press(Qt.Key.Key_Escape)
    page.own.click()
    assert read_text(desk).field.textCursor().position() == 0
    assert read_text(desk).field.verticalScrollBar().value() == 0


def test_a_text_is_read_aloud_from_where_the_keyboard_is(desk: Desk, page: LicencesScreen) -> None:
    page.own.click()
    first = read_text(desk).spoken()
    assert "Apache License" in first[1]
    desk.press(Qt.Key.Key_PageDown)
    desk.press(Qt.Key.Key_PageDown)
    assert "Apache License" not in read_text(desk).spoken()[1]
    assert sum(map(len, first)) < 10_000


def test_nothing_of_the_page_is_cut_off(desk: Desk, page: LicencesScreen) -> None:
    assert wrong_with(desk.window, page) == []


def test_nothing_of_a_bundles_page_is_cut_off(desk: Desk, bundled: LicencesScreen) -> None:
    assert wrong_with(desk.window, bundled) == []


def test_nothing_of_a_text_is_cut_off(desk: Desk, page: LicencesScreen) -> None:
    page.own.click()
    reader = read_text(desk)
    assert wrong_with(desk.window, reader) == []
    assert reader.field.horizontalScrollBar().maximum() == 0


def test_everything_has_a_name_and_is_reached_by_tab(desk: Desk, page: LicencesScreen) -> None:
    assert nameless(page) == []
    assert beyond_tab(desk.window, page) == []
    page.own.click()
    assert nameless(read_text(desk)) == []
    assert beyond_tab(desk.window, read_text(desk)) == []
