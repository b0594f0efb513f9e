"""A stick that cannot be written: one calm line, and everything else works."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.assembly import Application
from app.desktop.card_inbox import CardInbox
from app.desktop.main_window import MainWindow
from app.desktop.opening import _open_session
from app.host.clock import SystemClock
from app.host.paths import RESOURCES, Paths
from app.host.settings import Settings
from app.model.language import Language


def words_in(window: QWidget) -> str:
    return " ".join(each.accessibleName() for each in window.findChildren(QWidget)) + " ".join(
        each.text() for each in window.findChildren(QLabel)
    )


@pytest.mark.parametrize("locked", [True, False])
def test_the_window_says_that_nothing_will_be_kept(
    qtbot: QtBot, tmp_path: Path, *, locked: bool
) -> None:
    home = tmp_path / "data"
    if locked:
        home.write_bytes(b"")  # no folder can be made here, not even by root
    application = Application(Paths(RESOURCES, home, portable=True), SystemClock())
    window = MainWindow(application.catalog, Settings("zh", 100, "light"), Language.ZH)
    qtbot.addWidget(window)
    window.show()
    close = _open_session(application, window, "", CardInbox(), settings_replaced=False)
    try:
        qtbot.wait(50)
        assert ("写保护" in words_in(window)) is locked
    finally:
        close()
