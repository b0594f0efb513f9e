"""Whose words they are is told by the names before the colons."""

import pytest

from app.reading.turns import Turns
from tests.builders import the_patterns

TURNS = Turns(the_patterns().word_sets)


def owners(text: str) -> list[bool]:
    return [is_own for _, is_own in TURNS.of(text)]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("对方:您好\n我:你好", [False, True]),
        ("柜员:办什么业务?\n客户:取钱", [False, True]),
        ("我:在吗\n她:把钱转来", [True, False]),
        ("对方:您好。我:你好", [False, True]),
        ("用户:您的账户异常", [False]),
        ("用户:请打开\n网址:xq.tekkq.com", [False, False]),
    ],
    ids=["a call", "at a counter", "a stranger's name", "in one line", "a salutation", "labels"],
)
def test_a_turn_is_the_reader_s_own_or_not(text: str, own: list[bool]) -> None:
    assert owners(text) == own


def test_the_place_of_a_turn_is_behind_its_colon() -> None:
    text = "对方:您好\n我:你好"
    assert [text[place:][:2] for place, _ in TURNS.of(text)] == ["您好", "你好"]


@pytest.mark.parametrize(
    "text",
    [
        "我:共享屏幕",
        "请共享屏幕",
        "请您在今天之内尽快登录https://a.top/b",
        "请您在今天之内尽快登录:a\n \t  某某 :b",
        "您好,今天下午三点在学校礼堂开会。客户:好的",
        "https://a.top/b",
        "请您在今天之内尽快登录 https://a.top/b",
    ],
)
def test_a_quick_look_sees_the_same_turns(text: str) -> None:
    assert TURNS.any_in(text) is bool(TURNS.of(text))


@pytest.mark.parametrize(("text", "has"), [("我:共享屏幕", True), ("请共享屏幕", False)])
def test_a_text_without_a_colon_has_no_turns(text: str, *, has: bool) -> None:
    assert TURNS.any_in(text) is has


def test_without_names_every_turn_is_somebody_else_s() -> None:
    assert [is_own for _, is_own in Turns(()).of("我:在吗\n她:在")] == [False, False]
