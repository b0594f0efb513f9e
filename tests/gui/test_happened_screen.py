"""Something has happened: the door, the bank, the words for 110, the sheet; by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.assembly import Application
from app.desktop.main_window import MainWindow
from app.desktop.paper_press import document_of, print_to, save_pdf
from app.desktop.screens.happened_screen import HappenedScreen
from app.desktop.session import Session
from app.desktop.widgets.happened_view import HappenedView
from app.desktop.widgets.step_list import LargeNumber
from app.desktop.widgets.text_block import TextBlock
from app.host.settings import Settings
from app.model.language import Language
from app.presentation.paper import Paper, PaperLine, PaperWeight

from .desk import Desk, FakeChecker
from .test_layout import settle


@pytest.fixture
def real(qtbot: QtBot, application: Application) -> Iterator[Desk]:
    """A window with the real register behind it."""
    window = MainWindow(application.catalog, Settings("zh", 100, "light"), Language.ZH)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    session = Session(application, window)
    qtbot.waitUntil(lambda: session.controller.is_prepared, timeout=20000)
    yield Desk(qtbot, window, session, FakeChecker())
    session.close()


def open_money(desk: Desk) -> tuple[HappenedScreen, HappenedView]:
    desk.press(Qt.Key.Key_F3)
    screen = desk.session.crisis.happened_screen()
    desk.press(Qt.Key.Key_Space)
    assert screen.view is not None
    return screen, screen.view


def said(view: HappenedView) -> str:
    return "".join(each.text() for each in view.words if not each.isHidden())


def test_f3_a_door_the_banks_hotline_and_the_words_for_110_by_keyboard(real: Desk) -> None:
    _, view = open_money(real)
    assert "110" in {each.digits.text() for each in view.findChildren(LargeNumber)}
    view.bank.setFocus(Qt.FocusReason.TabFocusReason)
    view.bank.insert("工行")
    real.press(Qt.Key.Key_Return, widget=view.bank)
    real.bot.waitUntil(lambda: bool(view.banks.findChildren(LargeNumber)), timeout=30_000)
    (number,) = view.banks.findChildren(LargeNumber)
    assert number.digits.text() == "95588"
    assert number.accessibleName().startswith("9 5 5 8 8")
    amount = view.form.fields["amount"]
    view.form.fields["time"].insert("三点")
    amount.insert("五万元")
    assert "三点，我转出了五万元。" in said(view)


def test_what_is_filled_in_survives_language_size_and_another_door(real: Desk) -> None:
    screen, view = open_money(real)
    view.form.fields["name"].setText("王芳")
    real.window.switch_language()
    real.window.cycle_scale()
    screen.open_door(list(screen.doors)[1])
    real.press(Qt.Key.Key_Escape)
    real.press(Qt.Key.Key_F3)
    assert screen.view is not None
    assert screen.view is not view
    assert screen.view.form.fields["name"].text() == "王芳"
    assert "My name is 王芳." in said(screen.view)


def test_a_bank_nobody_knows_gets_the_cards_back(real: Desk) -> None:
    screen, view = open_money(real)
    view.bank.setText("没有这家银行")
    view.find_button.click()
    real.bot.waitUntil(lambda: screen._banks is not None, timeout=30_000)
    assert view.banks.findChildren(LargeNumber) == []


def test_the_clock_says_that_it_is_never_too_late(real: Desk) -> None:
    screen, view = open_money(real)
    assert "半个小时" in view.timer.text()
    screen.show_minutes(12)
    assert "12分钟" in view.timer.text()
    screen.show_minutes(95)
    assert "不晚" in view.timer.text()


def test_the_sheet_is_kept_only_when_asked(real: Desk, tmp_path: Path) -> None:
    _, view = open_money(real)
    view.form.fields["name"].setText("王芳")
    file = tmp_path / "a.txt"
    real.session.crisis.papers.ask_for_file = lambda _: str(file)
    assert not file.exists()
    view.save_text.click()
    assert "您的姓名：王芳" in file.read_text("utf-8")
    assert view.note.text() == "存好了。"


def test_a_sheet_that_cannot_be_saved_says_so_and_stays(real: Desk, tmp_path: Path) -> None:
    screen, view = open_money(real)
    view.form.fields["name"].setText("王芳")
    for button in (view.save_text, view.save_pdf):
        real.session.crisis.papers.ask_for_file = lambda _: str(tmp_path / "no" / "a")
        button.click()
        assert "没能存下来" in view.note.text()
    assert screen._answers["name"] == "王芳"


def test_nothing_is_saved_when_the_dialog_is_left(real: Desk, tmp_path: Path) -> None:
    _, view = open_money(real)
    real.session.crisis.papers.ask_for_file = lambda _: ""
    view.save_pdf.click()
    assert list(tmp_path.iterdir()) == []


def test_without_a_printer_pdf_is_offered(real: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    _, view = open_money(real)
    view.print_sheet.click()
    assert "PDF" in view.note.text()


def test_leaving_the_printers_dialog_says_nothing(
    real: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["one"])
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: 0)
    _, view = open_money(real)
    view.print_sheet.click()
    assert view.note.isHidden()


def test_a_printer_gets_the_same_page(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    print_to(printer, Paper((PaperLine("一句"),), 20))
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


def test_clearing_the_sheet_clears_the_words_too(real: Desk) -> None:
    screen, view = open_money(real)
    view.form.fields["name"].setText("王芳")
    view.clear.click()
    assert screen.view is not None
    assert screen.view.form.fields["name"].text() == ""
    assert "王芳" not in said(screen.view)


def test_a_sheet_cleared_by_mistake_comes_back(real: Desk) -> None:
    screen, view = open_money(real)
    assert view.restore.isHidden()
    view.form.fields["name"].setText("王芳")
    view.clear.click()
    assert screen.view is not None
    assert not screen.view.restore.isHidden()
    assert QApplication.focusWidget() is screen.view.restore
    screen.view.restore.click()
    assert screen.view.form.fields["name"].text() == "王芳"
    assert "王芳" in said(screen.view)
    assert screen.view.restore.isHidden()


@pytest.mark.parametrize("going_on", ["typing", "leaving", "wiping"])
def test_who_goes_on_leaves_nothing_to_bring_back(real: Desk, going_on: str) -> None:
    screen, view = open_money(real)
    view.form.fields["name"].setText("王芳")
    view.clear.click()
    match going_on:
        case "typing":
            assert screen.view is not None
            screen.view.form.fields["place"].setText("东街")
        case "leaving":
            real.session.crisis.open_help()
        case _:
            screen.forget()
    assert screen._cleared == {}
    assert screen.view is None or screen.view.restore.isHidden()


def test_forgetting_leaves_neither_answers_nor_an_open_door(real: Desk) -> None:
    screen, view = open_money(real)
    view.form.fields["name"].setText("王芳")
    real.session.crisis.forget()
    assert screen.view is None
    assert screen.words()
    assert "王芳" not in "".join(screen.words())


def test_the_words_can_be_copied(real: Desk) -> None:
    _, view = open_money(real)
    assert view.copied.isHidden()
    view.copy.click()
    assert "我被电信诈骗了" in QGuiApplication.clipboard().text()
    assert "复制好了" in view.copied.text()
    assert not view.copied.isHidden()


def test_enter_goes_from_field_to_field(real: Desk) -> None:
    _, view = open_money(real)
    view.form.fields["name"].setFocus()
    real.press(Qt.Key.Key_Return, widget=view.form.fields["name"])
    assert QApplication.focusWidget() is view.form.fields["identity"]


def test_the_pdf_is_a_pdf_and_markup_stays_text(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    paper = Paper((PaperLine("<b>粗</b>&amp;", PaperWeight.TITLE), PaperLine("一句")), 20)
    save_pdf(paper, tmp_path / "a.pdf", "一")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    document = document_of(paper, QSizeF(500, 700))
    assert document.toPlainText() == "<b>粗</b>&amp;\n一句"


def test_what_may_go_goes_until_one_page_is_enough(qtbot: QtBot) -> None:
    del qtbot
    lines = (PaperLine("要"), *(PaperLine(f"可{place}", may_go=True) for place in range(60)))
    document = document_of(Paper(lines, 20), QSizeF(500, 700))
    assert document.pageCount() == 1
    assert document.toPlainText().startswith("要\n可0")


def test_evidence_is_ticked_by_keyboard_printed_so_and_survives_a_new_size(
    real: Desk, tmp_path: Path
) -> None:
    screen, view = open_money(real)
    real.window.activateWindow()
    settle()
    rows = view.evidence.boxes
    rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    real.press(Qt.Key.Key_Down, widget=rows[0])
    assert QApplication.focusWidget() is rows[1]
    real.press(Qt.Key.Key_Space, widget=rows[1])
    real.window.cycle_scale()
    assert screen.view is not None
    assert [each.isChecked() for each in screen.view.evidence.boxes[:3]] == [False, True, False]
    file = tmp_path / "a.txt"
    real.session.crisis.papers.ask_for_file = lambda _: str(file)
    screen.view.save_text.click()
    text = file.read_text("utf-8")
    assert text.count("√ ") == 1
    assert "√ 通话记录" in text
    assert text.count("□ ") == len(rows) - 1


def test_ticks_are_cleared_with_the_sheet_and_brought_back_with_it(real: Desk) -> None:
    screen, view = open_money(real)
    words = view.evidence.findChildren(TextBlock)[1]
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    assert view.evidence.boxes[0].isChecked()
    view.clear.click()
    assert screen.view is not None
    assert not screen.view.evidence.boxes[0].isChecked()
    assert not screen.view.restore.isHidden()
    screen.view.restore.click()
    assert screen.view.evidence.boxes[0].isChecked()


def test_nothing_is_ticked_for_the_next_visitor(real: Desk) -> None:
    screen, view = open_money(real)
    view.evidence.boxes[0].click()
    screen.forget()
    screen.open_door(next(iter(screen.doors)))
    assert screen.view is not None
    assert not any(each.isChecked() for each in screen.view.evidence.boxes)
    assert screen.view.restore.isHidden()
