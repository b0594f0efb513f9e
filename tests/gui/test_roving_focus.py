"""Tiles by keyboard: one stop of Tab for a group, arrow keys within it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.desktop.screens.call_screen import CallScreen
from app.desktop.widgets.question_form import QuestionForm

from .desk import Desk
from .test_layout import in_view, settle
from .test_questions import asked
from .walk import round_by_keyboard

Key = Qt.Key


def called(desk: Desk) -> CallScreen:
    desk.window.activateWindow()
    desk.press(Key.Key_F2)
    settle()
    return desk.session.crisis.call_screen()


def here() -> QWidget | None:
    return QApplication.focusWidget()


def test_tab_passes_all_tiles_of_a_call_in_two_steps(desk: Desk) -> None:
    screen = called(desk)
    said, claimed = list(screen._said.values()), list(screen._claimed.values())
    assert here() is said[0]
    desk.press(Key.Key_Tab)
    assert here() is claimed[0]
    desk.press(Key.Key_Tab)
    assert here() is screen.hold_up


def test_arrows_follow_the_picture_and_press_nothing(desk: Desk) -> None:
    screen = called(desk)
    tiles = list(screen._said.values())
    desk.press(Key.Key_Right)
    assert here() is tiles[1]
    desk.press(Key.Key_Down)
    below = here()
    assert below in tiles
    assert below.geometry().center().x() == tiles[1].geometry().center().x()
    assert below.y() > tiles[1].y()
    desk.press(Key.Key_Up)
    assert here() is tiles[1]
    desk.press(Key.Key_Left)
    desk.press(Key.Key_Left)
    desk.press(Key.Key_Up)
    assert here() is tiles[0]  # at the edge one stays
    assert screen.submission().text == ""


def test_home_and_end_go_to_either_end_of_the_group(desk: Desk) -> None:
    tiles = list(called(desk)._said.values())
    desk.press(Key.Key_End)
    assert here() is tiles[-1]
    desk.press(Key.Key_Down)
    assert here() is tiles[-1]
    desk.press(Key.Key_Home)
    assert here() is tiles[0]


def test_tab_comes_back_to_the_tile_one_left(desk: Desk) -> None:
    screen = called(desk)
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Tab, Key.Key_Backtab):
        desk.press(key)
    assert here() is list(screen._said.values())[2]


def test_a_tile_that_was_clicked_is_where_tab_goes_on_from(desk: Desk) -> None:
    screen = called(desk)
    desk.checker.level = "unknown"
    QTest.mouseClick(screen.tile("add_contact"), Qt.MouseButton.LeftButton)
    desk.press(Key.Key_Tab)
    assert here() is next(iter(screen._claimed.values()))
    desk.press(Key.Key_Backtab)
    assert here() is screen.tile("add_contact")


def test_where_the_arrows_lead_is_in_view_with_the_largest_letters(desk: Desk) -> None:
    desk.window.resize(1024, 768)
    for _ in range(4):
        desk.window.step_scale(1)
    screen = called(desk)
    for key in (Key.Key_End, Key.Key_Home):
        desk.press(key)
        settle()
        now = here()
        assert now is not None
        assert in_view(now, desk.window)
    assert here() is next(iter(screen._said.values()))


def test_the_four_doors_are_one_stop_and_arrows_open_none(desk: Desk) -> None:
    desk.window.activateWindow()
    desk.press(Key.Key_F3)
    settle()
    screen = desk.session.crisis.happened_screen()
    doors = list(screen.doors.values())
    assert here() is doors[0]
    desk.press(Key.Key_Right)
    assert here() is doors[1]
    assert screen.view is None
    desk.press(Key.Key_Space)
    assert screen.view is not None


def test_an_answer_is_pressed_by_arrow_and_space_and_judged(desk: Desk) -> None:
    desk.window.activateWindow()
    form = asked(desk)
    settle()
    round_to_questions(desk, form)
    desk.press(Key.Key_Right)
    second = here()
    assert second is list(form.tiles.values())[1]
    desk.press(Key.Key_Space)
    desk.bot.waitUntil(lambda: len(desk.texts) == 2)
    desk.press(Key.Key_Tab)
    assert here() is form.fields[0]


def round_to_questions(desk: Desk, form: QuestionForm) -> None:
    first = next(iter(form.tiles.values()))
    assert first in round_by_keyboard(desk.window)
    for _ in range(40):
        if here() is first:
            return
        desk.press(Key.Key_Tab)
    raise AssertionError("the questions are out of reach")
