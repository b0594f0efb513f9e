"""The words for 110 hold what was filled in, and ask for what was not."""

from app.model.crisis import FormField, ScriptLine
from app.model.language import Language, LocalizedText
from app.presentation.police_words import sheet_lines, words_to_read

HELLO = ScriptLine(LocalizedText("你好。", "Hello."), ())
PAID = ScriptLine(
    LocalizedText("{time}转了{amount}。", "At {time} I sent {amount}."),
    ("time", "amount"),
    LocalizedText("说出时间和金额。", "Say time and amount."),
)
NAME = ScriptLine(LocalizedText("我叫{name}。", "I am {name}."), ("name",))
SCRIPT = (HELLO, PAID, NAME)


def test_what_is_filled_in_is_read_in_order() -> None:
    answers = {"time": "三点", "amount": "五万元", "name": "王芳"}
    said = words_to_read(SCRIPT, answers, Language.ZH)
    assert said == ("你好。", "三点转了五万元。", "我叫王芳。")


def test_half_an_answer_asks_for_the_whole() -> None:
    said = words_to_read(SCRIPT, {"time": "3 pm", "name": "  "}, Language.EN)
    assert said == ("Hello.", "Say time and amount.")


def test_braces_in_an_answer_stay_braces() -> None:
    assert words_to_read((NAME,), {"name": "{time}"}, Language.ZH) == ("我叫{time}。",)


def test_an_answer_cannot_break_the_line_or_turn_the_writing() -> None:
    assert words_to_read((NAME,), {"name": "王\n芳\u202e"}, Language.ZH) == ("我叫王 芳␦。",)


def test_the_sheet_has_every_field_even_the_empty_ones() -> None:
    fields = (
        FormField("name", LocalizedText("姓名", "Name"), LocalizedText("", "")),
        FormField("time", LocalizedText("时间", "Time"), LocalizedText("", "")),
    )
    assert sheet_lines(fields, {"time": "3"}, Language.ZH) == (("姓名", ""), ("时间", "3"))
