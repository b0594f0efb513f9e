"""Numbers are said digit by digit, and nothing runs together."""

import pytest

from app.model.language import Language
from app.presentation.spoken_text import spoken_text


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("打110报警。", "打 幺 幺 零 报警。"),
        ("96110", "九 六 幺 幺 零。"),
        ("拨021-95588", "拨 零 二 幺 九 五 五 八 八。"),
        ("等10分钟", "等10分钟。"),
    ],
)
def test_chinese_numbers_are_said_digit_by_digit(said: str, heard: str) -> None:
    assert spoken_text([said], Language.ZH) == heard


def test_english_numbers_are_said_digit_by_digit() -> None:
    assert spoken_text(["Dial 110"], Language.EN) == "Dial 1, 1, 0."


def test_every_sentence_comes_to_an_end_and_empty_ones_are_left_out() -> None:
    assert spoken_text(["别转钱！", "", "先挂断"], Language.ZH) == "别转钱！ 先挂断。"


def test_marks_and_lines_are_not_read() -> None:
    assert spoken_text(["“案件\n保密”"], Language.ZH) == "案件 保密。"
