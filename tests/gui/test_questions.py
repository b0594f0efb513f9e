"""The two questions on the purple screen: one press, and it is judged."""

from collections.abc import Callable
from pathlib import Path
from time import sleep

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.assembly import Application
from app.desktop.main_window import MainWindow
from app.desktop.session import Session
from app.desktop.widgets.question_form import QuestionForm
from app.desktop.widgets.text_block import TextBlock
from app.host.clock import FixedClock
from app.host.paths import RESOURCES, Paths
from app.host.settings import Settings
from app.model.language import Language
from app.model.submission import Channel
from app.model.verdict import VerdictLevel

from .approved_pictures import MOMENT
from .desk import Desk
from .walk import beyond_tab, nameless, wrong_with

NUMBER = "17712345678"


def form_of(session: Session) -> QuestionForm:
    view = session.verdict_screen.view
    assert view is not None
    assert view.questions is not None
    return view.questions


def shown_level(desk: Desk) -> VerdictLevel | None:
    card = desk.session.verdict_screen.card
    return card.level if card is not None else None


def words_on(desk: Desk) -> list[str]:
    return [each.text() for each in desk.session.verdict_screen.findChildren(TextBlock)]


def asked(desk: Desk) -> QuestionForm:
    """Check a number of which nothing is known, and return the form."""
    desk.checker.level = "unknown"
    desk.write(NUMBER)
    desk.press(Qt.Key.Key_Return)
    desk.wait_for_answer()
    return form_of(desk.session)


def test_what_is_pressed_is_judged_at_once_and_together_with_the_number(desk: Desk) -> None:
    form = asked(desk)
    form.tiles["bank"].click()
    desk.bot.waitUntil(lambda: len(desk.texts) == 2)
    form.tiles["share_screen"].click()
    desk.bot.waitUntil(lambda: len(desk.texts) == 3)
    assert desk.texts[2].startswith(f"{desk.texts[1]}\n")
    assert desk.texts[1].startswith(f"{NUMBER}\n")
    assert "共享屏幕" in desk.texts[2]


def test_a_number_that_called_stays_a_call_when_words_come_to_it(desk: Desk) -> None:
    desk.window.paste_screen._doors[Channel.CALL].click()
    form = asked(desk)
    form.tiles["share_screen"].click()
    desk.bot.waitUntil(lambda: len(desk.texts) == 2)
    assert desk.checker.asked[1].channel is Channel.CALL


def test_what_decides_nothing_leaves_the_person_where_they_press(desk: Desk) -> None:
    form = asked(desk)
    form.tiles["add_contact"].click()
    desk.bot.waitUntil(lambda: any(each.isVisible() for each in form._so_far))
    assert form_of(desk.session) is form
    line = next(each for each in form._so_far if each.isVisible())
    assert "再点" in line.text()
    assert desk.window.paste_screen.text() == NUMBER


def test_a_wait_is_explained_where_one_presses(desk: Desk) -> None:
    form = asked(desk)
    desk.checker.gate.clear()
    form.tiles["bank"].click()
    desk.bot.waitUntil(lambda: "正在查" in form._so_far[1].text())
    assert form._so_far[1].isVisible()
    desk.checker.gate.set()
    desk.bot.waitUntil(lambda: "再点" in form._so_far[1].text())


def test_an_alarm_is_shown_at_once_and_the_way_back_keeps_the_answers(desk: Desk) -> None:
    form = asked(desk)
    desk.checker.level = "danger"
    form.tiles["share_screen"].click()
    desk.bot.waitUntil(
        lambda: (
            desk.session.verdict_screen.card is not None
            and desk.session.verdict_screen.card.level is VerdictLevel.DANGER
        )
    )
    desk.window.go_back()
    assert desk.window.paste_screen.text().startswith(f"{NUMBER}\n")


def test_a_warning_asks_on_since_the_next_press_may_decide(desk: Desk) -> None:
    form = asked(desk)
    desk.checker.level = "caution"
    form.tiles["install_app"].click()
    desk.bot.waitUntil(lambda: shown_level(desk) is VerdictLevel.CAUTION)
    again = form_of(desk.session)
    assert again is not form
    desk.window.switch_language()
    desk.bot.waitUntil(lambda: "Press" in " ".join(words_on(desk)))
    desk.checker.level = "danger"
    form_of(desk.session).tiles["police"].click()
    desk.bot.waitUntil(lambda: shown_level(desk) is VerdictLevel.DANGER)
    assert desk.texts[-1].count("\n") == 2
    assert desk.session.verdict_screen.view is not None
    assert desk.session.verdict_screen.view.questions is None


