"""The list's screen: what a person sees of an update, and what he can do about it."""

import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.desktop.background import Background
from app.desktop.screens.feed_screen import FeedScreen
from app.desktop.sync_controller import SyncController
from app.feed.feed_card import FeedCard, write_card
from app.host.clock import MAINLAND, FixedClock
from app.model.errors import UserFacingError
from app.model.language import LocalizedText
from app.model.sync_report import (
    FeedState,
    FeedStatus,
    SyncEnd,
    SyncOutcome,
    SyncPhase,
)
from app.services.sync_service import OfferedCard
from app.sync.watching import SyncWatcher
from tests.feed_simulator import FeedSimulator

from .desk import Desk

NOW = datetime(2026, 11, 25, 12, tzinfo=MAINLAND)
STATE = FeedState("e", "f", "c", date(2026, 11, 24), 1, 1, NOW - timedelta(days=2), NOW)
NAME = LocalizedText(zh="样例名单", en="Example list")
WORDS = tuple(LocalizedText(zh=f"词{n}", en=f"word{n}") for n in range(12))
OFFERED = OfferedCard(FeedCard(NAME, "https://feed.example/", "{}"), WORDS, b"")


class FakeService:
    """Answers at once, or when `gate` opens; remembers what it was asked."""

    def __init__(self) -> None:
        self.known = FeedStatus(NAME, "https://feed.example/", WORDS, STATE)
        self.error: Exception | None = None
        self.outcome = SyncOutcome(SyncEnd.UPDATED, STATE)
        self.asked: list[str] = []
        self.gate = threading.Event()
        self.gate.set()

    def status(self) -> FeedStatus:
        return self.known

    def offered(self, file: Path) -> OfferedCard:
        self.asked.append(f"card {file.name}")
        return OFFERED

    def add(self, offered: OfferedCard) -> None:
        self.asked.append(f"add {offered.card.name.en}")

    def switch_daily(self, *, on: bool) -> None:
        self.asked.append(f"daily {on}")

    def sync(self, watcher: SyncWatcher) -> SyncOutcome:
        self.asked.append("sync")
        watcher.tell(SyncPhase.FETCHING, 500, 1000)
        while not self.gate.wait(0.01):
            watcher.check()
        if self.error is not None:
            raise self.error
        return self.outcome

    def sync_from(self, place: Path, watcher: SyncWatcher) -> SyncOutcome:
        self.asked.append(f"from {place.name}")
        return self.sync(watcher)

    def make_stick(self, folder: Path, watcher: SyncWatcher) -> int:
        watcher.check()
        self.asked.append(f"make {folder.name}")
        return 1_200_000


