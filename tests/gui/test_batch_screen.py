"""Many rows at the window."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.assembly import Application
from app.desktop.batch_model import BatchModel
from app.desktop.batch_worker import BatchWorker
from app.desktop.screens.batch_screen import BatchScreen, BatchState
from app.desktop.tool import Tool
from app.host.paths import RESOURCES, Paths
from app.model.errors import UserFacingError
from app.model.language import Language
from app.model.verdict import VerdictLevel
from app.services.batch_service import JudgedRows, JudgeRows, OpenTable, TableOpened
from app.services.table_file import read_table

from .desk import Desk
from .test_history_screen import Answered
from .walk import beyond_tab, nameless, wrong_with

LEVELS = (VerdictLevel.UNKNOWN, VerdictLevel.DANGER, VerdictLevel.OFFICIAL)


class FakeWorker:
    """Judges without an engine, in this process.

    From row `halts_at` on a closed `gate` keeps every answer waiting, and `error` is raised.
    """

    def __init__(self) -> None:
        self.rows: tuple[tuple[str, ...], ...] = ()
        self.gate = threading.Event()
        self.gate.set()
        self.closed = False
        self.halts_at = 0
        self.error: UserFacingError | None = None

    def open(self, request: OpenTable) -> TableOpened:
        table = read_table(request.file)
        self.rows = table.rows
        return TableOpened(table.titles, len(table.rows), 0, table.rows[:100])

    def judge(self, request: JudgeRows) -> JudgedRows:
        if request.start >= self.halts_at:
            self.gate.wait(5)
            if self.error is not None:
                raise self.error
        texts = tuple(row[request.column] for row in self.rows[request.start : request.stop])
        levels = tuple(LEVELS[(request.start + place) % 3] for place in range(len(texts)))
        return JudgedRows(
            request.start, texts, levels, ("冒充客服",) * len(texts), ("要您转账。",) * len(texts)
        )

    def close(self) -> None:
        self.closed = True
        self.gate.set()


@pytest.fixture
def worker(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> FakeWorker:
    made = FakeWorker()
    monkeypatch.setattr(desk.session.batch, "_new_worker", lambda: made)
    return made


def opened(desk: Desk, file: Path | None) -> BatchScreen:
    desk.session.tools.open(Tool.BATCH)
    screen = desk.window.current_screen()
    assert isinstance(screen, BatchScreen)
    if file is not None:
        desk.session.batch.ask_file = Answered(file)
        screen.buttons["open"].click()
    return screen


def wait_for(desk: Desk, screen: BatchScreen, state: BatchState) -> None:
    desk.bot.waitUntil(lambda: screen.state is state, timeout=20_000)


def a_file(folder: Path, count: int = 7) -> Path:
    file = folder / "in.csv"
    lines = [f"{place},=短信{place}" for place in range(100, 100 + count)]
    file.write_text("\n".join(["编号,内容", *lines]), encoding="utf-8")
    return file


def shown(model: BatchModel) -> list[int]:
    return [row[0] for row in model.rows()]


def test_a_file_is_checked_and_exported_by_keyboard_alone(
    desk: Desk, worker: FakeWorker, tmp_path: Path
) -> None:
    screen = opened(desk, None)
    desk.session.batch.ask_file = Answered(a_file(tmp_path))
    assert screen.buttons["open"].hasFocus()
    desk.press(Qt.Key.Key_Return)
    wait_for(desk, screen, BatchState.OPENED)
    assert screen.model.rowCount() == 7
    assert screen._which is not None
    screen._which.buttons[1].setFocus()
    desk.press(Qt.Key.Key_Space)
    assert screen.model.data(screen.model.index(0, 2)) == "=短信100"
    screen.buttons["start"].setFocus()
    desk.press(Qt.Key.Key_Return)
    wait_for(desk, screen, BatchState.DONE)
    assert worker.closed
    assert screen.buttons["export"].hasFocus()
    desk.session.batch.ask_file = Answered(tmp_path / "out.csv")
    desk.press(Qt.Key.Key_Return)
    desk.bot.waitUntil((tmp_path / "out.csv").exists)
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 8
    assert '"\'=短信100"' in lines[1]


def test_a_file_dropped_on_the_page_is_opened_there(
    desk: Desk, worker: FakeWorker, tmp_path: Path
) -> None:
    assert not worker.closed
    screen = opened(desk, None)
    desk.window.file_dropped.emit(str(a_file(tmp_path)))
    wait_for(desk, screen, BatchState.OPENED)
    assert desk.shows(screen)
    desk.window.show_screen(desk.window.paste_screen)
    desk.window.file_dropped.emit(str(a_file(tmp_path)))
    desk.wait_for_answer()  # anywhere else a file is one text to check


def checked(desk: Desk, tmp_path: Path, count: int = 7) -> BatchScreen:
    screen = opened(desk, a_file(tmp_path, count))
    wait_for(desk, screen, BatchState.OPENED)
    screen.buttons["start"].click()
    wait_for(desk, screen, BatchState.DONE)
    return screen


def test_answers_are_sorted_and_filtered(desk: Desk, worker: FakeWorker, tmp_path: Path) -> None:
    assert not worker.closed
    screen = checked(desk, tmp_path)
    assert shown(screen.model) == [1, 2, 3, 4, 5, 6, 7]
    screen.buttons["sort"].click()
    assert shown(screen.model) == [2, 5, 1, 4, 7, 3, 6]
    screen.buttons["sort_back"].click()
    screen.filters.buttons[1].click()
    assert shown(screen.model) == [2, 5]
    assert screen.filters.buttons[1].text() == "像诈骗 2"
    screen.filters.buttons[0].click()
    screen.search.field.setText("103")
    assert shown(screen.model) == [4]
    screen.search.field.setText("客服")
    assert len(shown(screen.model)) == 7


def test_stopping_keeps_what_was_found(desk: Desk, worker: FakeWorker, tmp_path: Path) -> None:
    screen = opened(desk, a_file(tmp_path, 1000))
    wait_for(desk, screen, BatchState.OPENED)
    worker.halts_at = 400
    worker.gate.clear()
    screen.buttons["start"].click()
    desk.bot.waitUntil(lambda: screen.model.judged() == 400)
    screen.buttons["stop"].click()
    assert screen.state is BatchState.DONE
    QTest.qWait(60)
    assert screen.model.judged() == 400
    assert "停下了" in screen.said.text()


def test_a_broken_file_is_said_calmly(desk: Desk, worker: FakeWorker, tmp_path: Path) -> None:
    assert not worker.closed
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 nothing")
    screen = opened(desk, tmp_path / "a.xlsx")
    desk.bot.waitUntil(screen.notice.isVisible)
    assert screen.notice.error is not None
    assert screen.notice.error.reference == "batch-unreadable"
    assert screen.buttons["open"].isVisible()


def test_a_process_that_dies_loses_nothing_found(
    desk: Desk, worker: FakeWorker, tmp_path: Path
) -> None:
    screen = opened(desk, a_file(tmp_path, 1000))
    wait_for(desk, screen, BatchState.OPENED)
    worker.halts_at = 400
    worker.error = UserFacingError("batch-stopped")
    screen.buttons["start"].click()
    wait_for(desk, screen, BatchState.DONE)
    assert screen.model.judged() == 400
    assert screen.notice.isVisible()


def test_an_export_that_fails_loses_nothing(desk: Desk, worker: FakeWorker, tmp_path: Path) -> None:
    assert not worker.closed
    screen = checked(desk, tmp_path)
    desk.session.batch.ask_file = Answered(tmp_path / "nowhere" / "out.csv")
    screen.buttons["export"].click()
    desk.bot.waitUntil(screen.notice.isVisible)
    assert len(shown(screen.model)) == 7


def test_the_model_keeps_qts_rules_while_rows_arrive(
    desk: Desk, worker: FakeWorker, tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    assert not worker.closed
    screen = opened(desk, a_file(tmp_path, 450))
    wait_for(desk, screen, BatchState.OPENED)
    qtmodeltester.check(screen.model)  # type: ignore[no-untyped-call]
    screen.buttons["start"].click()
    wait_for(desk, screen, BatchState.DONE)
    screen.model.show(VerdictLevel.DANGER, "", worst_first=True)


@pytest.mark.parametrize("state", ["empty", "opened", "done"])
def test_nothing_is_cut_off_or_too_small(
    desk: Desk, worker: FakeWorker, tmp_path: Path, state: str
) -> None:
    assert not worker.closed
    if state == "done":
        screen = checked(desk, tmp_path)
        screen.table.selectRow(1)
    else:
        screen = opened(desk, a_file(tmp_path) if state == "opened" else None)
        wait_for(desk, screen, BatchState[state.upper()])
    assert wrong_with(desk.window, screen) == []
    assert nameless(screen) == []
    assert beyond_tab(desk.window, screen) == []


@pytest.fixture
def real_worker(application: Application, tmp_path: Path) -> Iterator[BatchWorker]:
    made = BatchWorker(Paths(RESOURCES, application.paths.home or tmp_path), Language.ZH)
    yield made
    made.close()


def test_the_process_of_its_own_reads_and_judges(real_worker: BatchWorker, tmp_path: Path) -> None:
    opened_table = real_worker.open(OpenTable(a_file(tmp_path)))
    assert opened_table.count == 7
    judged = real_worker.judge(JudgeRows(1, 0, 7))
    assert judged.texts[0] == "=短信100"
    with pytest.raises(UserFacingError) as caught:
        real_worker.open(OpenTable(tmp_path / "no such file"))
    assert caught.value.reference == "batch-unreadable"


def test_a_process_that_was_stopped_says_so(
    real_worker: BatchWorker, tmp_path: Path, qtbot: QtBot
) -> None:
    assert qtbot
    real_worker.open(OpenTable(a_file(tmp_path)))
    real_worker.close()
    with pytest.raises(UserFacingError) as caught:
        real_worker.judge(JudgeRows(1, 0, 7))
    assert caught.value.reference == "batch-stopped"


def test_the_window_does_not_wait_for_a_process_that_ends(tmp_path: Path) -> None:
    @dataclass
    class Process:
        terminated: bool = False

        def terminate(self) -> None:
            self.terminated = True

        def join(self, _seconds: float | None = None) -> None:
            raise AssertionError("the window waited")

    made = BatchWorker(Paths(RESOURCES, tmp_path), Language.ZH)
    made._process = process = Process()  # type: ignore[assignment] # all that is asked of one
    made.close()
    assert process.terminated


def test_answers_are_counted_at_once_and_painted_together(desk: Desk, worker: FakeWorker) -> None:
    assert not worker.closed
    screen = opened(desk, None)
    painted: list[int] = []
    screen.model.rowsInserted.connect(lambda _parent, first, last: painted.append(last - first + 1))
    for start in (0, 2, 4):
        screen.take(JudgedRows(start, ("甲", "乙"), LEVELS[:2], ("", ""), ("", "")))
    assert (screen.model.judged(), painted) == (6, [])
    screen.say_progress()
    assert painted == [6]
    assert screen.progress.value() == 6 or screen.progress.maximum() < 6


def test_a_hundred_thousand_rows_are_sorted_and_filtered_in_a_blink(
    desk: Desk, worker: FakeWorker
) -> None:
    assert not worker.closed
    screen = opened(desk, None)
    count = 100_000
    texts = tuple(f"短信{place}" for place in range(count))
    levels = tuple(LEVELS[place % 3] for place in range(count))
    screen.model.take(JudgedRows(0, texts, levels, ("",) * count, ("",) * count))
    began = time.perf_counter()
    screen.model.show(None, "短信9", worst_first=True)
    assert time.perf_counter() - began < 2  # generous: it must never look frozen
    assert len(shown(screen.model)) == 11_111
