"""What a feed tells of itself stands in calm lines at the foot, and addresses are only text."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace
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
    """A feed that tells of a program, or whose daily lists are late."""

    def __init__(self, note: ProgramNote | None, *, late: bool = False) -> None:
        self.note = note
        self.late = late

    def status(self) -> FeedStatus:
        state = replace(STATE, program=self.note)
        address = "https://feed.example/"
        return FeedStatus(NAME, address, WORDS, state, daily_is_late=self.late)


def told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, note: ProgramNote | None, *, late: bool = False
) -> None:
    service = FakeService(note, late=late)
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


def test_late_daily_lists_are_told_of_calmly_until_they_are_signed_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(desk, monkeypatch, None, late=True)
    assert foot(desk) == "每日举报名单没有跟上更新，其余名单不受影响。"
    desk.session.feed.open()
    screen = desk.session.feed.screen
    assert screen is not None
    desk.bot.waitUntil(lambda: "重新签名" in screen.about.text())
    told(desk, monkeypatch, NOTE, late=True)
    assert foot(desk).count("\n") == 1
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
