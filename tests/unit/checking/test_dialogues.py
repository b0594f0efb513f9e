import pytest

from app.checking.dialogues import is_dialogue


@pytest.mark.parametrize(
    "text",
    ["对方：您好\n我：哪位", "Caller: Hello\nReceiver: Who is it?", "客服:在吗\n在的\n用户:在"],
)
def test_lines_that_open_with_names_are_a_dialogue(text: str) -> None:
    assert is_dialogue(text)


@pytest.mark.parametrize(
    "text",
    [
        "客服：您好",
        "时间：8:30 地点：二楼",
        "see https://a.com: now",
        "",
        "很长的一句话没有名字只是有冒号：啊\n好",
    ],
)
def test_a_message_with_colons_is_none(text: str) -> None:
    assert not is_dialogue(text)
