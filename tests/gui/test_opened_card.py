"""A feed card that was double-clicked: its words are shown, and nothing is trusted yet."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.assembly import Application
from app.desktop.card_inbox import CardInbox
from app.desktop.check_controller import CheckController
from app.desktop.main_window import MainWindow
from app.desktop.opening import _open_session
from app.desktop.screens.feed_screen import FeedScreen
from app.feed.feed_card import write_card
from app.host.clock import SystemClock
from app.host.paths import RESOURCES, Paths
from app.host.settings import Settings
from app.model.language import Language
from tests.feed_simulator import FeedSimulator

Open = Callable[[CardInbox], FeedScreen]


@pytest.fixture
def card(tmp_path: Path) -> Path:
    file = tmp_path / "from the stall.mingbian-feed"
    file.write_bytes(write_card(FeedSimulator(tmp_path / "repository").card()))
    return file


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def opened(qtbot: QtBot, home: Path) -> Iterator[Open]:
    """Opens the window as the program does, for somebody who never saw it before."""
    closing: list[Callable[[], None]] = []

    def start(inbox: CardInbox) -> FeedScreen:
        application = Application(Paths(RESOURCES, home), SystemClock())
        window = MainWindow(application.catalog, Settings("zh", 100, "light"), Language.ZH)
        qtbot.addWidget(window)
        window.show()
        closing.append(_open_session(application, window, "", inbox, settings_replaced=False))
        qtbot.waitUntil(lambda: isinstance(window.current_screen(), FeedScreen))
        screen = window.current_screen()
        assert isinstance(screen, FeedScreen)
        return screen

    yield start
    for close in closing:
        close()


def test_an_opened_card_shows_its_words_and_is_added_by_a_press_only(
    qtbot: QtBot, opened: Open, home: Path, card: Path
) -> None:
    screen = opened(CardInbox(card))
    qtbot.waitUntil(screen.agree_button.isVisible)
    assert "核对词" in screen.about.text()
    assert "号码要您自己找来的" in screen.about.text()
    assert list(home.rglob("*.mingbian-feed")) == []
    [checks] = screen.window().findChildren(CheckController)
    qtbot.waitUntil(lambda: checks.is_prepared, timeout=20_000)
    with qtbot.waitSignal(checks.prepared, timeout=20_000):  # the register is opened anew
        screen.agree_button.click()
    assert list(home.rglob("*.mingbian-feed")) != []


@pytest.mark.parametrize("broken", [b"", b"{}", b"\xff\0", b"[" * 100_000, b" " * 300_001])
def test_a_broken_card_is_said_calmly_and_offers_nothing(
    qtbot: QtBot, opened: Open, card: Path, broken: bytes
) -> None:
    card.write_bytes(broken)
    screen = opened(CardInbox(card))
    qtbot.waitUntil(lambda: "这不是名单卡片" in screen.note.text())
    assert not screen.agree_button.isVisible()
    assert screen.card_button.isVisible()


def test_a_card_that_is_gone_is_said_calmly(qtbot: QtBot, opened: Open, card: Path) -> None:
    card.unlink()
    screen = opened(CardInbox(card))
    qtbot.waitUntil(lambda: "读不出来" in screen.note.text())


def test_a_card_opened_later_is_shown_too(qtbot: QtBot, opened: Open, card: Path) -> None:
    inbox = CardInbox(card.with_name("absent"))
    screen = opened(inbox)
    qtbot.waitUntil(lambda: "读不出来" in screen.note.text())
    inbox.take(card)
    qtbot.waitUntil(screen.agree_button.isVisible)


def test_what_arrives_before_the_window_waits_for_it() -> None:
    inbox, shown, waiting = CardInbox(), list[Path](), list[bool]()
    waiting.append(inbox.is_waiting)
    inbox.take(Path("first"))
    inbox.take(Path("second"))
    waiting.append(inbox.is_waiting)
    inbox.hand_to(shown.append)
    inbox.take(Path("third"))
    waiting.append(inbox.is_waiting)
    assert shown == [Path("second"), Path("third")]
    assert waiting == [False, True, False]


_AS_MACOS_DOES = """
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from app.desktop.file_open_application import FileOpenApplication
application = FileOpenApplication(["mingbian"], lambda file: print("took", file.name))
for event in (QFileOpenEvent("/a/b.mingbian-feed"), QFileOpenEvent(QUrl("https://evil.example/"))):
    QCoreApplication.sendEvent(application, event)
application.processEvents()
"""


def test_a_file_that_macos_opens_is_taken_and_an_address_is_not() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _AS_MACOS_DOES],
        capture_output=True,
        text=True,
        check=False,
        cwd=RESOURCES.parent,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.stdout.splitlines() == ["took b.mingbian-feed"], done.stderr
