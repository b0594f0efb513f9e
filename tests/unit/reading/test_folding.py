"""What one character folds to, and the way back to where it stood."""

from pathlib import Path

import pytest

from app.model.text_span import Span
from app.reading.disguised_words import Spelling
from app.reading.folding import Folder, FoldingTables, read_folding_tables
from tests.builders import the_folder
from tests.shipped import RESOURCES

SHIPPED = {
    "full-width digits": ("９５１５２", "95152"),
    "full-width letters": ("ＡＰＰ", "app"),
    "circled digits": ("①②⑨⓪", "1290"),
    "negative circled digits": ("❶❷❾", "129"),
    "double circled digits": ("⓵⓶", "12"),
    "keycaps": ("1\ufe0f\u20e32\ufe0f\u20e3", "12"),
    "mathematical digits": ("𝟗𝟱𝟧𝟠𝟾", "95588"),
    "mathematical letters": ("𝓪𝖇𝕔", "abc"),
    "superscript": ("⁹⁵²", "952"),
    "subscript": ("₉₅", "95"),
    "parenthesised digits": ("⑴⑵", "12"),
    "digits with a stop": ("⒈⒉", "12"),
    "Arabic-Indic digits": ("٩٥", "95"),
    "Roman numerals": ("Ⅳ", "iv"),
    "squared letters": ("🄰🅱", "ab"),
    "negative squared letters": ("🅰🅿", "ap"),
    "circled letters": ("ⓐⒷ🅒", "abc"),
    "circled hanzi": ("㊀㊙", "一秘"),
    "parenthesised hanzi": ("㈠㈡", "一二"),
    "parenthesised letters": ("⒜⒝", "ab"),
    "parenthesised tens": ("⑽", "10"),
    "heavy plus": ("a➕b", "a+b"),
    "Kangxi radicals": ("⼈⼝", "人口"),
    "ligature": ("ﬁle", "file"),
    "squared unit": ("㎏", "kg"),
    "traditional hanzi": ("轉帳驗證碼", "转账验证码"),
    "two spellings of account": ("安全帐户", "安全账户"),
    "polite you": ("您", "你"),
    "zero width": ("安\u200b全\u200d账\u2060户\ufeff", "安全账户"),
    "soft hyphen": ("安\u00ad全", "安全"),
    "variation selectors": ("安\ufe0e全\U000e0100账", "安全账"),
    "bidi overrides": ("安\u202e全\u202c", "安全"),
    "combining strokes": ("安\u0336全\u0336", "安全"),
    "Cyrillic": ("раураl", "paypal"),
    "Greek": ("ορ", "op"),
    "capitals": ("Share Your SCREEN", "share your screen"),
    "stars between hanzi": ("安★全☆账★户", "安全账户"),
    "emoji between hanzi": ("屏😀幕💰💰共🎉享", "屏幕共享"),
    "spaces between hanzi": ("加 微 信", "加微信"),
    "stops between hanzi": ("安.全.账.户", "安全账户"),
    "strokes between hanzi": ("安/全/账/户", "安全账户"),
    "hyphens between hanzi": ("验-证-码", "验证码"),
}
KEPT = {
    "one space between words of hanzi": "今天 天气",
    "spaces between Latin words": "share your screen now",
    "hanzi digits": "一二三四",
    "a decimal stop": "3.14",
    "a stop in a host": "abc.com",
    "plain ASCII": "call 95588, please!",
    "a sentence": "今天天气很好。明天呢",
}


@pytest.mark.parametrize(("written", "folded"), SHIPPED.values(), ids=SHIPPED)
def test_a_way_of_writing_folds(written: str, folded: str) -> None:
    assert the_folder().fold(written).text == folded
    assert the_folder().fold_plain(written) == folded


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_hides_nothing_stays(text: str) -> None:
    assert the_folder().fold(text).text == text


@pytest.mark.parametrize(("written", "folded"), SHIPPED.values(), ids=SHIPPED)
def test_each_folded_character_points_at_the_one_it_was_made_of(written: str, folded: str) -> None:
    result = the_folder().fold(written)
    for index, char in enumerate(folded):
        span = result.span(index, index + 1)
        assert span.end == span.start + 1
        assert char in the_folder().fold(written[span.start]).text
    assert result.span(0, len(folded)).start == 0


def test_a_range_reaches_from_its_first_to_its_last_character() -> None:
    result = the_folder().fold("请把钱转到安★全☆账\u200b户。")
    start = result.text.index("安全账户")
    span = result.span(start, start + 4)
    assert result.original[span.start : span.end] == "安★全☆账\u200b户"


def test_one_character_that_becomes_two_keeps_its_place() -> None:
    result = the_folder().fold("aⅣb")
    assert result.text == "aivb"
    assert [result.span(each, each + 1) for each in range(4)] == [
        Span(0, 1),
        Span(1, 2),
        Span(1, 2),
        Span(2, 3),
    ]


