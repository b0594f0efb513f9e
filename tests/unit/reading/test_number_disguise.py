import pytest

from app.reading.number_disguise import Disguise
from app.reading.number_shapes import ShapeFinder
from tests.number_cases import plan

DISGUISE = Disguise(plan(), ShapeFinder(plan()))


@pytest.mark.parametrize(
    ("text", "lifted"),
    [
        ("请加一三八一二三四五六七八聊", "请加13812345678聊"),
        ("请加1三8一2三4五6七8聊", "请加13812345678聊"),
        ("打138o1234567", "打13801234567"),
        ("打l38|234567o", "打13812345670"),
        ("拨打九五五八八", "拨打95588"),
        ("九五五八八", "95588"),
    ],
)
def test_a_disguised_number_is_lifted_and_keeps_its_length(text: str, lifted: str) -> None:
    assert DISGUISE.lift(text) == lifted


@pytest.mark.parametrize(
    "text",
    [
        "周一13812345678上午",
        "call 13812345678 now",
        "hello oil ill lol",
        "三五二十一",
        "一二三，三二一",
        "看了九五五八八次",
        "9555o",
        "i10",
        "13812345678|13912345678",
    ],
)
def test_other_words_stay_as_they_are(text: str) -> None:
    assert DISGUISE.lift(text) == text
