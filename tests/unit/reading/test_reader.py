"""What is perceived in a submission."""

import pytest

from app.model.indicator import Line, Link, PhoneNumber, ShortCode
from app.model.phrases import ActGroup, SlotKind
from app.model.reading import Reading, Stance
from app.model.records import AppRole, NamedApp
from app.reading.excerpt import WHOLE
from app.reading.reader import MOST_LINKS, app_word_sets
from tests.builders import (
    a_company,
    a_register,
    a_slot,
    an_act,
    read,
    shipped_slots,
    words,
)

TRANSFER = an_act("act.transfer", "转入安全账户", group=ActGroup.A)
CASE = a_slot("pretext.case", SlotKind.PRETEXT, "涉嫌洗钱")
FORBIDS = a_slot("stance.forbids", SlotKind.FORBIDS, "不要", "切勿")
REGISTER = a_register(
    TRANSFER,
    CASE,
    FORBIDS,
    *shipped_slots(SlotKind.INTRODUCES),
    organizations=(a_company("river", "江河银行", "RB", aliases=("江河",)),),
)


def reading_of(text: str, sender: str | None = None) -> Reading:
    return read(text, REGISTER, sender)


def written(reading: Reading) -> list[str]:
    text = reading.submission.text
    return [text[each.span.start : each.span.end] for each in reading.indicators]


def test_a_paste_is_taken_apart_in_the_order_of_the_text() -> None:
    reading = reading_of("拨打95588，或 https://www.example.com/a 再拨 13800138000")
    assert written(reading) == ["95588", "https://www.example.com/a", "13800138000"]
    kinds = [type(each) for each in reading.indicators]
    assert kinds == [ShortCode, Link, PhoneNumber]


def test_digits_of_a_link_or_a_mail_address_are_no_numbers() -> None:
    reading = reading_of("https://www.example.com/95588 给 95588@example.com 写信")
    assert [type(each) for each in reading.indicators] == [Link]


@pytest.mark.parametrize(
    "text",
    ["95588", " 95588 ", "95588、13800138000", "https://www.example.com/ 95588。", "95588\n95588"],
)
def test_indicators_and_punctuation_are_a_bare_paste(text: str) -> None:
    assert reading_of(text).bare


@pytest.mark.parametrize("text", ["95588吗", "call 95588", "", "。。。", "95588 a"])
def test_anything_else_is_not_bare(text: str) -> None:
    assert not reading_of(text).bare


def test_hits_point_at_the_person_s_own_characters() -> None:
    text = "请把钱转★入★安全帳戶，你涉嫌洗\u200b钱"
    reading = reading_of(text)
    quoted = [text[hit.span.start : hit.span.end] for hit in reading.hits]
    assert quoted == ["转★入★安全帳戶", "涉嫌洗\u200b钱"]
    assert [reading.folded[hit.start : hit.end] for hit in reading.hits] == [
        "转入安全账户",
        "涉嫌洗钱",
    ]


@pytest.mark.parametrize(
    ("text", "stance"), [("转入安全账户", Stance.DEMAND), ("切勿转入安全账户", Stance.MENTION)]
)
def test_hits_carry_their_stance(text: str, stance: Stance) -> None:
    assert [hit.stance for hit in reading_of(text).hits] == [stance]


def test_words_that_only_serve_the_reading_are_no_hits() -> None:
    assert reading_of("我是江河银行的，切勿外传").hits == ()


@pytest.mark.parametrize(
    ("sender", "key"), [("95588", "95588"), ("+44 7700 900123", "+447700900123")]
)
def test_a_sender_that_is_a_number_is_read_as_one(sender: str, key: str) -> None:
    reading = reading_of("您好", sender)
    assert reading.sender is not None
    assert reading.sender.key == key
    assert reading.sender_name == ""


@pytest.mark.parametrize("sender", ["ICBC", "江河银行", "?", "\ud800"])
def test_any_other_sender_is_a_name(sender: str) -> None:
    reading = reading_of("您好", sender)
    assert reading.sender is None
    assert reading.sender_name != ""


@pytest.mark.parametrize("sender", [None, ""])
def test_without_a_sender_there_is_none(sender: str | None) -> None:
    reading = reading_of("您好", sender)
    assert reading.sender is None
    assert reading.sender_name == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n\t",
        "\x00\x01",
        "。！？",
        "\u202e\u202d",
        "\ud800\udfff",
        bytes(range(128, 160)).decode("latin1") * 9 + "ab",
    ],
)
def test_what_holds_nothing_to_read_is_not_legible(text: str) -> None:
    assert not reading_of(text).legible


@pytest.mark.parametrize("text", ["你好", "95588", "<b>hello</b>", "a\x00bcdefghijklmn", "é"])
def test_what_holds_words_is_legible(text: str) -> None:
    assert reading_of(text).legible


def test_a_text_of_ordinary_length_is_read_whole() -> None:
    assert not reading_of("好" * WHOLE).omission
    assert reading_of("好" * (WHOLE + 1)).omission.characters == 1


def test_more_links_than_the_limit_are_counted() -> None:
    text = " ".join(f"https://a{each}.example.com/" for each in range(MOST_LINKS + 7))
    reading = reading_of(text)
    assert len(reading.indicators) <= MOST_LINKS
    assert reading.omission.links > 0
    assert bool(reading.omission)


def test_places_in_a_long_text_are_places_of_the_original() -> None:
    middle = "，你好！江河。我是江河银行的，马上转入安全账户，回电13800138000。"
    text = "好" * WHOLE + middle + "好" * WHOLE
    reading = reading_of(text)
    assert [text[hit.span.start : hit.span.end] for hit in reading.hits] == ["转入安全账户"]
    assert written(reading) == ["13800138000"]
    assert [text[each.span.start : each.span.end] for each in reading.claims] == ["江河银行"]


def test_a_number_from_outside_the_mainland_is_told_apart() -> None:
    (number,) = reading_of("回电 +852 2345 6789").indicators
    assert isinstance(number, PhoneNumber)
    assert number.line is Line.OUTSIDE
    assert number.region == "HK"


def test_a_very_short_latin_name_names_nobody() -> None:
    assert reading_of("this is rb").claims == ()


def test_programs_become_word_sets_by_their_role() -> None:
    apps = (
        NamedApp("某会议", ("会议甲",), AppRole.MEETING, False, words("…"), ()),
        NamedApp("飞机", (), AppRole.NICHE_CHAT, True, words("…"), ()),
    )
    sets = {each.name: each.words for each in app_word_sets(apps)}
    assert sets["app_meeting"] == ("某会议", "会议甲")
    assert sets["app_niche_chat"] == ()
    assert sets["app_niche_chat_ambiguous"] == ("飞机",)
    assert len(sets) == 2 * len(AppRole)
