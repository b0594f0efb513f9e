"""Where slots and names are found."""

import pytest

from app.model.errors import InvalidTableError
from app.model.phrases import SlotKind, WordSet
from app.reading.phrase_syntax import HANZI_GAP, LATIN_GAP
from tests.builders import a_matcher, a_slot
from tests.timing import grows_linearly

PRETEXT = SlotKind.PRETEXT


def found(phrase: str, text: str) -> list[str]:
    """Return the parts of `text` in which the phrase is found."""
    matcher = a_matcher(a_slot("a", PRETEXT, phrase))
    return [text[each.start : each.end] for each in matcher.scan(text).slots]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("安全账户", "转到安全账户里", ["安全账户"]),
        ("安全账户", "账户安全", []),
        ("{转|汇}到", "先转到，再汇到", ["转到", "汇到"]),
        ("把…转走", "快把钱转走吧", ["把钱转走"]),
        ("把…转走", "快把转走吧", ["把转走"]),
        ("把…{钱|款}…转走", "把你的钱都转走", ["把你的钱都转走"]),
        ("会议{号|}码", "会议码和会议号码", ["会议码", "会议号码"]),
        ("screen", "share your screen", ["screen"]),
        ("share…screen", "share the whole screen", ["share the whole screen"]),
        ("app", "打开app吧", ["app"]),
        ("下载{app|软件}", "请下载app。", ["下载app"]),
    ],
)
def test_a_phrase_is_found(phrase: str, text: str, expected: list[str]) -> None:
    assert found(phrase, text) == expected


@pytest.mark.parametrize(
    ("size", "is_found"), [(0, True), (HANZI_GAP, True), (HANZI_GAP + 1, False)]
)
def test_a_hanzi_gap_is_bounded(size: int, *, is_found: bool) -> None:
    assert bool(found("把…转走", f"把{'啊' * size}转走")) is is_found
    assert bool(found("安全账户…转", f"安全账户{'啊' * size}转")) is is_found


@pytest.mark.parametrize(("size", "is_found"), [(LATIN_GAP - 2, True), (LATIN_GAP, False)])
def test_a_latin_gap_is_bounded(size: int, *, is_found: bool) -> None:
    assert bool(found("share…screen", f"share {'a' * size} screen")) is is_found


@pytest.mark.parametrize("stop", ["。", "!", "?", ";", "\n"])
@pytest.mark.parametrize("phrase", ["把…转走", "把…钱…转走", "安全账户…转走"])
def test_no_gap_leaves_the_sentence(phrase: str, stop: str) -> None:
    pieces = phrase.split("…")
    assert found(phrase, "你".join(pieces)) != []
    assert found(phrase, stop.join(pieces)) == []
    assert found(phrase, "你".join(pieces[:-1]) + stop + pieces[-1]) == []


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("pay", "please repay it"),
        ("pay", "payment"),
        ("share…screen", "shared a screen"),
        ("share…screen", "share a screenshot"),
        ("share…screen", "timeshare my screen"),
        ("code", "95code1"),
        ("ask…tell…code", "ask him, tell me the codes"),
    ],
)
def test_a_latin_word_is_not_found_inside_another(phrase: str, text: str) -> None:
    assert found(phrase, text) == []


@pytest.mark.parametrize("text", ["请pay钱", "pay", "(pay)", "pay,now", "é pay"])
def test_a_latin_word_stands_beside_anything_else(text: str) -> None:
    assert found("pay", text) == ["pay"]


def test_of_overlapping_finds_of_one_slot_the_longest_stays() -> None:
    matcher = a_matcher(a_slot("a", PRETEXT, "安全账户", "转到安全账户", "全账户里面去"))
    text = "转到安全账户里"
    assert [(m.start, m.end) for m in matcher.scan(text).slots] == [(0, 6)]


def test_finds_apart_from_each_other_are_all_reported() -> None:
    assert found("安全账户", "安全账户，安全账户") == ["安全账户", "安全账户"]


