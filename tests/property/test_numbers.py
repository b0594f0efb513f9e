import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tests.number_cases import fold, reader
from tests.shipped import shipped_register

FULL_WIDTH = str.maketrans("0123456789+-", "０１２３４５６７８９＋－")
# A hyphen before one last digit means a menu ("95511-3"), so the last two digits stay together.
SEPARATORS = st.sampled_from(["", "", " ", "-", "  ", " - ", "‐", "·", "\u200b"])
PIECES = st.sampled_from(
    [
        "0",
        "1",
        "8",
        "95588",
        "110",
        "13812345678",
        "86",
        "+",
        "00",
        "-",
        " ",
        ".",
        "(",
        ")",
        "一",
        "八",
        "〇",
        "壹",
        "o",
        "l",
        "|",
        "O",
        "１",
        "①",
        "1️⃣",
        "拨打",
        "元",
        "尾号",
        "qq",
        "验证码",
        "\u200b",
        "\n",
        "★",
        "😀",
        "a",
        "帳",
        "020",
        "106",
        "ﬁ",
        "İ",
    ]
)
ANY_TEXT = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join))
KEYS = sorted({each.key for each in shipped_register().numbers})


@given(ANY_TEXT)
def test_every_number_found_lies_inside_the_text_and_quotes_it(text: str) -> None:
    ends = 0
    for number in reader().find(fold(text), ()):
        assert ends <= number.span.start < number.span.end <= len(text)
        assert number.as_written == text[number.span.start : number.span.end]
        ends = number.span.end


@given(ANY_TEXT)
def test_a_key_read_again_is_the_same_key(text: str) -> None:
    numbers = reader().find(fold(text), ())
    one = reader().read_one(text)
    for number in [*numbers, *([one] if one else [])]:
        again = reader().read_one(number.key)
        assert again is not None
        assert again.key == number.key


@given(ANY_TEXT)
def test_a_sender_is_read_without_trouble_and_quoted(text: str) -> None:
    one = reader().read_one(text)
    assert one is None or one.as_written == text[one.span.start : one.span.end] == text.strip()


@given(st.sampled_from(KEYS), st.data())
def test_a_listed_number_is_known_however_it_is_typed(key: str, data: st.DataObject) -> None:
    digits = key.lstrip("+")
    plus = "+" if key.startswith("+") else ""
    head, _, rest = digits.rpartition("-") if "-" in digits else ("", "", digits)
    typed = head + ("-" if head else "") + rest[0]
    for each in rest[1:-1]:
        separator = data.draw(SEPARATORS)
        # An area code keeps its own separator alone, and single digits are no groups of a code.
        typed += ("" if head else separator) + each
    typed = plus + typed + rest[-1]
    if data.draw(st.booleans()):
        typed = typed.translate(FULL_WIDTH)
    found = {each.key for each in reader().find(fold(typed), ())}
    groups = [each for each in unicodedata.normalize("NFKC", typed).split() if each]
    if len(groups) == 1:
        assert found == {key}
    else:  # a space may also part two numbers: then no third one appears
        assert key in found or len(found) > 1
