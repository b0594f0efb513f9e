"""From a verdict to the same story, to help, and to paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.assembly import Application
from app.desktop.main_window import MainWindow
from app.desktop.paper_press import document_of
from app.desktop.session import Session
from app.desktop.widgets.step_list import LargeNumber
from app.desktop.widgets.story_table import StoryRow
from app.desktop.widgets.text_block import TextBlock
from app.host.settings import Settings
from app.model.language import Language
from app.model.scam_category import ScamCategory
from app.presentation.verdict_card import VerdictCard

from .cards import a_card
from .desk import Desk, FakeChecker
from .test_layout import settle

POLICE = "我是市公安局的民警，您名下的卡涉嫌洗钱。案件保密，不要告诉家人。我的卡6222021234567890"
A4 = QSizeF(510, 757)  # points, less margins
A5 = QSizeF(375, 550)


@pytest.fixture
def real(qtbot: QtBot, application: Application) -> Iterator[Desk]:
    """A window with the real engine behind it, and a red answer shown."""
    window = MainWindow(application.catalog, Settings("zh", 100, "light"), Language.ZH)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    session = Session(application, window)
    qtbot.waitUntil(lambda: session.controller.is_prepared, timeout=20000)
    desk = Desk(qtbot, window, session, FakeChecker())
    window.paste_screen.put(POLICE)
    window.paste_screen.submit()
    desk.wait_for_answer()
    yield desk
    session.close()


def card_of(desk: Desk) -> VerdictCard:
    card = desk.session.verdict_screen.card
    assert card is not None
    return card


def texts(desk: Desk) -> str:
    settle()
    screen = desk.window.current_screen()
    assert screen is not None
    return "\n".join(each.text() for each in screen.findChildren(TextBlock) if each.isVisible())


def test_the_verdict_says_what_they_will_do_next(real: Desk) -> None:
    story = card_of(real).story
    assert story is not None
    assert "他接下来会这样做" in texts(real)
    assert story.coming()[0] in texts(real)


def test_the_story_stands_beside_the_persons_words(real: Desk) -> None:
    view = real.session.verdict_screen.view
    assert view is not None
    real.press(Qt.Key.Key_Space, widget=view.story)
    assert real.shows(real.session.crisis.story_screen())
    rows = real.session.crisis.story_screen().findChildren(StoryRow)
    assert len(rows) == 5
    assert "“案件保密”" in texts(real)
    real.press(Qt.Key.Key_Escape)
    assert real.shows(real.session.verdict_screen)


def test_the_story_follows_the_language(real: Desk) -> None:
    real.session.crisis.open_story(card_of(real))
    real.window.switch_language()
    real.bot.waitUntil(lambda: "What to say" in texts(real), timeout=20_000)
    real.bot.waitUntil(lambda: "Posing as police" in texts(real), timeout=20_000)


def test_a_volunteer_reaches_every_story_without_a_verdict(real: Desk) -> None:
    real.window.action_bar.help.click()
    real.session.crisis.help_screen().helper.click()
    screen = real.session.crisis.story_screen()
    assert real.shows(screen)
    assert "真民警不怕核实" in texts(real)
    for category in ScamCategory:
        screen.scripts[category].click()
        assert "记住这一句" in texts(real)
    real.window.switch_language()
    assert "Remember this" in texts(real)


def test_an_alarm_without_a_script_offers_the_helpers_page(desk: Desk) -> None:
    desk.session.verdict_screen.show_card(a_card("danger"))
    desk.window.show_screen(desk.session.verdict_screen)
    view = desk.session.verdict_screen.view
    assert view is not None
    view.story.click()
    assert desk.shows(desk.session.crisis.story_screen())
    assert "可以这样说" in texts(desk)


@pytest.mark.parametrize("level", ["official", "unknown", "unfinished"])
def test_without_an_alarm_nobody_has_to_be_talked_out_of_it(desk: Desk, level: str) -> None:
    desk.session.verdict_screen.show_card(a_card(level))
    desk.window.show_screen(desk.session.verdict_screen)
    settle()
    view = desk.session.verdict_screen.view
    assert view is not None
    assert not view.story.isVisible()
    assert view.slip.isVisible()


def test_help_shows_public_numbers_then_the_familys(real: Desk) -> None:
    real.session.crisis.know_family(("13800138000", "010-12345678", "1", "2"))
    real.window.action_bar.help.click()
    screen = real.session.crisis.help_screen()
    shown = [each.digits.text() for each in screen.findChildren(LargeNumber) if each.isVisible()]
    assert sorted(shown) == sorted(("110", "96110", "12321", "13800138000", "010-12345678", "1"))


def test_the_words_for_a_relative_hold_nothing_that_was_pasted(real: Desk) -> None:
    real.window.action_bar.help.click()
    screen = real.session.crisis.help_screen()
    screen.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert card_of(real).headline in copied
    assert "6222" not in copied
    assert "市公安局的民警" not in copied


def test_help_from_home_speaks_of_no_answer(real: Desk) -> None:
    real.window.go_back()
    real.window.action_bar.help.click()
    assert "拿不准的事" in real.session.crisis.help_screen().message.text()


def test_the_slip_becomes_a_pdf_of_one_page(real: Desk, tmp_path: Path) -> None:
    view = real.session.verdict_screen.view
    assert view is not None
    view.slip.click()
    papers = real.session.crisis.papers
    assert real.shows(papers.slip_screen())
    assert "-0001" in texts(real)
    file = tmp_path / "slip.pdf"
    papers.ask_for_file = lambda _: str(file)
    papers.slip_screen().save_pdf.click()
    pdf = file.read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert pdf.count(b"/Type /Page\n") == 1
    assert papers.slip_screen().note.text() == "存好了。"


@pytest.mark.parametrize("level", ["danger", "caution", "official", "unknown", "unfinished"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", [A4, A5])
def test_every_verdicts_slip_fits_one_page(
    desk: Desk, level: str, language: str, page: QSizeF
) -> None:
    card = a_card(level, language)
    long = (
        "对方要您做的事，正是骗子常要人做的事，" * 6 if language == "zh" else "They want it. " * 14
    )
    card = replace(
        card, reasons=tuple(replace(each, text=long) for each in (*card.reasons,) * 2)[:3]
    )
    paper = desk.session.crisis.papers._paper(card)
    document = document_of(paper, page)
    assert document.pageCount() == 1
    assert card.headline in document.toPlainText()
    assert card.dial in document.toPlainText()


def test_codes_do_not_come_twice(real: Desk) -> None:
    papers = real.session.crisis.papers
    papers.open_slip(card_of(real))
    papers.forget()
    papers.open_slip(card_of(real))
    assert "-0002" in texts(real)


def test_forgetting_takes_the_persons_words_from_the_story(real: Desk) -> None:
    real.session.crisis.open_story(card_of(real))
    real.session.crisis.forget()
    assert "案件保密" not in texts(real)
