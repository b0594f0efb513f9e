import os
import subprocess
import sys

import pytest

from app.model.indicator import Line, PhoneNumber, ShortCode
from app.model.text_span import Span
from app.reading.folding import FoldedText
from tests.number_cases import fold, keys, kind_and_key, reader
from tests.shipped import RESOURCES
from tests.timing import grows_linearly

MOBILE = "+8613812345678"


@pytest.mark.parametrize(
    "written",
    [
        "13812345678",
        "138 1234 5678",
        "138-1234-5678",
        "138.1234.5678",
        "1 3 8 1 2 3 4 5 6 7 8",
        "1-3-8-1-2-3-4-5-6-7-8",
        "１３８１２３４５６７８",
        "①③⑧①②③④⑤⑥⑦⑧",
        "1️⃣3️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣",
        "一三八一二三四五六七八",
        "幺三八幺二三四五六七八",
        "壹叁捌壹贰叁肆伍陆柒捌",
        "1三8一2三4五6七8",
        "138l2345678",
        "I38l234S678".replace("S", "5"),
        "+86 138 1234 5678",
        "0086-138-1234-5678",
        "008613812345678",
        "86-13812345678",
        "8613812345678",
        "(+86)13812345678",
        "013812345678",
    ],
)
def test_a_mobile_is_found_however_it_is_written(written: str) -> None:
    assert keys(f"请联系{written}，谢谢") == [MOBILE]
    assert keys(written) == [MOBILE]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("010-65612308", "+861065612308"),
        ("(010) 6561 2308", "+861065612308"),
        ("01065612308", "+861065612308"),
        ("（0755）83195555", "+8675583195555"),
        ("0086 755 8319 5555", "+8675583195555"),
        ("+86 10 6561 2308", "+861065612308"),
        ("0536-3386666", "+865363386666"),
        ("400-820-5555", "+864008205555"),
        ("4008-205-555", "+864008205555"),
        ("800 830 3811", "+868008303811"),
        ("95588", "95588"),
        ("９５１５２", "95152"),
        ("12381", "12381"),
        ("96110", "96110"),
        ("0536-96110", "0536-96110"),
        ("021-95561", "021-95561"),
        ("02195561", "021-95561"),
        ("10086", "10086"),
        ("9555801", "9555801"),
        ("106980095533", "106980095533"),
        ("10690 0009 5533", "1069000095533"),
        ("1065510198", "1065510198"),
        ("+44 7911 123456", "+447911123456"),
        ("00852-51234567", "+85251234567"),
        ("+1 (437) 223-4567", "+14372234567"),
        ("+853 2888 1234", "+85328881234"),
        ("+886 912 345 678", "+886912345678"),
        ("0095152", "0095152"),
        ("+86 95152", "+8695152"),
        ("0086-96110", "008696110"),
        ("+8695588", "+8695588"),
    ],
)
def test_every_kind_is_found_inside_a_sentence(written: str, key: str) -> None:
    assert keys(f"请拨打{written}，谢谢。") == [key]


@pytest.mark.parametrize(
    "text",
    [
        "您的快递SF1234567890123已到",
        "订单号202511220012345678",
        "金额12800.00元",
        "3000元",
        "¥95588",
        "￥12345",
        "余额95588元",
        "2026-11-22 12:30",
        "2026年11月22日",
        "尾号1234",
        "验证码839201",
        "验证码956123，请勿告诉他人",
        "956123是您的验证码",
        "110101199003078888",
        "6222 0212 3456 7890 123",
        "6222021234567890123",
        "192.168.11.100",
        "95%",
        "版本1.10.110",
        "QQ：123456789",
        "加q:5679312345",
        "QQ群 95588",
        "微信95588",
        "1234567890123",
        "1700000000000",
        "借款10000元",
        "110元",
        "120分钟",
        "兼职发传单一天120，日结",
        "110/70",
        "第110条",
        "血压120/80",
        "共110人",
        "a95588b",
        "x13812345678y",
        "****95588",
        "95,588",
        "总价95588.00",
        "取件码8-2-1101",
        "会议号：123 456 789",
        "工号95588",
        "订单 13812345678",
        "20231105",
        "一二三四五六七",
        "三千一百一十元",
        "二〇二六年",
        "oil oil oil",
        "138****5678",
        "10000",
        "12800",
    ],
)
def test_other_figures_are_no_numbers(text: str) -> None:
    sentence = f"您好，{text}，谢谢"
    assert keys(sentence) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("95588 13912345678", ["95588", "+8613912345678"]),
        ("10086 110", ["10086", "110"]),
        ("13812345678、95588/95533", [MOBILE, "95588", "95533"]),
        ("13812345678\n13912345678", [MOBILE, "+8613912345678"]),
        ("拨打10000或10010", ["10000", "10010"]),
        ("请打110/119/120", ["110", "119", "120"]),
        ("95588一13812345678", ["95588", MOBILE]),
        ("周一13812345678上午", [MOBILE]),
        ("call 13812345678 or 95588 now", [MOBILE, "95588"]),
        ("tel13812345678", [MOBILE]),
        ("微信13812345678", [MOBILE]),
        ("电话;13812345678qq:55212345", [MOBILE]),
        ("加微956290760", []),
        ("拨打九五五八八", ["95588"]),
        ("致电：955 88", ["95588"]),
        ("遇到危险拨打一一〇", ["110"]),
        ("110报警，110号码别忘", ["110", "110"]),
        ("010-65612308转801", ["+861065612308"]),
        ("010-65612308-801 95588", ["+861065612308", "95588"]),
        ("0311110 打来的电话", ["0311-110"]),
        ("电话85886655", ["85886655"]),
    ],
)
def test_several_numbers_are_taken_apart(text: str, found: list[str]) -> None:
    assert keys(text) == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("95588", "ShortCode 95588"),
        ("951 52", "ShortCode 95152"),
        ("９５１５２", "ShortCode 95152"),
        ("951520", "ShortCode 951520"),
        ("95152-8", "OddNumber 95152-8"),
        ("0095152", "OddNumber 0095152"),
        ("+86 95152", "OddNumber +8695152"),
        ("0086-96110", "OddNumber 008696110"),
        ("+8695588", "OddNumber +8695588"),
        ("+0774110", "OddNumber +0774110"),
        ("0311110", "ShortCode 0311-110"),
        ("0311-110", "ShortCode 0311-110"),
        ("021-95588", "ShortCode 021-95588"),
        ("+861012308", "ShortCode 010-12308"),
        ("195588", "OddNumber 195588"),
        ("95588012", "ShortCode 95588012"),
        ("00 400 670 0700", "PhoneNumber +864006700700"),
        ("110", "ShortCode 110"),
        ("12110021", "ShortCode 12110021"),
        ("一一〇", "ShortCode 110"),
        ("010-65612308转801", "PhoneNumber +861065612308"),
        ("+853 1888", "PhoneNumber +8531888"),
        ("+86 10690000955", "OddNumber +8610690000955"),
        ("9555O", ""),
        ("i10", ""),
        ("招商银行", ""),
        ("", ""),
        ("   ", ""),
        ("12", ""),
        ("1234567890123", ""),
        ("95588 13812345678", ""),
        ("839201", ""),
        ("+", ""),
        ("9" * 500, ""),
        ("\x00", ""),
    ],
)
def test_a_whole_string_is_one_number_or_none(text: str, expected: str) -> None:
    assert kind_and_key(text) == expected


