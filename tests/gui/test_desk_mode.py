"""A shared computer: nothing of a visitor is left behind."""

import gc
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

from app.desktop.desk.desk_mode import DeskMode
from app.desktop.desk.idle_watch import IDLE_SECONDS
from app.desktop.desk.shift_screen import ShiftScreen
from app.desktop.tool import Tool
from app.model.report import CheckReport
from app.model.submission import Submission
from app.model.verdict import VerdictLevel
from app.presentation.story_board import StoryBoard, StoryLine
from app.presentation.verdict_card import VerdictCard

from .cards import a_card
from .desk import Desk
from .test_history_screen import Answered
from .test_layout import cut_off, settle, visible_widgets
from .walk import beyond_tab, nameless, wrong_with

MARK = "云七雀九"
TEXT = f"我是客服{MARK}，请把屏幕共享给我"
SPOKEN = (
    *("text", "plainText", "toolTip", "accessibleName", "accessibleDescription", "windowTitle"),
    *("placeholderText", "displayText", "whatsThis", "statusTip"),
)
MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


@pytest.fixture
def counter(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DeskMode:
    """A desk, with a temporary folder of its own to look through."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    made = DeskMode(desk.session._application, desk.window, desk.session, "东街")
    desk.bot.addWidget(made.visitor)
    return made


def hand_in(desk: Desk, text: str = TEXT, sender: str = "") -> None:
    desk.window.show_screen(desk.window.paste_screen)
    desk.window.paste_screen.who.setText(sender)
    desk.window.paste_screen.put(text)
    desk.window.paste_screen.submit()
    desk.wait_for_answer()


def words_of(widget: QWidget) -> Iterator[str]:
    """Yield everything a widget says or shows."""
    yield from (str(widget.property(name) or "") for name in SPOKEN)
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QTableView):
        model = widget.model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                yield str(model.index(row, column).data() or "")


def traces(mark: str, folder: Path) -> list[str]:
    """Name every place that still holds `mark`."""
    found = []
    for widget in QApplication.allWidgets():
        found += [f"{widget!r}" for words in words_of(widget) if mark in words]
        if isinstance(widget, QPlainTextEdit | QTextEdit):
            document = widget.document()
            if document.isUndoAvailable() or document.isRedoAvailable():
                found.append(f"{widget!r} can undo")
        if isinstance(widget, QLineEdit) and (widget.isUndoAvailable() or widget.isRedoAvailable()):
            found.append(f"{widget!r} can undo")
    found += [f"{mode}" for mode in MODES if mark in QGuiApplication.clipboard().text(mode)]
    found += [f"{each}" for each in folder.rglob("*") if holds(each, mark)]
    return found


def holds(path: Path, mark: str) -> bool:
    data = path.name.encode() + (path.read_bytes() if path.is_file() else b"")
    return any(mark.encode(encoding) in data for encoding in ("utf-8", "gb18030", "utf-16-le"))


def remembered(mark: str) -> list[object]:
    """Return the program's own records in memory that hold `mark`."""
    gc.collect()
    kinds = (Submission, CheckReport, VerdictCard)
    return [each for each in gc.get_objects() if isinstance(each, kinds) and mark in repr(each)]


def test_one_key_leaves_no_trace_anywhere(desk: Desk, counter: DeskMode, tmp_path: Path) -> None:
    counter.visitor.open_up()
    clipboard = QGuiApplication.clipboard()
    for mode in MODES:
        clipboard.setText(TEXT, mode)
    hand_in(desk, "先前的一段 " + TEXT, sender=MARK)
    hand_in(desk)
    assert traces(MARK, tmp_path)
    assert remembered(MARK)
    desk.press(
        Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    desk.checker.asked.clear()
    assert traces(MARK, tmp_path) == []
    assert remembered(MARK) == []
    assert desk.shows(desk.window.paste_screen)
    desk.window.paste_screen.box.undo()
    assert desk.window.paste_screen.box.toPlainText() == ""
    assert desk.window.paste_screen._restore.isHidden()


def test_every_screen_that_was_opened_is_wiped(
    desk: Desk, counter: DeskMode, tmp_path: Path
) -> None:
    desk.window.take_settings(desk.window.settings._replace(family_numbers=("110",)))
    for tool in desk.session.tools._builders:
        desk.session.tools.open(tool)
        screen = desk.window.current_screen()
        assert screen is not None
        for field in screen.findChildren(QLineEdit):
            if tool is not Tool.SETTINGS:
                field.setText(MARK)
    screen = desk.session.tools._built[Tool.BATCH]
    screen.model.clear((MARK,) * 3)  # type: ignore[attr-defined] # a BatchScreen
    assert traces(MARK, tmp_path)
    counter.wipe()
    assert traces(MARK, tmp_path) == []
    assert desk.window.settings.family_numbers == ("110",)
    desk.session.tools.open(Tool.SETTINGS)
    fields = desk.session.tools._built[Tool.SETTINGS].findChildren(QLineEdit)
    assert fields[0].text() == "110"


def test_the_story_and_the_slip_of_a_visitor_are_wiped(
    desk: Desk, counter: DeskMode, tmp_path: Path
) -> None:
    card = a_card("danger")
    told = StoryBoard((StoryLine("他说他是客服。", (MARK,)),), "别信。")
    card = replace(card, story=told, reasons=(replace(card.reasons[0], text=MARK),))
    desk.session.crisis.open_story(card)
    desk.session.crisis.papers.open_slip(card)
    assert len(traces(MARK, tmp_path)) >= 2
    counter.wipe()
    assert traces(MARK, tmp_path) == []


@pytest.mark.parametrize(
    ("held", "stays"),
    [
        (TEXT, False),
        (TEXT[3:12], False),
        (f"前面 {TEXT} 后面", False),
        (TEXT.replace("，", "， \n"), False),
        ("别人的电话 110", True),
        ("我", True),
    ],
)
def test_a_clipboard_is_emptied_only_where_it_holds_what_was_brought(
    desk: Desk, counter: DeskMode, held: str, *, stays: bool
) -> None:
    hand_in(desk)
    QGuiApplication.clipboard().setText(held)
    counter.wipe()
    assert (QGuiApplication.clipboard().text() == held) is stays


def test_the_words_for_110_do_not_stay_on_the_clipboard(
    desk: Desk, counter: DeskMode, tmp_path: Path
) -> None:
    desk.session.crisis.open_happened()
    screen = desk.session.crisis.happened_screen()
    next(iter(screen.doors.values())).click()
    assert screen.view is not None
    screen.view.form.fields["name"].setText(MARK)
    screen.view.copy.click()
    assert MARK in QGuiApplication.clipboard().text()
    counter.wipe()
    assert traces(MARK, tmp_path) == []


def test_what_was_typed_and_never_checked_is_wiped_too(
    desk: Desk, counter: DeskMode, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setText(TEXT)
    QGuiApplication.clipboard().setMimeData(data)
    desk.write(TEXT)
    counter.wipe()
    assert traces(MARK, tmp_path) == []


def test_an_answer_under_way_does_not_come_after_the_wipe(desk: Desk, counter: DeskMode) -> None:
    desk.checker.gate.clear()
    desk.window.paste_screen.put(TEXT)
    desk.window.paste_screen.submit()
    counter.wipe()
    desk.checker.gate.set()
    QTest.qWait(80)
    assert desk.shows(desk.window.paste_screen)
    assert desk.session.controller._report is None


def test_ninety_seconds_of_idleness_wipe_with_a_countdown_one_can_see(
    desk: Desk, counter: DeskMode
) -> None:
    hand_in(desk)
    code = counter.code
    for _ in range(IDLE_SECONDS - 10):
        counter.watch.tick()
    assert "还有 10 秒清空" in counter.bar.state.text()
    assert counter.bar.state.isVisible()
    for _ in range(10):
        counter.watch.tick()
    assert desk.window.paste_screen.is_empty()
    assert desk.shows(desk.window.paste_screen)
    assert counter.code != code
    assert "还有" not in counter.bar.state.text()


def test_any_key_begins_the_count_anew(desk: Desk, counter: DeskMode) -> None:
    hand_in(desk)
    for _ in range(80):
        counter.watch.tick()
    desk.press(Qt.Key.Key_Down)
    assert counter.watch.left == IDLE_SECONDS
    assert "还有" not in counter.bar.state.text()


def test_nothing_counts_down_while_there_is_nothing_to_wipe(desk: Desk, counter: DeskMode) -> None:
    assert not counter.watch._timer.isActive()
    desk.write("a")
    assert counter.watch._timer.isActive()
    counter.wipe()
    assert not counter.watch._timer.isActive()


def test_the_code_stands_beside_the_verdict_and_changes_with_the_visitor(
    desk: Desk, counter: DeskMode
) -> None:
    hand_in(desk)
    assert counter.code in counter.bar.code.text()
    assert counter.bar.code.isVisible()
    first = counter.code
    counter.wipe()
    assert counter.code != first
    assert desk.session.history.case_code == counter.code


def test_the_visitor_sees_the_verdict_and_nothing_he_brought(desk: Desk, counter: DeskMode) -> None:
    counter.visitor.open_up()
    hand_in(desk)
    said = [words for each in counter.visitor.findChildren(QWidget) for words in words_of(each)]
    assert any("很可能是诈骗" in words for words in said)
    assert any(counter.code in words for words in said)
    assert not any(MARK in words for words in said)
    counter.wipe()
    assert counter.visitor._card is None


def test_visitors_and_checks_are_counted_without_a_word_of_them(
    desk: Desk, counter: DeskMode
) -> None:
    hand_in(desk)
    hand_in(desk)
    counter.wipe()
    hand_in(desk)
    summary = counter.log.summary()
    assert (summary.visitors, summary.checks) == (2, 3)
    assert dict(summary.levels)[VerdictLevel.DANGER] == 3
    assert not any(holds(each, MARK) for each in counter.log._file.parent.iterdir())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("level", [each.value for each in VerdictLevel])
def test_nothing_is_cut_off_on_the_visitors_screen(
    desk: Desk, counter: DeskMode, language: str, level: str
) -> None:
    desk.window.take_settings(desk.window.settings._replace(language=language))
    visitor = counter.visitor
    visitor.open_up()
    for size in ((1024, 700), (1024, 768), (1920, 1080)):
        visitor.resize(*size)
        visitor.show_card(a_card(level, language), counter.code)
        settle()
        assert (visitor.width(), visitor.height()) == size
        assert cut_off(visitor) == []
        assert all(
            each.mapTo(visitor, QPoint(0, each.height())).y() <= size[1]
            for each in visible_widgets(visitor)
        )


def shift_page(desk: Desk, counter: DeskMode) -> ShiftScreen:
    for level in VerdictLevel:
        counter.log.note_check(level)
    desk.session.tools.open(Tool.SHIFT)
    screen = desk.window.current_screen()
    assert isinstance(screen, ShiftScreen)
    return screen


@pytest.mark.parametrize(
    ("name", "beginning"), [("table", b"\xef\xbb\xbf"), ("pdf", b"%PDF"), ("picture", b"\x89PNG")]
)
def test_the_shift_can_be_taken_along(
    desk: Desk, counter: DeskMode, tmp_path: Path, name: str, beginning: bytes
) -> None:
    screen = shift_page(desk, counter)
    counter.ask_file = Answered(tmp_path / "out")
    screen.buttons[name].click()
    content = (tmp_path / "out").read_bytes()
    assert content.startswith(beginning)
    assert len(content) > 200
    counter.ask_file = Answered(tmp_path / "nowhere" / "out")
    screen.buttons[name].click()
    assert screen.notice.error is not None
    assert screen.notice.error.reference == "export-refused"


def test_no_printer_is_said_calmly(
    desk: Desk, counter: DeskMode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    screen = shift_page(desk, counter)
    screen.buttons["print"].click()
    assert screen.notice.isVisible()
    assert "没有找到打印机" in screen.notice._title.text()


def test_a_new_shift_asks_once_more(desk: Desk, counter: DeskMode) -> None:
    screen = shift_page(desk, counter)
    screen.buttons["anew"].click()
    screen.buttons["anew_not"].click()
    assert counter.log.summary().checks == 5
    screen.buttons["anew"].click()
    screen.buttons["anew_now"].click()
    assert counter.log.summary().checks == 0


def test_nothing_is_cut_off_at_a_desk(desk: Desk, counter: DeskMode) -> None:
    screen = shift_page(desk, counter)
    assert wrong_with(desk.window, screen) == []
    assert nameless(screen) == []
    assert beyond_tab(desk.window, screen) == []
