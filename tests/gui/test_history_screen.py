"""Past checks at the window."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester

from app.desktop.screens.history_screen import HistoryScreen
from app.desktop.tool import Tool
from app.model.errors import UserFacingError

from .desk import Desk
from .walk import beyond_tab, nameless, wrong_with

PASSPHRASE = "红烧肉要慢慢炖才香"  # noqa: S105 -- invented


@dataclass
class Answered:
    """Answers every question for a file with the same one."""

    file: Path | None

    def to_save(self, _parent: QWidget, _title: str, _name: str) -> Path | None:
        return self.file

    def to_open(self, _parent: QWidget, _title: str, _kinds: str) -> Path | None:
        return self.file


def turn_on(desk: Desk) -> None:
    desk.window.take_settings(desk.window.settings._replace(history=True))


def check(desk: Desk, text: str) -> None:
    desk.session.verdict_screen._card = None
    desk.window.show_screen(desk.window.paste_screen)
    desk.window.paste_screen.put(text)
    desk.window.paste_screen.submit()
    desk.wait_for_answer()


def opened(desk: Desk) -> HistoryScreen:
    desk.session.tools.open(Tool.HISTORY)
    screen = desk.window.current_screen()
    assert isinstance(screen, HistoryScreen)
    return screen


def rows(screen: HistoryScreen) -> list[str]:
    model = screen.model
    return [model.data(model.index(row, 3)) for row in range(model.rowCount())]


def wait_for_rows(desk: Desk, screen: HistoryScreen, wanted: list[str]) -> None:
    desk.bot.waitUntil(lambda: rows(screen) == wanted, timeout=30_000)


def wait_for_trouble(desk: Desk, screen: HistoryScreen, reference: str) -> UserFacingError:
    desk.bot.waitUntil(
        lambda: screen.notice.error is not None and screen.notice.error.reference == reference,
        timeout=20_000,
    )
    assert screen.notice.error is not None
    return screen.notice.error


def data_folder(desk: Desk) -> Path:
    return desk.session._application.paths.data_folder


def test_nothing_is_kept_unless_somebody_turned_it_on(desk: Desk) -> None:
    check(desk, "打13812345678")
    screen = opened(desk)
    QTest.qWait(100)
    assert rows(screen) == []
    assert not data_folder(desk).exists()
    assert "没有打开" in screen.state.text()
    screen.buttons["turn_on"].click()
    assert desk.window.current_screen() is desk.session.tools._built[Tool.SETTINGS]


def test_a_check_is_kept_covered_and_found_by_keyboard_alone(desk: Desk) -> None:
    turn_on(desk)
    check(desk, "快递丢了，打13812345678")
    check(desk, "会员要扣费")
    desk.press(Qt.Key.Key_F10)
    desk.press(Qt.Key.Key_Return)  # the menu's first
    screen = desk.window.current_screen()
    assert isinstance(screen, HistoryScreen)
    wait_for_rows(desk, screen, ["会员要扣费", "快递丢了，打138****5678"])
    assert screen.search.field.hasFocus()
    screen.search.field.insert("快递")  # QTest types Latin letters only
    wait_for_rows(desk, screen, ["快递丢了，打138****5678"])
    desk.press(Qt.Key.Key_Tab)
    assert screen.table.hasFocus()
    desk.press(Qt.Key.Key_Down)
    assert "138****5678" in screen._whole_text.text()
    assert screen._detail.isVisible()


def test_what_the_table_has_no_room_for_is_told_under_it(desk: Desk) -> None:
    turn_on(desk)
    check(desk, "会员要扣费")
    desk.window.take_settings(desk.window.settings._replace(scale=200))
    desk.window.resize(1024, 768)
    screen = opened(desk)
    wait_for_rows(desk, screen, ["会员要扣费"])
    assert screen.table.left_out()
    assert screen.table.horizontalScrollBar().maximum() == 0
    screen.table.selectRow(0)
    day = screen.model.data(screen.model.index(0, 0))
    assert day in screen._whole_text.text()


def test_deleting_all_asks_once_more(desk: Desk) -> None:
    turn_on(desk)
    check(desk, "一")
    screen = opened(desk)
    wait_for_rows(desk, screen, ["一"])
    screen.buttons["delete_all"].click()
    assert "固态硬盘" in screen.state.text()
    screen.buttons["delete_not"].click()
    assert rows(screen) == ["一"]
    screen.buttons["delete_all"].click()
    screen.buttons["delete_now"].click()
    wait_for_rows(desk, screen, [])


def test_the_export_holds_what_is_shown(desk: Desk, tmp_path: Path) -> None:
    turn_on(desk)
    check(desk, "=1+1")
    screen = opened(desk)
    wait_for_rows(desk, screen, ["=1+1"])
    desk.session.history.ask_file = Answered(tmp_path / "out.csv")
    screen.buttons["export"].click()
    desk.bot.waitUntil((tmp_path / "out.csv").exists)
    assert '"\'=1+1"' in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


def test_an_export_that_fails_is_said_calmly_and_nothing_is_lost(
    desk: Desk, tmp_path: Path
) -> None:
    turn_on(desk)
    check(desk, "一")
    screen = opened(desk)
    wait_for_rows(desk, screen, ["一"])
    desk.session.history.ask_file = Answered(tmp_path / "nowhere" / "out.csv")
    screen.buttons["export"].click()
    wait_for_trouble(desk, screen, "export-refused")
    assert screen.notice.isVisible()
    assert rows(screen) == ["一"]


def test_a_broken_file_costs_no_check_and_can_be_put_aside(desk: Desk) -> None:
    data_folder(desk).mkdir()
    (data_folder(desk) / "user.sqlite").write_bytes(b"nonsense" * 1000)
    turn_on(desk)
    check(desk, "一")
    desk.bot.waitUntil(lambda: "没能记下来" in desk.window.paste_screen._note.text())
    screen = opened(desk)
    wait_for_trouble(desk, screen, "history-broken")
    screen.buttons["begin_anew"].click()
    wait_for_rows(desk, screen, [])
    desk.bot.waitUntil(screen.notice.isHidden)
    check(desk, "二")
    wait_for_rows(desk, opened(desk), ["二"])


def test_a_file_that_another_program_holds_is_said_calmly(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.user_database._PATIENCE", 0.05)
    data_folder(desk).mkdir()
    holder = sqlite3.connect(data_folder(desk) / "user.sqlite", isolation_level=None)
    holder.execute("begin exclusive")
    turn_on(desk)
    check(desk, "一")
    desk.bot.waitUntil(lambda: "没能记下来" in desk.window.paste_screen._note.text())
    screen = opened(desk)
    wait_for_trouble(desk, screen, "history-busy")
    holder.close()
    desk.window.show_screen(desk.window.paste_screen)
    opened(desk)
    desk.bot.waitUntil(screen.notice.isHidden)


def test_a_page_from_a_file_that_cannot_be_written_does_not_look_whole(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = desk.session._application.history_service()
    add = service.add

    def refuse(*_: object) -> None:
        raise UserFacingError("history-read-only")

    monkeypatch.setattr(service, "add", refuse)
    turn_on(desk)
    check(desk, "一")
    desk.bot.waitUntil(lambda: "没能记下来" in desk.window.paste_screen._note.text())
    screen = opened(desk)
    wait_for_trouble(desk, screen, "history-read-only")
    monkeypatch.setattr(service, "add", add)
    check(desk, "二")
    wait_for_rows(desk, opened(desk), ["二"])
    assert screen.notice.isHidden()


def test_a_lock_can_be_set_by_keyboard_and_asks_after_a_restart(desk: Desk) -> None:
    turn_on(desk)
    check(desk, "一")
    screen = opened(desk)
    wait_for_rows(desk, screen, ["一"])
    screen.buttons["lock"].click()
    QTest.keyClicks(desk.window.focusWidget(), "short")
    desk.press(Qt.Key.Key_Return)
    wait_for_trouble(desk, screen, "history-short-passphrase")
    screen.lock_form.passphrase.field.setText(PASSPHRASE)
    screen.lock_form.button.click()
    desk.bot.waitUntil(screen.buttons["lock_off"].isVisible, timeout=30_000)
    desk.session._application.history_service().close()
    desk.window.show_screen(desk.window.paste_screen)
    opened(desk)
    wait_for_trouble(desk, screen, "history-locked")
    assert screen.lock_form.isVisible()
    assert screen.lock_form.passphrase.field.text() == ""
    screen.lock_form.passphrase.field.setText(PASSPHRASE)
    screen.lock_form.button.click()
    wait_for_rows(desk, screen, ["一"])
    screen.buttons["lock_off"].click()
    desk.bot.waitUntil(screen.buttons["lock"].isVisible, timeout=30_000)


def test_what_waits_to_be_kept_is_kept_when_the_window_closes(desk: Desk) -> None:
    turn_on(desk)
    check(desk, "一")
    desk.session.history.close()
    desk.session._background.close()
    desk.session._application._history_service = None
    connection = sqlite3.connect(data_folder(desk) / "user.sqlite")
    assert connection.execute("select text from checks").fetchall() == [("一",)]
    connection.close()


def test_the_model_keeps_qts_rules(desk: Desk, qtmodeltester: ModelTester) -> None:
    turn_on(desk)
    check(desk, "一")
    screen = opened(desk)
    wait_for_rows(desk, screen, ["一"])
    qtmodeltester.check(screen.model)  # type: ignore[no-untyped-call]


def test_nothing_is_cut_off_or_too_small(desk: Desk) -> None:
    turn_on(desk)
    check(desk, "快递丢了，打13812345678" * 8)
    screen = opened(desk)
    desk.bot.waitUntil(lambda: screen.model.rowCount() == 1)
    screen.table.selectRow(0)
    assert wrong_with(desk.window, screen) == []
    assert nameless(screen) == []
    assert beyond_tab(desk.window, screen) == []
    screen.show_trouble(UserFacingError("history-locked"))
    screen.buttons["delete_all"].click()
    assert wrong_with(desk.window, screen) == []
    assert nameless(screen) == []
