"""Shortening very long texts."""

from hypothesis import given
from hypothesis import strategies as st

from app.desktop.widgets.excerpt import SHOWN_WHOLE, excerpt
from app.model.text_span import Span


def gap(count: int) -> str:
    return f"<{count}>"


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("你好", [Span(0, 1)], gap) == ("你好", (Span(0, 1),))


def test_the_marked_words_stand_where_the_moved_spans_say() -> None:
    text = "啊" * 5000 + "屏幕共享" + "吧" * 5000
    shown, spans = excerpt(text, [Span(5000, 5004)], gap)
    assert [shown[each.start : each.end] for each in spans] == ["屏幕共享"]
    assert "<4780>" in shown
    assert len(shown) < 600


@given(
    st.lists(st.tuples(st.integers(0, 4990), st.integers(1, 10)), max_size=8),
    st.integers(SHOWN_WHOLE + 1, 5000),
)
def test_every_marked_word_survives(places: list[tuple[int, int]], length: int) -> None:
    text = "".join(chr(0x4E00 + i % 5000) for i in range(length))
    spans = [Span(at, at + size) for at, size in places if at + size <= length]
    shown, moved = excerpt(text, spans, gap)
    before = sorted(text[each.start : each.end] for each in spans)
    assert sorted(shown[each.start : each.end] for each in moved) == before


def test_a_text_full_of_marks_stays_short() -> None:
    text = "安全账户" * 100_000
    spans = [Span(i * 4, i * 4 + 4) for i in range(100_000)]
    shown, moved = excerpt(text, spans, gap)
    assert len(shown) < 3_000
    assert moved