def test_two_slots_may_share_their_words() -> None:
    matcher = a_matcher(
        a_slot("a", PRETEXT, "安全账户"), a_slot("b", PRETEXT, "全账户", "安全账户")
    )
    assert {(m.slot.id, m.start, m.end) for m in matcher.scan("安全账户").slots} == {
        ("a", 0, 4),
        ("b", 0, 4),
    }


def test_finds_come_in_the_order_of_the_text() -> None:
    matcher = a_matcher(a_slot("late", PRETEXT, "乙乙"), a_slot("early", PRETEXT, "甲…丙丙"))
    scan = matcher.scan("乙乙甲你丙丙乙乙")
    assert [each.start for each in scan.slots] == sorted(each.start for each in scan.slots)
    assert [each.slot.id for each in scan.slots] == ["late", "early", "late"]


def test_a_text_without_any_phrase_gives_nothing() -> None:
    scan = a_matcher(a_slot("a", PRETEXT, "安全账户")).scan("今天天气很好")
    assert scan.slots == ()
    assert scan.names == ()


def test_word_sets_are_used_by_their_name() -> None:
    matcher = a_matcher(
        a_slot("a", PRETEXT, "打开{apps}"), word_sets=(WordSet("apps", ("某会议", "Some-App")),)
    )
    assert len(matcher.scan("请打开some-app").slots) == 1
    assert len(matcher.scan("请打开某会议").slots) == 1
    assert matcher.scan("请打开窗户").slots == ()


def test_phrases_are_folded_as_texts_are() -> None:
    assert found("安全帳戶", "安全账户") == ["安全账户"]


@pytest.mark.parametrize("phrase", ["钱", "{钱|款}", "ab", "{会议|钱}"])
def test_a_phrase_that_would_stand_everywhere_is_refused(phrase: str) -> None:
    with pytest.raises(InvalidTableError) as refusal:
        a_matcher(a_slot("the slot", PRETEXT, phrase))
    assert refusal.value.values["table"] == "the slot"


def names_in(text: str, *names: tuple[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    scan = a_matcher(names=names).scan(text)
    return [(text[each.start : each.end], each.organization_ids) for each in scan.names]


def test_of_overlapping_names_the_longest_counts() -> None:
    names = (("中国银行", "boc"), ("银行", "any"), ("中国", "china"))
    assert names_in("我是中国银行的", *names) == [("中国银行", ("boc",))]


def test_a_name_of_two_organisations_names_both() -> None:
    assert names_in("江南银行", ("江南银行", "a"), ("江南银行", "b")) == [("江南银行", ("a", "b"))]


def test_a_latin_name_is_a_whole_word() -> None:
    assert names_in("the bocce club", ("BOC", "boc")) == []
    assert names_in("from boc today", ("BOC", "boc")) == [("boc", ("boc",))]


def test_a_name_given_twice_counts_once() -> None:
    assert names_in("江南银行", ("江南银行", "a"), ("江南银行", "a")) == [("江南银行", ("a",))]


HOSTILE = {
    "anchors only": ("甲…乙…丙丙", "丙丙"),
    "first piece only": ("甲…乙…丙", "甲"),
    "first two pieces": ("甲…乙…丙丙", "甲乙"),
    "alternatives": ("{甲|乙|甲乙}…{甲|乙}…{甲|乙}…丙丙", "甲乙甲"),
    "one gap": ("甲…乙乙", "甲"),
    "one gap to the left": ("甲甲…乙乙乙", "乙"),
    "many touching pieces": ("{甲|甲甲}{甲|甲甲}{甲|甲甲}{甲|甲甲}…乙", "甲"),
    "latin": ("ab…ab…ab…cd", "ab "),
}


@pytest.mark.parametrize(("phrase", "filler"), HOSTILE.values(), ids=HOSTILE)
def test_time_grows_no_faster_than_the_text(phrase: str, filler: str) -> None:
    matcher = a_matcher(a_slot("a", PRETEXT, phrase, "乙丙丙"))
    assert grows_linearly(lambda size: matcher.scan(filler * (size // len(filler))), 1_000)
