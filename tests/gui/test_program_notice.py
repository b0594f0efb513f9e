"""A newer program is told of in one calm line, and its address is only ever text."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication

from app.model.language import LocalizedText
from app.model.program_note import ProgramNote
from app.model.sync_report import FeedStatus

from .desk import Desk
from .test_feed_screen import NAME, STATE, WORDS

LINK = "https://feed.example/get"
NOTE = ProgramNote("900.1", date(2027, 1, 1), LocalizedText(zh="认得更多。", en="More."), LINK)


class FakeService:
    """A feed that tells of a program."""

    def __init__(self, note: ProgramNote | None) -> None:
        self.note = note

    def status(self) -> FeedStatus:
        state = replace(STATE, program=self.note)
        return FeedStatus(NAME, "https://feed.example/", WORDS, state)


def told(desk: Desk, monkeypatch: pytest.MonkeyPatch, note: ProgramNote | None) -> None:
    service = FakeService(note)
    monkeypatch.setattr(desk.session.feed.controller, "_service", lambda: service)
    with desk.bot.waitSignal(desk.session.feed.controller.status_known):
        desk.session.feed.controller.refresh()


def foot(desk: Desk) -> str:
    line = desk.session.feed.notice.line
    return line.text() if line is not None and line.isVisible() else ""


def test_a_newer_program_stands_at_the_foot_in_the_windows_language(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(desk, monkeypatch, NOTE)
    assert foot(desk) == f"“明辨”有新版本 900.1，到这里取：{LINK}"
    desk.window.switch_language()
    assert "There is a new Mingbian, 900.1" in foot(desk)
    told(desk, monkeypatch, None)
    assert foot(desk) == ""


def test_large_letters_leave_the_address_to_the_lists_screen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(desk, monkeypatch, NOTE)
    desk.window.take_settings(desk.window.settings._replace(scale=200))
    assert "900.1" in foot(desk)
    assert LINK not in foot(desk)


@pytest.mark.parametrize("note", [None, replace(NOTE, version="0.0.1")])
def test_nothing_stands_there_without_a_newer_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, note: ProgramNote | None
) -> None:
    told(desk, monkeypatch, note)
    assert desk.session.feed.notice.line is None


def test_it_is_told_at_the_start_without_anybody_asking(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.session.feed.controller, "_service", lambda: FakeService(NOTE))
    desk.session.controller.prepare()
    desk.bot.waitUntil(lambda: LINK in foot(desk))


def test_the_screen_copies_the_address_and_nothing_opens_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    told(desk, monkeypatch, NOTE)
    desk.session.feed.open()
    screen = desk.session.feed.screen
    assert screen is not None
    shown: Callable[[], bool] = screen.link_button.isVisible
    desk.bot.waitUntil(shown)
    assert LINK in screen.about.text()
    assert "认得更多。" in screen.about.text()
    screen.link_button.click()
    assert QGuiApplication.clipboard().text() == LINK
    assert "复制好了" in screen.note.text()
    assert opened == []
    for text in (screen.about, desk.session.feed.notice.line):
        assert text is not None
        assert text.textFormat() is Qt.TextFormat.PlainText
        assert not text.openExternalLinks()


def test_the_button_is_there_only_for_a_newer_program(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(desk, monkeypatch, replace(NOTE, version="0.0.1"))
    desk.session.feed.open()
    screen = desk.session.feed.screen
    assert screen is not None
    desk.bot.waitUntil(lambda: "Example" in screen.about.text() or "样例" in screen.about.text())
    assert not screen.link_button.isVisible()
