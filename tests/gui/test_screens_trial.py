"""The self-test opens every screen, and notices one that stays blank."""

from pathlib import Path

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.desktop.screens_trial import is_blank, screen_modules, try_screens
from app.model.crisis import CallBoard
from app.model.errors import InvalidTableError
from tests.architecture.source_tree import APP

from .conftest import DeskApplication
from .desk import FakeChecker


def test_every_screen_paints(qtbot: QtBot, tmp_path: Path, checker: FakeChecker) -> None:
    assert qtbot
    remarks = list(try_screens(DeskApplication(tmp_path, checker)))
    assert [line for works, line in remarks if not works] == []
    lines = {line for _, line in remarks}
    assert {"screen PasteScreen", "screen VerdictScreen"} <= lines
    assert {"screen CallScreen", "screen HappenedScreen", "screen StoryScreen"} <= lines
    assert list(tmp_path.rglob("*.sqlite")) == []


def test_a_screen_whose_table_is_broken_is_noticed(
    qtbot: QtBot, tmp_path: Path, checker: FakeChecker
) -> None:
    assert qtbot
    application = DeskApplication(tmp_path, checker)

    def broken() -> CallBoard:
        raise InvalidTableError("invalid-table", table="a", row="b", rule="c")

    application.call_board = broken  # type: ignore[method-assign] # one table of the crisis screens
    remarks = list(try_screens(application))
    assert (False, "screen CallScreen: could not be opened") in remarks


def test_no_screens_file_is_left_out() -> None:
    files = {each.stem for each in (APP / "desktop" / "screens").glob("[!_]*.py")}
    assert {each.rpartition(".")[2] for each in screen_modules()} == files


def test_a_picture_of_one_colour_is_blank() -> None:
    picture = QImage(200, 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    assert is_blank(picture)
    assert is_blank(QImage())
    for x in range(60):
        picture.setPixelColor(x, x, QColor("black"))
    assert not is_blank(picture)
