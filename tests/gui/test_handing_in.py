"""From the keyboard to the check."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.desktop.widgets.big_button import BigButton
from app.model.submission import Channel, Submission

from .desk import Desk

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def test_enter_checks_what_is_written(desk: Desk) -> None:
    desk.write("0095152")
    desk.press(Qt.Key.Key_Return)
    desk.wait_for_answer()
    assert desk.texts == ["0095152"]


def test_the_number_pads_enter_checks_too(desk: Desk) -> None:
    desk.write("95152")
    desk.press(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    desk.wait_for_answer()
    assert desk.texts == ["95152"]


def test_control_and_enter_checks_too(desk: Desk) -> None:
    desk.write("95152")
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.wait_for_answer()
    assert desk.texts == ["95152"]


def test_shift_and_enter_is_a_new_line_and_no_check(desk: Desk) -> None:
    desk.write("一")
    desk.press(Qt.Key.Key_Return, SHIFT)
    desk.write("二")
    assert desk.window.paste_screen.text() == "一\n二"
    assert desk.texts == []


def test_enter_inside_an_input_methods_composition_does_not_check(desk: Desk) -> None:
    box = desk.window.paste_screen.box
    QApplication.sendEvent(box, QInputMethodEvent("nihao", []))
    desk.press(Qt.Key.Key_Return)
    assert not desk.shows(desk.session.verdict_screen)
    assert desk.texts == []
    committed = QInputMethodEvent()
    committed.setCommitString("你好")
    QApplication.sendEvent(box, committed)
    desk.press(Qt.Key.Key_Return)
    desk.wait_for_answer()
    assert desk.texts == ["你好"]


def test_enter_in_the_senders_field_does_not_check_while_composing(desk: Desk) -> None:
    sender = desk.window.paste_screen.who
    desk.write("您有一个包裹")
    sender.setFocus()
    QApplication.sendEvent(sender, QInputMethodEvent("zhongguo", []))
    desk.press(Qt.Key.Key_Return, widget=sender)
    assert desk.texts == []


def test_a_paste_into_the_empty_window_checks_at_once(desk: Desk) -> None:
    desk.copy("请把钱转入安全账户")
    desk.press(Qt.Key.Key_V, CTRL)
    desk.wait_for_answer()
    assert desk.texts == ["请把钱转入安全账户"]


def test_a_paste_checks_at_once_wherever_the_keyboard_is(desk: Desk) -> None:
    desk.copy("95152")
    button = desk.window.findChildren(BigButton)[0]
    button.setFocus()
    desk.press(Qt.Key.Key_V, CTRL, widget=button)
    desk.wait_for_answer()
    assert desk.texts == ["95152"]


def test_a_paste_into_a_text_is_added_and_waits_for_enter(desk: Desk) -> None:
    desk.write("来电号码：")
    desk.copy("95152")
    desk.press(Qt.Key.Key_V, CTRL)
    assert desk.window.paste_screen.text() == "来电号码：95152"
    assert desk.texts == []


def test_a_paste_on_the_verdict_screen_is_a_new_check(desk: Desk) -> None:
    desk.write("旧的")
    desk.press(Qt.Key.Key_Return)
    desk.wait_for_answer()
    desk.copy("新的")
    desk.press(Qt.Key.Key_V, CTRL, widget=desk.window)
    desk.bot.waitUntil(lambda: desk.texts == ["旧的", "新的"])
    assert desk.window.paste_screen.text() == "新的"


def test_the_first_button_pastes_and_checks(desk: Desk) -> None:
    desk.copy("95152")
    desk.window.paste_screen.paste_and_check()
    desk.wait_for_answer()
    assert desk.texts == ["95152"]


def test_pasting_nothing_says_so_and_checks_nothing(desk: Desk) -> None:
    desk.window.paste_screen.paste_and_check()
    assert "剪贴板里没有文字" in desk.window.paste_screen._note.text()
    assert desk.texts == []


def test_html_on_the_clipboard_arrives_as_plain_text(desk: Desk) -> None:
    mime = QMimeData()
    mime.setHtml("<b>粗</b>")
    mime.setText("<b>粗</b>")
    desk.window.paste_screen.box.insertFromMimeData(mime)
    desk.wait_for_answer()
    assert desk.texts == ["<b>粗</b>"]


def test_the_newest_paste_wins(desk: Desk) -> None:
    answers: list[str] = []
    desk.session.controller.answered.connect(lambda card: answers.append(card.text))
    desk.checker.gate.clear()
    for number in range(20):
        desk.session.controller.submit(Submission(f"第{number}个"))
    desk.checker.gate.set()
    desk.bot.waitUntil(lambda: answers == ["第19个"], timeout=20_000)
    QTest.qWait(50)
    assert answers == ["第19个"]


def test_a_door_sets_the_channel_and_nothing_else(desk: Desk) -> None:
    screen = desk.window.paste_screen
    screen._doors[Channel.CALL].click()
    screen._doors[Channel.LINK].click()
    desk.write("https://example.com")
    desk.press(Qt.Key.Key_Return, widget=screen.box)
    desk.wait_for_answer()
    assert desk.checker.asked == [Submission("https://example.com", None, Channel.LINK)]


def test_no_door_means_no_channel(desk: Desk) -> None:
    screen = desk.window.paste_screen
    screen._doors[Channel.CALL].click()
    screen._doors[Channel.CALL].click()
    assert screen.channel() is None


def test_the_sender_goes_with_the_text(desk: Desk) -> None:
    desk.window.paste_screen.who.setText(" 95588 ")
    desk.write("您的账户")
    desk.press(Qt.Key.Key_Return, widget=desk.window.paste_screen.box)
    desk.wait_for_answer()
    assert desk.checker.asked == [Submission("您的账户", "95588")]


def test_a_sender_alone_is_looked_up_itself(desk: Desk) -> None:
    desk.window.paste_screen.who.setText("95588")
    desk.press(Qt.Key.Key_Return, widget=desk.window.paste_screen.who)
    desk.wait_for_answer()
    assert desk.checker.asked == [Submission("95588")]


def test_escape_goes_back_and_keeps_the_text(desk: Desk) -> None:
    desk.write("别丢了我")
    desk.press(Qt.Key.Key_Return)
    desk.wait_for_answer()
    desk.press(Qt.Key.Key_Escape)
    assert desk.shows(desk.window.paste_screen)
    assert desk.window.paste_screen.text() == "别丢了我"
    assert desk.window.paste_screen.box.hasFocus()
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.paste_screen.text() == "别丢了我"


def test_what_is_cleared_comes_back(desk: Desk) -> None:
    screen = desk.window.paste_screen
    desk.write("别丢了我")
    screen.clear()
    assert screen.text() == ""
    screen._restore.click()
    assert screen.text() == "别丢了我"
    screen.clear()
    screen.box.undo()
    assert screen.text() == "别丢了我"


def test_check_another_empties_the_box_but_keeps_the_text_at_hand(desk: Desk) -> None:
    desk.write("第一个")
    desk.press(Qt.Key.Key_Return)
    desk.wait_for_answer()
    desk.window.start_again()
    screen = desk.window.paste_screen
    assert screen.text() == ""
    assert screen._restore.isVisible()


def test_a_very_long_text_is_taken_whole_and_quickly(desk: Desk) -> None:
    text = "安全账户" * 500_000
    desk.copy(text)
    desk.press(Qt.Key.Key_V, CTRL)
    desk.wait_for_answer()
    assert desk.texts == [text]
    assert len(desk.window.paste_screen.box.toPlainText()) < 30_000
    desk.window.go_back()
    assert desk.window.paste_screen.text() == text
    assert not desk.window.paste_screen._note.isHidden()


def test_odd_characters_do_no_harm(desk: Desk) -> None:
    for odd in ("\x00\x01", "a\ud800b", "\u202eabc", "<img src=x>", "\ud83d\ude00👨‍👩‍👧"):
        desk.window.take_new(odd)
        desk.bot.waitUntil(lambda: len(desk.texts) > 0)
        desk.wait_for_answer()
        desk.window.start_again()


def test_answers_to_the_questions_are_checked_with_the_text(desk: Desk) -> None:
    desk.checker.level = "unknown"
    desk.write("13800000000")
    desk.press(Qt.Key.Key_Return)
    desk.wait_for_answer()
    view = desk.session.verdict_screen.view
    assert view is not None
    assert view.questions is not None
    view.questions.fields[0].setText("共享屏幕")
    view.questions.button.click()
    desk.bot.waitUntil(lambda: len(desk.texts) == 2)
    assert desk.texts[1] == "13800000000\n他要我共享屏幕。"


def test_a_wait_is_explained(desk: Desk) -> None:
    desk.bot.waitUntil(lambda: desk.session.controller.is_prepared)
    desk.checker.gate.clear()
    desk.write("95152")
    desk.press(Qt.Key.Key_Return)
    note = desk.window.paste_screen._note
    assert note.isHidden()
    desk.bot.waitUntil(note.isVisible, timeout=20_000)
    assert "正在查" in note.text()
    desk.checker.gate.set()
    desk.wait_for_answer()
