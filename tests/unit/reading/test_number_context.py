import pytest

from app.reading.number_context import NumberContext
from app.reading.number_shapes import CodeShape, Shape, Trust
from tests.number_cases import plan

CONTEXT = NumberContext(plan().context)


def allows(text: str, digits: str, shape: Shape) -> bool:
    start = text.index(digits)
    return CONTEXT.allows(shape, text, start, start + len(digits))


@pytest.mark.parametrize(
    "text",
    [
        "订单号:110",
        "qq群 110",
        "验证码是110",
        "余额110",
        "第110",
        "110元",
        "110 分钟",
        "3,110",
        "110:30",
    ],
)
def test_three_digits_beside_these_words_are_a_figure(text: str) -> None:
    assert not allows(text, "110", CodeShape("110"))


@pytest.mark.parametrize("text", ["请拨110", "110报警", "拨打110号码", "有事110。", "110平台"])
def test_three_digits_beside_other_words_are_a_number(text: str) -> None:
    assert allows(text, "110", CodeShape("110"))


def test_a_doubtful_code_counts_behind_a_cue_only() -> None:
    doubtful = CodeShape("10000", trust=Trust.CUE)
    assert allows("电信客服10000", "10000", doubtful)
    assert allows("10000打来的", "10000", doubtful)
    assert not allows("赚了10000", "10000", doubtful)


def test_a_latin_word_must_stand_by_itself() -> None:
    assert not allows("加q 95588", "95588", CodeShape("95588"))
    assert allows("faq 95588", "95588", CodeShape("95588"))


@pytest.mark.parametrize(
    ("text", "touches"),
    [
        ("sf95588", True),
        ("95588a", True),
        ("*95588", True),
        ("tel95588", False),
        ("电95588话", False),
    ],
)
def test_digits_of_a_longer_word_are_seen(text: str, touches: bool) -> None:
    start = text.index("95588")
    assert CONTEXT.touches_letters(text, start, start + 5) is touches
