"""Screens with little on them: the next step stands under the words, and nothing useless beside."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.desktop.screens.feed_screen import FeedScreen
from app.desktop.screens.happened_screen import HappenedScreen
from app.desktop.screens.history_screen import HistoryScreen
from app.desktop.tool import Tool
from app.desktop.widgets.big_button import Weight
from app.desktop.widgets.card_to_hold_up import CardToHoldUp
from app.desktop.widgets.glyphs import Glyph
from app.desktop.widgets.wide_bar import WideBar

from .desk import Desk
from .test_feed_screen import OFFERED


def top(widget: QWidget, desk: Desk) -> int:
    return widget.mapTo(desk.window, QPoint(0, 0)).y()


def first_of(screen: HappenedScreen) -> list[QWidget]:
    return [each for each in (screen._first,) if each is not None]


def opened(desk: Desk, tool: Tool) -> QWidget:
    desk.session.tools.open(tool)
    QTest.qWait(50)
    screen = desk.window.current_screen()
    assert screen is not None
    return screen


def test_the_welcome_leads_on_and_not_back(desk: Desk) -> None:
    desk.session.tools.welcome()
    QTest.qWait(50)
    screen = desk.window.current_screen()
    assert not desk.window.head._back.isVisible()
    last, begin = screen._sentences[-1], screen.begin  # type: ignore[union-attr]
    assert top(begin, desk) - top(last, desk) < 150


def test_an_empty_record_shows_the_way_to_turn_it_on_and_no_empty_table(desk: Desk) -> None:
    screen = opened(desk, Tool.HISTORY)
    assert isinstance(screen, HistoryScreen)
    desk.bot.waitUntil(lambda: "没有记录" in screen.state.text())
    assert screen.state.text().startswith("现在没有打开")
    shown = {name for name, button in screen.buttons.items() if button.isVisible()}
    assert shown == {"turn_on"}
    assert screen.buttons["turn_on"].hasFocus()
    assert not screen.table.isVisible()
    assert not screen._detail.isVisible()
    assert top(screen.buttons["turn_on"], desk) < 300


def test_a_record_that_is_not_yet_read_is_not_called_empty(desk: Desk) -> None:
    desk.window.take_settings(desk.window.settings._replace(history=True))
    screen = HistoryScreen()
    desk.window.add_screen(screen)
    assert "没有" not in screen.state.text()
    screen.show_entries((), locked=False)
    assert "没有" in screen.state.text()


def test_a_batch_begins_with_its_button_right_under_what_it_does(desk: Desk) -> None:
    screen = opened(desk, Tool.BATCH)
    said, button = screen.said, screen.buttons["open"]  # type: ignore[attr-defined]
    assert top(button, desk) - top(said, desk) - said.height() < 40


def test_without_a_feed_its_card_is_the_one_thing_to_add(desk: Desk) -> None:
    screen = opened(desk, Tool.FEED)
    assert isinstance(screen, FeedScreen)
    assert screen.card_button._weight is Weight.STRONG
    assert screen.card_button.hasFocus()
    hidden = (screen.update_button, screen.make_button, screen.daily_button)
    assert not any(each.isVisible() for each in hidden)
    assert top(screen.about, desk) < top(screen.card_button, desk)


def test_the_number_to_dial_is_there_before_a_door_is_chosen(desk: Desk) -> None:
    screen = desk.session.crisis.happened_screen()
    desk.window.show_screen(screen)
    QTest.qWait(50)
    (panel,) = first_of(screen)
    assert panel.isVisible()
    heights = {door.height() for door in screen.doors.values()}
    assert min(heights) >= 96
    assert top(panel, desk) < top(screen._comfort, desk)
    screen.open_door(next(iter(screen.doors)))
    QTest.qWait(50)
    assert first_of(screen) == []
    assert max(door.height() for door in screen.doors.values()) < 96


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (1920, 1080)])
def test_a_card_to_hold_up_keeps_a_number_with_its_verb(desk: Desk, size: tuple[int, int]) -> None:
    words = "我可能正被骗子缠着。请帮我挂断电话，打110。别让我转钱。"
    card = CardToHoldUp(words, desk.window.style_now, desk.window)
    card.resize(*size)
    assert "打110。" in card.lines()
    assert card.letters() >= 80
    card.close()


def test_trying_again_and_another_check_have_signs_of_their_own(desk: Desk) -> None:
    assert desk.session.error_screen.panel.button._glyph is Glyph.RETRY
    assert desk.window.head._again._glyph is Glyph.AGAIN


def test_long_texts_scroll_by_a_bar_that_follows_our_colours(desk: Desk) -> None:
    for box in (desk.window.paste_screen.box, desk.session.crash_screen.report):
        assert isinstance(box.verticalScrollBar(), WideBar)


@pytest.mark.parametrize("scale", [100, 200, 250])
def test_the_words_of_a_card_are_never_smaller_than_the_rest(desk: Desk, scale: int) -> None:
    desk.window.take_settings(desk.window.settings._replace(scale=scale))
    screen = opened(desk, Tool.FEED)
    assert isinstance(screen, FeedScreen)
    screen.show_offer(OFFERED)
    size = screen.about._font.pixelSize()
    assert size >= max(28, desk.window.style_now.theme.body)
