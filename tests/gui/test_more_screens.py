"""The menu, the settings, what is done with data, and the first start."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.desktop.screens.screen import Screen
from app.desktop.screens.settings_screen import SettingsScreen
from app.desktop.tool import Tool
from app.desktop.widgets.big_button import BigButton
from app.host.settings import Settings, load_settings

from .desk import Desk
from .walk import beyond_tab, nameless, wrong_with

PAGES = ("menu", "welcome", Tool.SETTINGS, Tool.DATA)


def opened(desk: Desk, page: str) -> Screen:
    """Open a page as its place in the program does."""
    if page == "menu":
        desk.press(Qt.Key.Key_F10)
    elif page == "welcome":
        desk.session.tools.welcome()
    else:
        desk.session.tools.open(Tool(page))
    screen = desk.window.current_screen()
    assert isinstance(screen, Screen)
    return screen


def settings_of(desk: Desk) -> SettingsScreen:
    screen = opened(desk, Tool.SETTINGS)
    assert isinstance(screen, SettingsScreen)
    return screen


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_off_or_too_small_on(desk: Desk, page: str) -> None:
    assert wrong_with(desk.window, opened(desk, page)) == []


@pytest.mark.parametrize("page", PAGES)
def test_everything_has_a_name_and_is_reached_by_tab_on(desk: Desk, page: str) -> None:
    screen = opened(desk, page)
    assert nameless(screen) == []
    assert beyond_tab(desk.window, screen) == []


def test_the_menu_leads_to_every_page_by_keyboard_alone(desk: Desk) -> None:
    for tool in desk.session.tools._builders:
        screen = opened(desk, "menu")
        for _ in range(20):
            focused = QApplication.focusWidget()
            if focused is screen.buttons[tool]:  # type: ignore[attr-defined] # a MoreScreen
                break
            desk.press(Qt.Key.Key_Tab)
        desk.press(Qt.Key.Key_Return)
        assert desk.window.current_screen() is desk.session.tools._built[tool]
        desk.press(Qt.Key.Key_Escape)
        assert desk.shows(desk.window.paste_screen)


def test_pages_are_built_only_when_somebody_opens_them(desk: Desk) -> None:
    assert desk.session.tools._built == {}
    opened(desk, Tool.DATA)
    assert list(desk.session.tools._built) == [Tool.DATA]


def test_every_setting_can_be_changed_by_keyboard_and_is_kept(desk: Desk) -> None:
    screen = settings_of(desk)
    before = desk.window.settings
    for name, row in screen.rows.items():
        unticked = next(each for each in row.buttons if not each.isChecked())
        unticked.setFocus()
        QTest.keyClick(unticked, Qt.Key.Key_Space)
        assert unticked.isChecked()
        assert sum(each.isChecked() for each in row.buttons) == 1
        assert getattr(desk.window.settings, name) != getattr(before, name)
    desk.session._save()
    assert load_settings(desk.session._settings_file).settings == desk.window.settings


def test_pressing_the_ticked_answer_leaves_it_ticked(desk: Desk) -> None:
    row = settings_of(desk).rows["scale"]
    row.buttons[0].click()
    assert row.buttons[0].isChecked()
    assert desk.window.settings.scale == 100


def test_the_settings_speak_another_language_at_once(desk: Desk) -> None:
    screen = settings_of(desk)
    screen.rows["language"].buttons[2].click()
    assert screen.title.text() == "Settings"
    assert desk.window.settings.language == "en"


def test_a_change_by_another_way_shows_in_the_settings(desk: Desk) -> None:
    screen = settings_of(desk)
    desk.window.cycle_scale()
    assert screen.rows["scale"].buttons[1].isChecked()


def test_family_numbers_are_kept_when_the_keyboard_moves_on(desk: Desk) -> None:
    screen = settings_of(desk)
    first, second = screen.family[0].field, screen.family[1].field
    first.setFocus()
    QTest.keyClicks(first, "13800138000")
    second.setFocus()
    assert list(desk.window.settings.family_numbers) == ["13800138000"]
    QTest.keyClicks(second, "110")
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert desk.window.settings.family_numbers == ("13800138000", "110")


def test_shorter_age_limits_hold_from_the_next_check(desk: Desk) -> None:
    screen = settings_of(desk)
    screen.rows["fresh_days"].buttons[0].click()
    limits = desk.session._application._limits
    assert limits is not None
    assert limits.fresh_days == 7


def test_what_the_box_promises_follows_the_setting(desk: Desk) -> None:
    screen = settings_of(desk)
    promise = desk.window.paste_screen._promise
    assert "也不保存" in promise.text()
    screen.rows["history"].buttons[1].click()
    assert "也不保存" not in promise.text()
    assert "记在这台电脑上" in promise.text()


def test_the_program_introduces_itself_once(desk: Desk) -> None:
    desk.session.welcome()
    assert "您好" in desk.window.current_screen().title.text()  # type: ignore[union-attr]
    desk.press(Qt.Key.Key_Return)
    assert desk.shows(desk.window.paste_screen)
    desk.session._save()
    assert load_settings(desk.session._settings_file).settings.welcomed


def test_the_introduction_does_not_stand_in_the_way_of_somebody_in_a_hurry(desk: Desk) -> None:
    desk.write("95152")
    desk.session.welcome()
    assert desk.shows(desk.window.paste_screen)


def test_a_paste_goes_past_the_introduction_to_the_verdict(desk: Desk) -> None:
    desk.session.welcome()
    desk.copy("95152")
    desk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.wait_for_answer()


@pytest.mark.parametrize("broken", ["not toml [", "scale = 'big'\nfamily_numbers = 7\n"])
def test_a_broken_settings_file_costs_nothing_but_its_values(tmp_path: Path, broken: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(broken, encoding="utf-8")
    loaded = load_settings(file)
    assert loaded.settings == Settings()
    assert loaded.replaced


def test_a_read_only_home_is_said_calmly_and_the_setting_still_holds(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("app.desktop.session.save_settings", refuse)
    settings_of(desk).rows["scale"].buttons[2].click()
    desk.session._save()
    assert desk.window.settings.scale == 150
    assert "没能保存" in desk.window.paste_screen._note.text()


def test_every_choice_is_read_out_with_its_question(desk: Desk) -> None:
    row = settings_of(desk).rows["history"]
    assert isinstance(row.buttons[0], BigButton)
    assert row.buttons[0].accessibleDescription() == "查过的记录"
