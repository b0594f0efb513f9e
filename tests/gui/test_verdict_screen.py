"""The answer as it is shown."""

from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.desktop.screens.verdict_screen import VerdictScreen
from app.desktop.style import Style
from app.desktop.theme import HEADLINE_SPACING, LIGHT, Theme
from app.desktop.widgets.flow_row import FlowRow
from app.desktop.widgets.step_list import LargeNumber
from app.desktop.widgets.text_block import TextBlock, utf16_length, written
from app.model.language import Language
from app.model.text_span import Span
from app.presentation.verdict_card import VerdictCard
from tests.shipped import shipped_words

from .cards import TEXT, a_card
from .desk import Desk


def a_style(language: Language = Language.ZH, scale: float = 1.0) -> Style:
    return Style(shipped_words(language), Theme(LIGHT, scale))


def a_screen(qtbot: QtBot) -> VerdictScreen:
    screen = VerdictScreen()
    qtbot.addWidget(screen)
    screen.dress(a_style())
    screen.resize(1200, 700)
    screen.show()
    return screen


def texts(screen: VerdictScreen) -> str:
    assert screen.view is not None
    return "\n".join(each.text() for each in screen.view.findChildren(QLabel))


def test_html_is_shown_letter_by_letter(qtbot: QtBot) -> None:
    screen = a_screen(qtbot)
    text = "<h1>安全</h1><script>alert(1)</script>&amp;"
    screen.show_card(a_card("danger", text=text))
    assert text in texts(screen)
    assert screen.view is not None
    blocks = screen.view.findChildren(QLabel)
    assert all(isinstance(each, TextBlock) for each in blocks)


def test_characters_that_hide_or_turn_writing_are_made_visible(qtbot: QtBot) -> None:
    screen = a_screen(qtbot)
    screen.show_card(a_card("danger", text="安全\u202e账户\u200b\x00\ud800"))
    shown = texts(screen)
    for hidden in "\u202e\u200b\x00\ud800":
        assert hidden not in shown


def test_the_persons_words_are_marked_where_they_stand(qtbot: QtBot) -> None:
    screen = a_screen(qtbot)
    text = "😀😀请把屏幕共享给我"
    screen.show_card(a_card("danger", text=text))
    assert screen.view is not None
    block = next(each for each in screen.view.findChildren(TextBlock) if each.text() == text)
    start = text.index("屏幕共享")
    assert [(mark.start, mark.length) for mark in block._marks] == [(utf16_length(text[:start]), 4)]
    assert utf16_length(text[:start]) == start + 2


def test_a_very_long_text_is_shown_around_the_marked_words(qtbot: QtBot) -> None:
    screen = a_screen(qtbot)
    text = "啊" * 1_000_000 + "屏幕共享" + "吧" * 1_000_000
    card = a_card("danger", text=text)
    screen.show_card(card)
    shown = texts(screen)
    assert "屏幕共享" in shown
    assert len(shown) < 5_000
    assert "没有显示" in shown


def test_sources_are_one_click_away(qtbot: QtBot) -> None:
    screen = a_screen(qtbot)
    screen.show_card(a_card("danger"))
    assert screen.view is not None
    sources = screen.view.sources
    lines = [each for each in sources.findChildren(QLabel) if "2025-12" in each.text()]
    assert lines
    assert not lines[0].isVisible()
    sources.button.click()
    qtbot.waitUntil(lines[0].isVisible)
    assert len(lines) == 1


def test_unfolded_sources_and_answers_outlive_a_new_scale(qtbot: QtBot) -> None:
    screen = a_screen(qtbot)
    screen.show_card(a_card("unknown"))
    assert screen.view is not None
    assert screen.view.questions is not None
    screen.view.questions.fields[0].setText("抖音客服")
    screen.view.sources.button.click()
    screen.dress(a_style(scale=2.0))
    assert screen.view.questions.fields[0].text() == "抖音客服"
    assert screen.view.sources.unfolded


def test_no_widget_of_a_card_ever_becomes_a_window(qtbot: QtBot) -> None:
    screen = a_screen(qtbot)
    screen.show_card(a_card("unknown"))
    assert screen.view is not None
    screen.view.sources.button.click()
    screen.dress(a_style(Language.EN))
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert shown == [screen]


def test_the_number_can_be_read_digit_by_digit(desk: Desk) -> None:
    card = replace(a_card("danger"), dial="96110")
    desk.session.verdict_screen.show_card(card)
    view = desk.session.verdict_screen.view
    assert view is not None
    assert view.action.digits is not None
    assert view.action.digits.text() == "96110"
    assert view.action.digits._font.pixelSize() >= 48


def site_first(level: str) -> VerdictCard:
    card = a_card(level)
    return replace(card, steps=(card.steps[2], card.steps[0], card.steps[1]))


def test_a_listed_address_stands_where_a_number_would(desk: Desk) -> None:
    desk.session.verdict_screen.show_card(site_first("official"))
    view = desk.session.verdict_screen.view
    assert view is not None
    assert view.action.digits is None
    shown = [each.text() for each in view.action.findChildren(QLabel)]
    assert shown.count("www.douyin.com") == 1
    assert "110" in shown


