"""Where literals stand in a text."""

from hypothesis import given
from hypothesis import strategies as st

from app.reading.literal_finder import finder_of

# Words that share their beginnings and ends, and characters beyond the first plane.
LETTERS = "ab一丁七丂丏乎位安全💳😀\ufe0f。"
WORDS = st.text(LETTERS, min_size=1, max_size=4)
TEXTS = st.text(LETTERS + "\ud83d", max_size=40)


def plainly(literals: list[str], text: str) -> set[tuple[int, int, int]]:
    """Look for every literal at every place."""
    return {
        (start, start + len(literal), index)
        for index, literal in enumerate(literals)
        for start in range(len(text))
        if text.startswith(literal, start)
    }


@given(st.lists(WORDS, min_size=1, max_size=8, unique=True), TEXTS)
def test_every_place_is_found_and_no_other(literals: list[str], text: str) -> None:
    found = finder_of(literals).find(text)
    assert len(found) == len(set(found))
    assert set(found) == plainly(literals, text)
    assert found == sorted(found, key=lambda place: (place[1], place[0]))


def test_an_emoji_before_a_word_does_not_move_it() -> None:
    assert finder_of(["账户", "💳"]).find("😀安全账户💳") == [(3, 5, 0), (5, 6, 1)]


def test_half_an_emoji_does_not_stop_the_search() -> None:
    assert finder_of(["账户"]).find("\ud83d账户\ude00") == [(1, 3, 0)]


def test_without_literals_nothing_is_found() -> None:
    assert finder_of([]).find("安全账户") == []
