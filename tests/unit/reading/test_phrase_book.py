"""What the literals of the tables stand for."""

from app.model.phrases import SlotKind
from app.reading.anchored_phrase import NO_GROUP, AnchoredPhrase
from app.reading.literal_finder import finder_of
from app.reading.literal_meanings import Meaning
from app.reading.phrase_book import Entry, Kind, PhraseBook, bind
from tests.builders import a_slot

SLOTS = (a_slot("a", SlotKind.PRETEXT, "账户"),)


def a_phrase(*behind: str, gap: int = 0) -> AnchoredPhrase:
    """Return a phrase behind whose anchor one of these words has to come."""
    return AnchoredPhrase(0, NO_GROUP, ((gap, behind),), (), latin=False)


def a_book(*kinds: tuple[Meaning, int]) -> PhraseBook:
    counted = [(Kind(meaning, latin=False), count) for meaning, count in kinds]
    return bind(SLOTS, finder_of(()), counted)


def anchors(*phrases: AnchoredPhrase) -> tuple[dict[str, tuple[AnchoredPhrase, ...]], object]:
    (entry,) = a_book((Meaning(anchored=phrases), 1)).entries
    assert entry is not None
    assert entry[1] is not None
    return entry[1]


def test_literals_of_one_kind_share_one_entry() -> None:
    book = a_book((Meaning(slots=(0,)), 3), (Meaning(names=("brook",)), 2))
    first: Entry = ((0,), None, (), False)
    second: Entry = ((), None, ("brook",), False)
    assert book.entries == [first] * 3 + [second] * 2
    assert len({id(each) for each in book.entries}) == 2


def test_words_that_only_have_to_stand_somewhere_have_no_entry() -> None:
    book = a_book((Meaning(slots=(0,)), 1), (Meaning(groups=(4, 7)), 2))
    assert book.entries[1:] == [None, None]
    assert book.groups == {1: (4, 7), 2: (4, 7)}


def test_a_word_of_a_group_may_stand_for_something_besides() -> None:
    book = a_book((Meaning(slots=(0,), groups=(4,)), 1))
    assert book.entries == [((0,), None, (), False)]
    assert book.groups == {0: (4,)}


def test_anchors_are_sorted_by_the_character_behind_them() -> None:
    one, other = a_phrase("甲乙", "丙"), a_phrase("丙丁")
    assert anchors(one, other) == ({"甲": (one,), "丙": (one, other)}, ())


def test_what_may_be_followed_by_anything_is_tried_whatever_comes_in_its_place_among_others() -> (
    None
):
    first, anything, last = a_phrase("甲"), a_phrase("乙", gap=8), a_phrase("甲", "丙")
    assert anchors(first, anything, last) == (
        {"甲": (first, anything, last), "丙": (anything, last)},
        (anything,),
    )


def test_equal_rows_of_phrases_are_one_object() -> None:
    phrase, other = a_phrase("甲", "乙"), a_phrase("乙")
    by_character, _ = anchors(phrase, other)
    beside, _ = anchors(phrase)
    assert by_character["甲"] == beside["甲"]
    book = a_book((Meaning(anchored=(phrase, other)), 1), (Meaning(anchored=(phrase,)), 1))
    first, second = [each[1][0] for each in book.entries if each and each[1]]
    assert first["甲"] is second["甲"] is second["乙"]