@pytest.fixture
def service(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> FakeService:
    fake = FakeService()
    monkeypatch.setattr(desk.session.feed.controller, "_service", lambda: fake)
    return fake


@pytest.fixture
def screen(desk: Desk, service: FakeService) -> FeedScreen:
    assert service.asked == []
    desk.session.feed.open()
    screen = desk.session.feed.screen
    assert screen is not None
    desk.bot.waitUntil(lambda: "样例名单" in screen.about.text())
    return screen


def until(desk: Desk, condition: Callable[[], object]) -> None:
    desk.bot.waitUntil(lambda: bool(condition()), timeout=5000)


def test_pressing_the_lists_date_opens_the_screen(desk: Desk, service: FakeService) -> None:
    assert service.asked == []
    QTest.mouseClick(desk.window.badge, Qt.MouseButton.LeftButton)
    screen = desk.session.feed.screen
    assert screen is not None
    assert desk.shows(screen)
    until(desk, lambda: "2026-11-24" in screen.about.text())


def test_the_date_can_be_pressed_by_keyboard(desk: Desk, service: FakeService) -> None:
    assert service.known.name is NAME
    desk.press(Qt.Key.Key_Return, widget=desk.window.badge)
    assert desk.session.feed.screen is not None


def test_an_update_shows_bytes_and_then_how_it_ended(
    desk: Desk, service: FakeService, screen: FeedScreen
) -> None:
    service.gate.clear()
    screen.update_button.click()
    until(desk, lambda: "500 B" in screen.progress_line.text())
    assert screen.cancel_button.isVisible()
    assert screen.bar.isVisible()
    assert screen.bar.value() == 500
    assert not screen.update_button.isEnabled()
    service.gate.set()
    until(desk, lambda: "换上新名单了" in screen.note.text())
    assert not screen.bar.isVisible()
    assert screen.update_button.isEnabled()


def test_an_update_can_be_stopped(desk: Desk, service: FakeService, screen: FeedScreen) -> None:
    service.gate.clear()
    screen.update_button.click()
    until(desk, screen.cancel_button.isVisible)
    screen.cancel_button.click()
    until(desk, lambda: "停下了" in screen.note.text())
    assert screen.update_button.isEnabled()


def test_trouble_is_said_on_the_screen_and_can_be_tried_again(
    desk: Desk, service: FakeService, screen: FeedScreen
) -> None:
    service.error = UserFacingError("feed-slow")
    screen.update_button.click()
    until(desk, lambda: "网络太慢" in screen.note.text())
    service.error = None
    screen.update_button.click()
    until(desk, lambda: "换上新名单了" in screen.note.text())


def test_what_is_said_follows_the_language(
    desk: Desk, service: FakeService, screen: FeedScreen
) -> None:
    service.error = UserFacingError("feed-slow")
    screen.update_button.click()
    until(desk, lambda: "网络太慢" in screen.note.text())
    desk.window.switch_language()
    assert "too slow" in screen.note.text()
    assert "Example list" in screen.about.text()
    assert screen.update_button.accessibleName() == "Update now"


def test_a_card_is_added_only_after_its_words_were_compared(
    desk: Desk, service: FakeService, screen: FeedScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_: ("/somewhere/a.mingbian-feed", "")
    )
    screen.card_button.click()
    until(desk, screen.agree_button.isVisible)
    assert "词11" in screen.about.text()
    assert service.asked == ["card a.mingbian-feed"]
    screen.refuse_button.click()
    assert "没有添加" in screen.note.text()
    assert not screen.agree_button.isVisible()
    screen.card_button.click()
    until(desk, screen.agree_button.isVisible)
    screen.agree_button.click()
    until(desk, lambda: service.asked[-1] == "add Example list")
    assert not screen.agree_button.isVisible()


def test_sticks_are_read_and_made(
    desk: Desk, service: FakeService, screen: FeedScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/media/stick")
    screen.stick_button.click()
    until(desk, lambda: "换上新名单了" in screen.note.text())
    screen.make_button.click()
    until(desk, lambda: "1.2 MB" in screen.note.text())
    assert service.asked == ["from stick", "sync", "make stick"]


def test_a_dialog_that_is_closed_does_nothing(
    service: FakeService, screen: FeedScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    for button in (screen.stick_button, screen.make_button, screen.card_button):
        button.click()
    assert service.asked == []


def test_another_list_is_reopened_and_its_date_shown(
    desk: Desk, service: FakeService, screen: FeedScreen
) -> None:
    prepared: list[object] = []
    desk.session.controller.prepared.connect(prepared.append)
    before = len(prepared)
    screen.update_button.click()
    until(desk, lambda: len(prepared) > before)
    assert service.asked == ["sync"]


@pytest.mark.parametrize(("daily", "age", "asked"), [(False, 2, 0), (True, 2, 1), (True, 0.5, 0)])
def test_it_asks_by_itself_only_if_that_is_switched_on_and_due(
    qtbot: QtBot, daily: bool, age: float, asked: int
) -> None:
    service = FakeService()
    state = FeedState("e", "f", "c", date(2026, 11, 24), 1, 1, NOW - timedelta(days=age), NOW)
    service.known = FeedStatus(NAME, "https://feed.example/", WORDS, state, daily=daily)
    background = Background()
    started = FixedClock(NOW - timedelta(hours=1))
    controller = SyncController(lambda: service, background, started)  # type: ignore[arg-type, return-value] # a small service of our own
    controller._clock = FixedClock(NOW)
    with qtbot.waitSignal(controller.ended, timeout=400, raising=False):
        controller.look_at_the_clock()
    assert service.asked.count("sync") == asked
    background.close()


def test_the_daily_switch_is_kept(desk: Desk, service: FakeService, screen: FeedScreen) -> None:
    screen.daily_button.click()
    until(desk, lambda: service.asked == ["daily True"])


def test_a_real_feed_is_followed_from_a_stick_through_the_window(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is faked here but the dialogs: the tables that ship, signed, on a stick."""
    from tests.feed.test_edition_in_use import NEXT_DAY, next_tables  # noqa: PLC0415

    feed = FeedSimulator(tmp_path / "stick")
    feed.release(next_tables(tmp_path / "tables"), NEXT_DAY)
    card = tmp_path / "a.mingbian-feed"
    card.write_bytes(write_card(feed.card()))
    desk.session.feed.open()
    screen = desk.session.feed.screen
    assert screen is not None
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(card), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    screen.card_button.click()
    until(desk, screen.agree_button.isVisible)
    screen.agree_button.click()
    until(desk, lambda: "样例名单" in screen.about.text())
    screen.stick_button.click()
    desk.bot.waitUntil(lambda: "换上新名单了" in screen.note.text(), timeout=60_000)
    until(desk, lambda: NEXT_DAY.isoformat() in screen.about.text())
