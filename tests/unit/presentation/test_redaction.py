"""What is kept tells nobody's number, card, identity or name."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.presentation.redaction import redact

SEPARATORS = st.sampled_from(["", " ", "-", "－", ".", "·", " - ", "\u200b", "\u3000"])
DIGITS = st.sampled_from("0123456789")
AROUND = st.text(alphabet="转给卡号电话是，。 \n/:x@a", max_size=12)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("打 13812345678 找我", "打 138****5678 找我"),
        ("138 1234 5678", "138 **** 5678"),
        ("+8613812345678", "+861******5678"),
        ("卡号6222021234567890123", "卡号6222***********0123"),
        ("110101199003071234", "110***************"),
        ("11010119900307123X。", "110***************。"),
        ("１３８１２３４５６７８", "１３８****５６７８"),
        ("幺三八①②③④⑤⑥⑦⑧⑨", "幺三八①****⑥⑦⑧⑨"),
        ("我叫张小红，转账", "我叫张**，转账"),
        ("姓名：欧阳小明", "姓名：欧***"),
        ("My name is John Smith.", "My name is J**********"),
        ("验证码是 482913", "验证码是 ******"),
        ("your code: 4829", "your code: ****"),
        ("https://user:pw@a.example/track?id=1&u=张三 请点", "https://a.example/… 请点"),
        ("a.example/p/13812345678", "a.example/…"),
        ("写信到 wang.li@mail.example", "写信到 ***@mail.example"),
        ("我是王警官，警号013526", "我是王警官，警号******"),
        ("工号3086为您服务", "工号****为您服务"),
        ("工号是：A-3086。", "工号是：******。"),
        ("警号零幺三五二六", "警号******"),
        ("案件编号 2026113", "案件编号 *******"),
        ("3086号客服为您服务", "****号客服为您服务"),
        ("badge number 4471, staff ID: B3086", "badge number ****, staff ID: *****"),
        ("打95152客服热线", "打95152客服热线"),
        ("打 95152 或 110、96110", "打 95152 或 110、96110"),
        ("", ""),
    ],
)
def test_what_is_covered_and_what_stays(text: str, kept: str) -> None:
    assert redact(text) == kept


@given(AROUND, st.lists(st.tuples(DIGITS, SEPARATORS), min_size=11, max_size=11), AROUND)
def test_no_number_of_eleven_digits_survives(
    before: str, number: list[tuple[str, str]], after: str
) -> None:
    digits = "".join(digit for digit, _ in number)
    text = before + "".join(digit + between for digit, between in number) + after
    assert digits not in re.sub(r"\D", "", redact(text))


@given(AROUND, st.text(DIGITS, min_size=16, max_size=19), AROUND)
def test_no_card_survives(before: str, card: str, after: str) -> None:
    kept = redact(before + card + after)
    assert card not in kept
    assert re.search(r"\d{7}", kept) is None


@given(AROUND, st.text(DIGITS, min_size=17, max_size=17), st.sampled_from("0123456789Xx"), AROUND)
def test_no_identity_number_survives(before: str, body: str, check: str, after: str) -> None:
    kept = redact(before + body + check + after)
    assert body not in kept
    assert body[-4:] + check not in kept or body[-4:] + check in before + after


@given(st.text(max_size=300))
def test_no_long_run_of_digits_is_left_in_anything(text: str) -> None:
    assert re.search(r"\d{7}", redact(text)) is None


@given(st.text(max_size=300))
def test_covering_twice_changes_nothing_more_of_the_numbers(text: str) -> None:
    once = redact(text)
    assert re.search(r"\d{7}", redact(once)) is None


def test_a_very_long_text_is_covered_in_good_time() -> None:
    assert "138****5678" in redact("1-" * 50_000 + "。打13812345678。" + "a." * 20_000)
