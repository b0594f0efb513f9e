"""What is read of an over-long text."""

import pytest

from app.model.text_span import Span
from app.reading.excerpt import EDGE, MOST_WINDOWS, WHOLE, WINDOW, Excerpt, Sieve

LENGTH = 10 * WHOLE
SIEVE = Sieve(lambda: ("安全账户", "share your screen"))


def padded(*middle: tuple[int, str]) -> str:
    """Return a long text of fillers with these words at these places."""
    text = "好" * LENGTH
    for place, words in middle:
        text = text[:place] + words + text[place + len(words) :]
    return text


def test_both_ends_are_read() -> None:
    text = "开头" + padded() + "结尾"
    excerpt = SIEVE.excerpt(text)
    assert excerpt.text[:EDGE] == text[:EDGE]
    assert excerpt.text[-EDGE:] == text[-EDGE:]


def test_what_is_left_out_is_counted() -> None:
    excerpt = SIEVE.excerpt(padded())
    assert excerpt.omitted == LENGTH - 2 * EDGE
    assert len(excerpt.text) == 2 * EDGE + 1


@pytest.mark.parametrize(
    "words",
    ["安全账户", "SHARE your screen", "https://a.example/", "HXXPS://a.example", "http：//a"],
)
@pytest.mark.parametrize("place", [EDGE + WINDOW + 1, LENGTH // 2, LENGTH - EDGE - 500])
def test_suspicious_words_in_the_middle_are_read_with_what_surrounds_them(
    words: str, place: int
) -> None:
    text = padded((place, words))
    excerpt = SIEVE.excerpt(text)
    assert text[place - WINDOW : place + WINDOW] in excerpt.text


@pytest.mark.parametrize("shift", range(-6, 7))
def test_words_across_the_border_of_two_reads_are_seen(shift: int) -> None:
    border = EDGE - WINDOW + (1 << 18)
    excerpt = SIEVE.excerpt(padded((border + shift, "安全账户")))
    assert "安全账户" in excerpt.text


def test_a_decoy_far_in_front_hides_nothing() -> None:
    places = (EDGE + 10, LENGTH // 2, LENGTH - EDGE - 500)
    excerpt = SIEVE.excerpt(padded(*((place, "安全账户") for place in places)))
    assert excerpt.text.count("安全账户") == len(places)


def test_a_letter_that_grows_in_lower_case_hides_nothing() -> None:
    text = "İ" * LENGTH + "share your SCREEN" + "İ" * LENGTH
    assert "share your SCREEN" in SIEVE.excerpt(text).text


def test_every_place_leads_back_to_the_original() -> None:
    text = "".join(chr(0x4E00 + each % 9973) for each in range(LENGTH))
    places = (EDGE + 10, EDGE + 20_000, LENGTH // 2, LENGTH - EDGE - 10)
    for place in places:
        text = text[:place] + "安全账户" + text[place + 4 :]
    excerpt = SIEVE.excerpt(text)
    for start in range(0, len(excerpt.text) - 1, 997):
        span = excerpt.original(Span(start, start + 1))
        assert excerpt.text[start] in {text[span.start], "\n"}
    found = [at for at in range(len(excerpt.text)) if excerpt.text.startswith("安全账户", at)]
    assert [excerpt.original(Span(at, at + 4)).start for at in found] == list(places)


def test_however_many_places_are_suspicious_the_excerpt_stays_small() -> None:
    scattered = padded(*((each, "安全账户") for each in range(EDGE, LENGTH - EDGE, 5_000)))
    for text in ("安全账户" * (LENGTH // 4), scattered):
        excerpt = SIEVE.excerpt(text)
        assert len(excerpt.text) <= 2 * EDGE + WHOLE + MOST_WINDOWS + 2
        assert excerpt.omitted + len(excerpt.text.replace("\n", "")) == len(text)


def test_parts_do_not_run_into_each_other() -> None:
    excerpt = SIEVE.excerpt(padded((EDGE + 5_000, "安全账户")))
    assert isinstance(excerpt, Excerpt)
    assert excerpt.text.count("\n") == 2
