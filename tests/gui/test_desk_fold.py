"""What a liaison officer must see without scrolling, under the strip of a shared computer."""

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect

from app.desktop.desk.desk_mode import DeskMode
from app.desktop.screens.batch_screen import BatchScreen
from app.host.settings import SCALES

from .desk import Desk
from .test_batch_screen import FakeWorker, checked
from .test_layout import LEVELS, cut_off, dressed, in_view, settle

SMALL = (1024, 768)
SCALES_HERE = [each for each in SCALES if each <= 200]


@pytest.fixture
def counter(desk: Desk) -> DeskMode:
    made = DeskMode(desk.session._application, desk.window, desk.session, "东街")
    desk.bot.addWidget(made.visitor)
    return made


@pytest.fixture
def worker(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> FakeWorker:
    made = FakeWorker()
    monkeypatch.setattr(desk.session.batch, "_new_worker", lambda: made)
    return made


@pytest.mark.parametrize(
    ("language", "scale", "level"),
    list(product(("zh", "en"), SCALES_HERE, LEVELS)),
)
def test_the_number_is_seen_whole_at_a_desk(
    desk: Desk, counter: DeskMode, language: str, scale: int, level: str
) -> None:
    assert counter.bar.isVisible()
    desk.window.resize(*SMALL)
    dressed(desk, language, scale, level)
    view = desk.session.verdict_screen.view
    assert view is not None
    assert view.action.digits is not None
    assert in_view(view.banner.headline, desk.window)
    assert in_view(view.action.digits, desk.window)
    assert cut_off(desk.window) == []


def rows_in_view(desk: Desk, screen: BatchScreen) -> int:
    """Count the rows of the table that are seen whole."""
    port = screen.sheet.viewport()
    seen = QRect(port.mapTo(desk.window, QPoint(0, 0)), port.size())
    table = screen.table.viewport()
    faces = [screen.table.visualRect(screen.model.index(row, 1)) for row in range(7)]
    places = [QRect(table.mapTo(desk.window, face.topLeft()), face.size()) for face in faces]
    return sum(
        seen.contains(place) and table.rect().contains(face)
        for place, face in zip(places, faces, strict=True)
    )


@pytest.mark.parametrize(("language", "scale"), list(product(("zh", "en"), (100, 150, 200))))
def test_answers_of_a_batch_are_seen_at_a_desk_without_scrolling(
    desk: Desk,
    counter: DeskMode,
    worker: FakeWorker,
    tmp_path: Path,
    language: str,
    scale: int,
) -> None:
    assert counter.bar.isVisible()
    assert not worker.closed
    desk.window.resize(*SMALL)
    dressed(desk, language, scale)
    screen = checked(desk, tmp_path)
    settle()
    assert rows_in_view(desk, screen) >= 2
    assert screen.table.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(("language", "scale"), list(product(("zh", "en"), SCALES)))
def test_the_strip_is_one_line_and_keeps_its_countdown_and_its_wipe(
    desk: Desk, counter: DeskMode, language: str, scale: int
) -> None:
    for width in (1024, 1366, 1920):
        desk.window.resize(width, 768)
        dressed(desk, language, scale)
        for left in (90, 25):
            counter.bar.show_left(left)
            settle()
            shown = [counter.bar.wipe, counter.bar.state if left == 25 else counter.bar.code]
            assert all(each.isVisible() for each in shown)
            assert counter.bar.height() <= 96 + 8
            assert cut_off(desk.window) == []
        counter.bar.show_left(90)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_letters_a_quarter_larger_do_not_push_the_number_away(desk: Desk, language: str) -> None:
    desk.window.resize(*SMALL)
    for level in LEVELS:
        dressed(desk, language, 125, level)
        view = desk.session.verdict_screen.view
        assert view is not None
        assert view.action.digits is not None
        assert in_view(view.action.digits, desk.window), level
