"""Telling words are looked for in one short message that is addressed to the reader."""

import pytest

from app.checking.knowledge import Knowledge
from app.checking.telling import Telling, is_one_short_message
from app.model.phrases import SignWeight, SlotKind
from tests.builders import a_register, a_slot, an_act, read

TABLE = {"base": -100, "level": 150, "相册": 150, "看过": 120}
REGISTER = a_register(
    a_slot("stance.forbids", SlotKind.FORBIDS, "切勿"), an_act("act.pay", "先转五千")
)


def telling(text: str) -> tuple[str, ...]:
    weights = (SignWeight(a, b) for a, b in TABLE.items())
    knowledge = Knowledge(REGISTER)
    return Telling(weights).of(read(text, REGISTER), knowledge)


def test_the_weightiest_word_comes_first() -> None:
    assert telling("你看过这个相册吗") == ("相册", "看过")


def test_a_warning_tells_nothing() -> None:
    assert telling("你看过这个相册吗，切勿先转五千") == ()


def test_without_a_table_nothing_is_found() -> None:
    assert Telling().of(read("你看过这个相册吗", REGISTER), Knowledge(REGISTER)) == ()


def test_each_reading_is_told_for_itself() -> None:
    finder = Telling(SignWeight(a, b) for a, b in TABLE.items())
    knowledge = Knowledge(REGISTER)
    first, second = read("你看过这个相册吗", REGISTER), read("你好", REGISTER)
    assert [bool(finder.of(each, knowledge)) for each in (first, second, first)] == [
        True,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("您的快递到了", True),
        ("甲：在吗\n乙：在", False),
        ("明天几点\n三点吧\n带伞吗\n带", False),
        ("第一行\n第二行\n第三行\nhttp://xq-pics.top/a", True),
        ("好" * 501, False),
    ],
    ids=["a message", "a dialogue", "a chat without names", "a message in lines", "a letter"],
)
def test_one_short_message_is_told_from_talk(text: str, *, one: bool) -> None:
    assert is_one_short_message(read(text, REGISTER)) is one