def test_a_danger_always_shows_the_number_whatever_the_first_step_is(desk: Desk) -> None:
    desk.session.verdict_screen.show_card(site_first("danger"))
    view = desk.session.verdict_screen.view
    assert view is not None
    assert view.action.digits is not None
    assert view.action.digits.text() == "96110"


def test_no_other_number_is_as_large_as_the_one_to_dial(desk: Desk) -> None:
    desk.session.verdict_screen.show_card(a_card("danger"))
    view = desk.session.verdict_screen.view
    assert view is not None
    sizes = {each.digits.text(): each.digits for each in view.action.findChildren(LargeNumber)}
    assert sizes["110"]._font.pixelSize() < sizes["96110"]._font.pixelSize()


def test_words_that_the_reason_says_already_are_not_quoted_again(desk: Desk) -> None:
    card = a_card("danger")
    reason = replace(card.reasons[0], text="95152前面多了东西。", quotes=("95152",), rule="")
    desk.session.verdict_screen.show_card(replace(card, reasons=(reason,), text="0095152"))
    assert "“95152”" not in texts(desk.session.verdict_screen)


def test_a_very_long_headline_grows_smaller(desk: Desk) -> None:
    screen = desk.session.verdict_screen
    sizes = []
    for headline in ("This number is on the list", "This address belongs to the Bank of Somewhere"):
        screen.show_card(replace(a_card("official", "en"), headline=headline))
        assert screen.view is not None
        sizes.append(screen.view.banner.headline._font.pixelSize())
    assert sizes[0] > sizes[1] >= 36


def test_quotation_marks_keep_close_to_english_words(qtbot: QtBot) -> None:
    theme = Theme(LIGHT)
    straight = written(theme, 'posing as "a friend", it says')
    curly = written(theme, "posing as “a friend”, it says")
    for each in (straight, curly):
        qtbot.addWidget(each)
    assert curly.sizeHint().width() < straight.sizeHint().width() + theme.body / 2


def test_letters_that_hang_below_the_line_are_not_cut_off(qtbot: QtBot) -> None:
    theme = Theme(LIGHT)
    block = written(theme, "gjpqy", theme.headline, bold=True, spacing=HEADLINE_SPACING)
    qtbot.addWidget(block)
    layout, height = block._layout_for(1000)
    font = QFontMetricsF(block._font)
    line = layout.lineAt(0)
    below = font.tightBoundingRect("gjpqy").bottom()
    assert line.y() + line.ascent() + below <= height


def test_the_number_does_not_lie_on_its_sign(desk: Desk) -> None:
    desk.session.verdict_screen.show_card(a_card("danger"))
    desk.window.show_screen(desk.session.verdict_screen)
    QApplication.processEvents()
    view = desk.session.verdict_screen.view
    assert view is not None
    rows = view.findChildren(FlowRow)
    assert rows
    for row in rows:
        boxes = [each.geometry() for each in row._lines.shown()]
        for index, box in enumerate(boxes):
            assert not any(box.intersects(other) for other in boxes[index + 1 :])


def test_a_screen_reader_hears_what_to_do_and_the_number_digit_by_digit(qtbot: QtBot) -> None:
    screen = a_screen(qtbot)
    assert screen.heard() == ""
    screen.show_card(a_card("danger"))
    assert screen.heard() == (
        "别转钱！很可能是诈骗。 马上挂断电话。 9 6 1 1 0 反诈专线。 先挂断，再打110或96110。"
    )


def test_a_real_announcement_does_no_harm(qtbot: QtBot) -> None:
    QAccessible.setActive(True)
    try:
        screen = a_screen(qtbot)
        screen.show_card(a_card("danger"))
        screen.retell(a_card("danger", "en"))
    finally:
        QAccessible.setActive(False)


def test_marks_may_touch_or_overlap(qtbot: QtBot) -> None:
    screen = a_screen(qtbot)
    card = a_card("danger")
    reason = replace(card.reasons[0], spans=(Span(0, 5), Span(3, 8), Span(20, 22)))
    screen.show_card(replace(card, reasons=(reason,)))
    assert screen.view is not None
    block = next(each for each in screen.view.findChildren(TextBlock) if each.text() == TEXT)
    assert [(mark.start, mark.length) for mark in block._marks] == [(0, 8), (20, 2)]


def test_what_was_found_stands_above_the_two_questions(desk: Desk) -> None:
    reason = a_card("danger").reasons[0]
    desk.session.verdict_screen.show_card(replace(a_card("unknown"), reasons=(reason,)))
    desk.window.show_screen(desk.session.verdict_screen)
    QTest.qWait(50)
    view = desk.session.verdict_screen.view
    assert view is not None
    assert view.questions is not None
    why = next(each for each in view.findChildren(TextBlock) if each.text() == reason.text)
    origin = QPoint(0, 0)
    assert why.mapTo(view, origin).y() < view.questions.mapTo(view, origin).y()
