"""How a hit becomes a quotation."""

from app.checking.quoting import LONGEST_QUOTE, quoted
from app.model.phrases import SlotKind
from tests.builders import a_hit, a_register, a_sent_reading, a_slot, read

SLOT = a_slot("pretext.case", SlotKind.PRETEXT, "涉嫌…洗钱")


def test_it_quotes_the_person_s_own_characters() -> None:
    text = "你涉★嫌★洗\u200b錢了"
    reading = read(text, a_register(SLOT))
    (evidence,) = quoted(reading, reading.hits)
    assert evidence.quote == "涉★嫌★洗\u200b錢"
    assert evidence.span is not None
    assert text[evidence.span.start : evidence.span.end] == evidence.quote
    assert evidence.indicator is None


def test_a_long_quotation_is_cut_but_its_place_is_whole() -> None:
    text = "长" * (LONGEST_QUOTE * 2)
    (evidence,) = quoted(a_sent_reading(None, text=text), [a_hit(SLOT, 0, len(text))])
    assert evidence.quote == text[:LONGEST_QUOTE]
    assert evidence.span is not None
    assert evidence.span.end == len(text)


def test_every_hit_has_its_own_in_their_order() -> None:
    reading = a_sent_reading(None, text="甲乙丙丁")
    evidence = quoted(reading, [a_hit(SLOT, 2, 4), a_hit(SLOT, 0, 2)])
    assert [each.quote for each in evidence] == ["丙丁", "甲乙"]


def test_without_hits_there_is_nothing_to_quote() -> None:
    assert quoted(a_sent_reading(None), []) == ()