def test_a_warning_that_came_of_a_paste_asks_nothing(desk: Desk) -> None:
    asked(desk)
    desk.window.start_again()
    desk.checker.level = "caution"
    desk.write("别的")
    desk.press(Qt.Key.Key_Return)
    desk.bot.waitUntil(lambda: shown_level(desk) is VerdictLevel.CAUTION)
    assert desk.session.verdict_screen.view is not None
    assert desk.session.verdict_screen.view.questions is None


def test_the_last_answer_taken_back_is_no_answer(desk: Desk) -> None:
    form = asked(desk)
    form.tiles["bank"].click()
    desk.bot.waitUntil(lambda: any(each.isVisible() for each in form._so_far))
    form.tiles["bank"].click()
    assert not any(each.isVisible() for each in form._so_far)
    QTest.qWait(50)
    assert len(desk.texts) == 2


def test_the_answers_outlive_a_new_scale(desk: Desk) -> None:
    form = asked(desk)
    form.tiles["bank"].click()
    form.fields[1].setText("物业")
    desk.window.step_scale(1)
    again = form_of(desk.session)
    assert again is not form
    assert again.tiles["bank"].isChecked()
    assert again.fields[1].text() == "物业"


def test_a_result_of_pressed_tiles_is_asked_further_about_those_tiles(desk: Desk) -> None:
    desk.checker.level = "unknown"
    desk.session.crisis.open_call()
    call = desk.session.crisis.call_screen()
    call.tile("bank").click()
    call.result.click()
    desk.wait_for_answer()
    before = desk.texts[-1]
    form_of(desk.session).tiles["pay_first"].click()
    desk.bot.waitUntil(lambda: desk.texts[-1].startswith(f"{before}\n"))


def test_nothing_is_judged_for_a_visitor_who_was_wiped(desk: Desk) -> None:
    form = asked(desk)
    desk.checker.gate.clear()
    desk.checker.level = "danger"
    form.tiles["share_screen"].click()
    desk.session.questions.forget()
    desk.checker.gate.set()
    QTest.qWait(80)
    assert desk.session.verdict_screen.card is not None
    assert desk.session.verdict_screen.card.level is VerdictLevel.UNKNOWN


@pytest.mark.parametrize(("width", "beside"), [(1024, False), (1920, True)])
def test_the_questions_follow_the_steps_and_printing_is_not_far(
    desk: Desk, width: int, *, beside: bool
) -> None:
    desk.window.resize(width, 1000)
    form = asked(desk)
    QTest.qWait(50)
    view = desk.session.verdict_screen.view
    assert view is not None
    steps_end = view.action.mapTo(view, QPoint(0, view.action.height())).y()
    printing = view.slip.mapTo(view, QPoint(0, 0)).y()
    questions = form.mapTo(view, QPoint(0, 0)).y()
    assert (questions > steps_end) is not beside
    assert (steps_end < printing < steps_end + 60) is beside
    desk.window.resize(1920 if width == 1024 else 1024, 1000)
    QTest.qWait(50)
    assert (view.slip.mapTo(view, QPoint(0, 0)).y() < steps_end + 60) is not beside


def test_a_keyboard_and_a_screen_reader_reach_every_tile(desk: Desk) -> None:
    desk.window.resize(1024, 768)  # one column; of two the second begins at the top again
    form = asked(desk)
    screen = desk.session.verdict_screen
    view = screen.view
    assert view is not None
    desk.bot.waitUntil(lambda: view.slip.mapTo(view, QPoint(0, 0)).y() > form.geometry().bottom())
    assert nameless(screen) == []
    assert beyond_tab(desk.window, screen) == []


@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_cut_off_in_the_questions(desk: Desk, language: Language) -> None:
    asked(desk)
    if desk.window.language is not language:
        desk.window.switch_language()
        QTest.qWait(80)
    assert wrong_with(desk.window, desk.session.verdict_screen) == []


@pytest.mark.usefixtures("qtbot")
def test_the_real_engine_decides_by_one_red_tile(tmp_path: Path) -> None:
    application = Application(Paths(RESOURCES, tmp_path), FixedClock(MOMENT))
    window = MainWindow(application.catalog, Settings("zh", welcomed=True), Language.ZH)
    window.show()
    session = Session(application, window)
    try:
        window.paste_screen.put(NUMBER)
        window.paste_screen.submit()
        _until(lambda: session.verdict_screen.card is not None)
        form_of(session).tiles["safe_account"].click()  # a bare number is somebody who called
        _until(
            lambda: (
                session.verdict_screen.card is not None
                and session.verdict_screen.card.level is VerdictLevel.DANGER
            )
        )
        assert session.verdict_screen.card is not None
        assert session.verdict_screen.card.instruction == "马上挂断电话"
    finally:
        session.close()
        window.close()
        window.deleteLater()


def _until(done: Callable[[], bool]) -> None:
    for _ in range(1500):
        if done():
            return
        QTest.qWait(1)  # holds the interpreter, while what is waited for needs it
        sleep(0.01)
    raise AssertionError("waited in vain")
