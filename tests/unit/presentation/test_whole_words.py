"""A quotation can be read alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.text_span import Span
from app.presentation.whole_words import quoted_words, whole_span, whole_spans


def quoted(text: str, words: str) -> str:
    """Return what is quoted where a reason points at `words`."""
    start = text.index(words)
    return quoted_words(text, whole_span(text, Span(start, start + len(words))))


@pytest.mark.parametrize(
    ("text", "words", "quotation"),
    [
        ("【中通快递】您好,您的快件因地址不详无法派送,请点击", "【中通", "【中通快递】"),
        (
            "【中通快递】您好,您的快件因地址不详无法派送,请点击",
            "快件因地址",
            "您的快件因地址不详无法派送",
        ),
        ("加QQ 567931234,先垫付100返150", "付100返1", "先垫付100返150"),
        ("点赞一个5块,日结,加我", "日结,", "日结"),
        (
            "请打开 http://icbc-login.top/verify 认证。",
            "login.top",
            "请打开 http://icbc-login.top/verify 认证",
        ),
        (
            "Hi mum. Can you pay a bill for me today?",
            "pay a bill",
            "Can you pay a bill for me today",
        ),
        ("余额1,203.55元,请核对", "203", "余额1,203.55元"),
        ("我没弄懂 他说不取消明天就扣", "明天就扣", "他说不取消明天就扣"),
        ("他说“把钱转到安全账户”就行", "安全账户", "把钱转到安全账户"),
        ("甲,乙(见附件)丙,丁", "(见", "乙(见附件)"),
    ],
)
def test_a_quotation_is_a_whole_clause(text: str, words: str, quotation: str) -> None:
    assert quoted(text, words) == quotation


def test_words_over_two_clauses_take_in_both() -> None:
    text = "妈,我手机摔坏了,这是我同学的微信,你先加我"
    assert quoted(text, "摔坏了,这是我同学") == "我手机摔坏了,这是我同学的微信"


def test_talk_without_any_mark_is_cut_where_somebody_speaks_and_says_so() -> None:
    text = (
        "有个人给我打电话说是抖音客服说我开了直播会员每个月要扣八百块让我下载一个会议软件帮我取消"
    )
    assert quoted(text, "直播会员") == "…说是抖音客服说我开了直播会员每个月要扣八百块…"


def test_an_address_in_a_long_clause_is_not_torn() -> None:
    address = "http://secure-bank.verify-login.cc/a"
    text = f"Dear customer please verify your own identity at {address} within the next 24 hours"
    whole = quoted(text, "verify your own identity at http")
    assert address in whole
    assert whole.startswith("…")
    assert whole.endswith("…")


def test_what_is_longer_than_any_quotation_begins_where_it_begins() -> None:
    text = "长" * 200
    span = whole_span(text, Span(20, 180))
    assert span.start == 20
    assert span.end - span.start == 30


def test_one_clause_is_quoted_once() -> None:
    text = "先垫付100返150,加我"
    assert whole_spans(text, [Span(1, 3), Span(6, 8), Span(11, 12)]) == (Span(0, 10), Span(11, 13))


def test_marks_alone_are_left_as_they_are() -> None:
    assert whole_span("。。。", Span(0, 2)) == Span(0, 2)


@given(st.text(alphabet="他说把钱，。,.【】()“” \nab1/:…", max_size=300), st.data())
def test_a_quotation_is_short_holds_what_was_pointed_at_and_leaves_no_half_pair(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 25)))
    whole = whole_span(text, Span(start, end))
    assert 0 <= whole.start <= whole.end <= len(text)
    assert len(quoted_words(text, whole)) <= 92 or whole.end - whole.start <= end - start
    pointed = text[start:end].strip(" \n，。,.:…")
    if len(pointed) <= 12 and pointed and not set("【】()“”") & set(pointed):
        assert pointed in text[whole.start : whole.end]