@pytest.mark.parametrize(
    "key",
    [
        "+8675583765566",
        "95588",
        "021-95561",
        "+864008108866",
        "106980095533",
        "9555801",
        "12110",
        "955981112",
        "10107888",
        "95071666",
        "1008611",
        "010-12308",
        "+8531888",
        "+85222801888",
        "+8613800138000",
        "121231100",
        "0311-110",
        "+0774110",
        "95152-8",
        "85886655",
    ],
)
def test_a_canonical_key_reads_back_to_itself(key: str) -> None:
    number = reader().read_one(key)
    assert number is not None
    assert number.key == key


def test_a_400_number_behind_a_plus_is_marked() -> None:
    plain, plus = reader().read_one("4006700700"), reader().read_one("+86 4006700700")
    assert isinstance(plain, PhoneNumber)
    assert isinstance(plus, PhoneNumber)
    assert (plain.prefixed, plus.prefixed) == (False, True)
    assert plain.key == plus.key


def test_the_line_tells_a_virtual_operator_and_a_number_from_outside() -> None:
    lines = {
        each.key: (each.line, each.region)
        for each in reader().find(fold("17012345678、+852 51234567"), ())
        if isinstance(each, PhoneNumber)
    }
    assert lines == {
        "+8617012345678": (Line.VIRTUAL_MOBILE, "CN"),
        "+85251234567": (Line.OUTSIDE, "HK"),
    }


def test_a_number_points_back_to_the_very_characters() -> None:
    text = "帳戶\u200b異常，請撥打９５５－８８查詢"
    (number,) = reader().find(fold(text), ())
    assert isinstance(number, ShortCode)
    assert number.as_written == text[number.span.start : number.span.end] == "９５５－８８"


def test_digits_inside_a_link_are_no_number() -> None:
    text = "https://a.example/13812345678 13912345678"
    assert keys(text, Span(0, 29)) == ["+8613912345678"]


def test_a_hyphen_and_one_digit_never_make_the_key_of_a_longer_code() -> None:
    assert kind_and_key("95196-6") == "OddNumber 95196-6"
    assert kind_and_key("951966") == "ShortCode 951966"


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "1-. ",
        "+",
        "(",
        "一",
        "oil1",
        "95588 ",
        "95588-1",
        "13812345678 ",
        "0012 ",
        "1一 ",
        "00852-",
        "尾号1",
    ],
)
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    def work(size: int) -> None:
        text = (piece * size)[:size]
        reader().find(FoldedText(text, text, None), ())

    assert grows_linearly(work, 8_000)


def test_mainland_numbers_never_load_the_library_for_the_world() -> None:
    program = (
        "import sys; from tests.number_cases import keys;"
        "print(keys('拨打95588或+86 138 1234 5678，0755-83195555'), 'phonenumbers' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=RESOURCES.parent,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    assert done.stdout.split("] ")[1].strip() == "False"
    assert "+8613812345678" in done.stdout


def test_thousands_of_taken_ranges_are_blotted_out_at_once() -> None:
    text = "https://a.example/13812345678 " * 3000
    taken = [Span(at, at + 29) for at in range(0, len(text), 30)]
    assert keys(text + "13912345678", *taken) == ["+8613912345678"]
