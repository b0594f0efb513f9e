"""The window without a screen, over words that ship and a service made of cards."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.assembly import Application
from app.desktop.main_window import MainWindow
from app.desktop.session import Session
from app.host.clock import SystemClock
from app.host.paths import RESOURCES, Paths
from app.host.settings import Settings
from app.model.language import Language

from .desk import Desk, FakeChecker


class DeskApplication(Application):
    """The real application, but for the service."""

    def __init__(self, home: Path, checker: FakeChecker) -> None:
        super().__init__(Paths(RESOURCES, home), SystemClock())
        self._checker = checker

    def check_service(self) -> FakeChecker:  # type: ignore[override] # a small service of our own
        return self._checker


@pytest.fixture(autouse=True)
def garbage_of_this_thread() -> Iterator[None]:
    """Let each test's windows die with it, in their own thread.

    A worker must not collect them, and Qt deletes later what was closed while no event loop ran: in
    the first loop that does, which may be a wait sixty tests later that has not the time for it.
    """
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)
    gc.enable()


@pytest.fixture
def checker() -> FakeChecker:
    return FakeChecker()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, checker: FakeChecker) -> Iterator[Desk]:
    """A window with everything behind it, in Chinese at 100 %."""
    QGuiApplication.clipboard().clear()
    application = DeskApplication(tmp_path, checker)
    window = MainWindow(application.catalog, Settings("zh", 100, "light"), Language.ZH)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    window.paste_screen.take_keyboard()
    session = Session(application, window)
    yield Desk(qtbot, window, session, checker)
    session.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Offscreen has no window manager to tell sizes to, and says so at every window."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))