def test_an_original_place_is_found_in_the_folded_text() -> None:
    result = the_folder().fold("安\u200b全Ⅳb")
    assert result.text == "安全ivb"
    assert [result.start_of(each) for each in range(6)] == [0, 1, 1, 2, 4, 5]


def test_places_of_a_text_that_does_not_shift_stay() -> None:
    result = the_folder().fold("ABC")
    assert result.span(1, 2) == Span(1, 2)
    assert result.start_of(2) == 2
    assert result.start_of(99) == 3


@pytest.mark.parametrize(("text", "place"), [("安\u200b全", 1), ("安全", 1), ("", 0)])
def test_an_empty_range_stays_empty(text: str, place: int) -> None:
    result = the_folder().fold(text)
    span = result.span(place, place)
    assert span.start == span.end <= len(text)


def test_an_empty_range_behind_the_text_points_behind_the_original() -> None:
    result = the_folder().fold("安\u200b全\u200b")
    assert result.span(2, 2) == Span(4, 4)


def test_the_folder_uses_the_table_it_was_given() -> None:
    folder = Folder(FoldingTables({ord("x"): "yz", ord("-"): ""}))
    result = folder.fold("ax-b")
    assert result.text == "ayzb"
    assert result.span(1, 3) == Span(1, 2)
    assert result.span(3, 4) == Span(3, 4)
    assert result.original == "ax-b"


def test_the_table_is_read_from_lines_of_code_and_replacement(tmp_path: Path) -> None:
    table = tmp_path / "characters.tsv"
    table.write_text("# a remark\n41\ta\n2163\tiv\n200B\t\n", encoding="utf-8")
    assert read_folding_tables(table).characters == {0x41: "a", 0x2163: "iv", 0x200B: ""}


@pytest.mark.parametrize("text", ["\ud800", "\udfff安", "\U0010ffff", "\x00\x1f", "\U0001f9ff"])
def test_no_character_is_too_odd(text: str) -> None:
    result = the_folder().fold(text)
    assert result.span(0, len(result.text)).end <= len(text)


def test_many_different_characters_fold_as_each_does_by_itself() -> None:
    many = "".join(dict.fromkeys("".join(written for written, _ in SHIPPED.values())))
    fold = the_folder().fold_plain
    assert fold("\n".join(many)) == "\n".join(map(fold, many))


def test_what_characters_fold_to_folds_no_further() -> None:
    characters = read_folding_tables(RESOURCES / "folding" / "characters.tsv").characters
    assert not characters.keys() & {ord(char) for folded in characters.values() for char in folded}


def test_words_are_read_from_the_table_beside(tmp_path: Path) -> None:
    characters = tmp_path / "characters.tsv"
    characters.write_text("41\ta\n", encoding="utf-8")
    assert read_folding_tables(characters).words == ()
    (tmp_path / "words.tsv").write_text(
        "# a remark\n\t\t安徽\n微信\t\t薇信 v_信\n加微信\talone\t加v\n", encoding="utf-8"
    )
    assert read_folding_tables(characters).words == (
        Spelling("安徽", "安徽"),
        Spelling("薇信", "微信"),
        Spelling("v 信", "微信"),
        Spelling("加v", "加微信", "alone"),
    )


def test_a_word_that_becomes_longer_points_at_the_whole_spelling() -> None:
    folder = Folder(FoldingTables({}, (Spelling("飞机号", "telegram号"),)))
    result = folder.fold("我飞机号1")
    assert result.text == "我telegram号1"
    assert result.span(1, 2) == result.span(3, 9) == Span(1, 4)
    assert result.span(0, 11) == Span(0, 5)
    assert [result.start_of(each) for each in range(5)] == [0, 1, 10, 10, 10]


def test_words_that_lead_to_each_other_come_to_an_end() -> None:
    folder = Folder(FoldingTables({}, (Spelling("甲", "乙"), Spelling("乙", "甲"))))
    assert folder.fold("甲").text in {"甲", "乙"}


@pytest.mark.parametrize(
    "other",
    [
        FoldingTables({0xFF21: "a"}, (Spelling("薇信", "微信"),)),
        FoldingTables({0xFF21: "a", 0xFF22: "b"}, (Spelling("薇信", "微信", "alone"),)),
        FoldingTables({0xFF21: "ab", 0xFF22: ""}, (Spelling("薇信", "微信"),)),
        FoldingTables({0xFF21: "a", 0xFF22: "b"}),
    ],
)
def test_other_tables_have_another_digest(other: FoldingTables) -> None:
    tables = FoldingTables({0xFF21: "a", 0xFF22: "b"}, (Spelling("薇信", "微信"),))
    assert Folder(tables).digest() == Folder(tables).digest()
    assert Folder(tables).digest() != Folder(other).digest()
