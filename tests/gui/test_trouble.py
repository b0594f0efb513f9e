"""When something goes wrong."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qCritical
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop.crash_guard import CrashGuard, crash_report
from app.desktop.dropped_file import FileRefusedError, read_dropped
from app.host.brought_file import LARGEST
from app.model.errors import RegisterUnavailableError

from .desk import Desk

PASTED = "验证码告诉我13912345678"


def test_known_trouble_is_told_in_the_window_and_can_be_tried_again(desk: Desk) -> None:
    desk.checker.error = RegisterUnavailableError("register-unavailable", cause="disk")
    desk.write("95152")
    desk.window.paste_screen.submit()
    desk.bot.waitUntil(lambda: desk.shows(desk.session.error_screen))
    assert "名单打不开" in desk.session.error_screen.panel._title.text()
    desk.checker.error = None
    desk.session.error_screen.panel.button.click()
    desk.wait_for_answer()
    assert desk.texts == ["95152", "95152"]


def test_known_trouble_follows_the_language(desk: Desk) -> None:
    desk.checker.error = RegisterUnavailableError("register-unavailable", cause="disk")
    desk.write("95152")
    desk.window.paste_screen.submit()
    desk.bot.waitUntil(lambda: desk.shows(desk.session.error_screen))
    before = desk.session.error_screen.panel._title.text()
    desk.window.switch_language()
    assert desk.session.error_screen.panel._title.text() != before


def test_a_crash_report_names_the_place_and_holds_nothing_pasted() -> None:
    def broken(text: str) -> None:
        raise ValueError(f"cannot read {text}")

    with pytest.raises(ValueError, match="cannot") as caught:
        broken(PASTED)
    report = crash_report(caught.type, caught.tb)
    assert PASTED not in report
    assert "13912345678" not in report
    assert "ValueError" in report
    assert "tests/gui/test_trouble.py" in report
    assert str(Path.home()) not in report
    assert "broken" in report


def test_an_uncaught_mistake_shows_the_calm_page(desk: Desk) -> None:
    guard = CrashGuard(desk.session.show_crash)
    try:
        error = ValueError(PASTED)
        sys.excepthook(ValueError, error, error.__traceback__)
        desk.bot.waitUntil(lambda: desk.shows(desk.session.crash_screen))
    finally:
        guard.close()
    screen = desk.session.crash_screen
    assert PASTED not in screen.report.toPlainText()
    screen._copy.click()
    assert "复制好了" in screen._report_name.text()
    assert "ValueError" in QGuiApplication.clipboard().text()
    screen._go_on.click()
    assert desk.shows(desk.window.paste_screen)


def test_a_mistake_in_another_thread_shows_it_too(qtbot: QtBot) -> None:
    reports: list[str] = []
    guard = CrashGuard(reports.append)
    try:

        def broken() -> None:
            raise KeyError(PASTED)

        thread = threading.Thread(target=broken)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: len(reports) == 1)
    finally:
        guard.close()
    assert "KeyError" in reports[0]
    assert PASTED not in reports[0]


def test_what_qt_says_is_kept_without_its_words(qtbot: QtBot) -> None:
    reports: list[str] = []
    guard = CrashGuard(reports.append)
    try:
        qCritical(PASTED)
        qtbot.waitUntil(lambda: len(reports) == 1)
    finally:
        guard.close()
    assert QtMsgType.QtCriticalMsg.name in reports[0]
    assert PASTED not in reports[0]


def test_the_guard_leaves_the_hooks_as_they_were(qapp: QApplication) -> None:
    assert qapp is not None
    before = (sys.excepthook, threading.excepthook)
    guard = CrashGuard(lambda _: None)
    assert sys.excepthook != before[0]
    guard.close()
    assert (sys.excepthook, threading.excepthook) == before


def test_a_dropped_file_is_read_and_checked(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "短信.txt"
    file.write_text("请把钱转入安全账户", encoding="gb18030")
    desk.window.file_dropped.emit(str(file))
    desk.wait_for_answer()
    assert desk.texts == ["请把钱转入安全账户"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_text_files_are_read_in_the_encodings_people_have(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text("反诈：别转账", encoding=encoding)
    assert read_dropped(file) == "反诈：别转账"


def test_files_that_are_no_text_are_refused(tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    large = tmp_path / "large.txt"
    with large.open("wb") as stream:
        stream.truncate(LARGEST + 1)
    for file, note in (
        (picture, "note.file_unreadable"),
        (tmp_path / "missing.txt", "note.file_unreadable"),
        (tmp_path, "note.file_unreadable"),
        (large, "note.file_too_large"),
    ):
        with pytest.raises(FileRefusedError) as refused:
            read_dropped(file)
        assert refused.value.note == note


def test_a_refused_file_is_told_calmly(desk: Desk, tmp_path: Path) -> None:
    desk.window.file_dropped.emit(str(tmp_path / "missing.txt"))
    note = desk.window.paste_screen._note
    desk.bot.waitUntil(lambda: "读不出文字" in note.text())
    assert note.isVisible()


def test_settings_that_cannot_be_saved_are_told_calmly(desk: Desk, tmp_path: Path) -> None:
    desk.session._settings_file = tmp_path / "file" / "settings.toml"
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    desk.window.cycle_scale()
    note = desk.window.paste_screen._note
    desk.bot.waitUntil(lambda: "没能保存" in note.text(), timeout=20_000)
    QTest.qWait(10)
    assert desk.window.settings.scale == 125
