"""What is read back is what was written, and whatever else is read can hang nothing."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.phrases import SlotKind, WordSet
from app.reading.anchored_phrase import AnchoredPhrase
from app.reading.literal_finder import finder_of
from app.reading.phrase_book import Counted, bind
from app.reading.phrase_kinds import PhraseGround, kinds_of
from app.reading.phrase_matcher import PhraseMatcher
from app.reading.written_kinds import read_kinds, write_kinds
from tests.builders import a_slot

NOT_OURS = (ValueError, TypeError, LookupError, RecursionError)
SLOTS = tuple(
    a_slot(str(index), SlotKind.PRETEXT, *phrases)
    for index, phrases in enumerate(
        (
            ("安全账户…{money}", "把{现金|}…转到{money}里…快", "转账"),
            ("pay {now|}…or else", "{money}转账", "转账"),
        )
    )
)
GROUND = PhraseGround(
    SLOTS, (WordSet("money", ("现金", "余额")),), (("转账", "a"), ("小河", "b")), str
)
TEXT = "把钱转到现金里快转账到安全账户的余额, pay now or else小河"


def counted() -> list[Counted]:
    return [(kind, len(each)) for kind, each in kinds_of(GROUND).items()]


def told(kinds: list[Counted]) -> list[object]:
    """Return all that the kinds tell."""

    def tell(phrase: AnchoredPhrase) -> object:
        return phrase.slot, phrase.needs, phrase.after, phrase.before, phrase.latin, phrase.opens

    return [
        (count, kind.latin, *kind.meaning._replace(anchored=()), *map(tell, kind.meaning.anchored))
        for kind, count in kinds
    ]


def test_what_is_read_is_what_was_written() -> None:
    written = write_kinds(counted())
    assert told(read_kinds(written, len(SLOTS), 100)) == told(counted())


def test_a_phrase_that_words_of_several_kinds_hang_on_is_one_object_again() -> None:
    slots = (a_slot("a", SlotKind.PRETEXT, "{安全|虚拟}账户…乙", "安全账户…丙"),)
    kinds = kinds_of(PhraseGround(slots, (), (), str))
    read = read_kinds(write_kinds([(kind, 1) for kind in kinds]), 1, 100)
    both, one = (kind.meaning.anchored for kind, _ in read if kind.meaning.anchored)
    assert len(both) == 2
    assert both[0] is one[0]


def test_equal_kinds_are_written_as_equal_bytes() -> None:
    assert write_kinds(counted()) == write_kinds(counted())


def test_a_register_without_phrases_can_be_written() -> None:
    assert read_kinds(write_kinds([]), 0, 0) == []


def spoiled(spoil: Callable[[list[Any]], None]) -> bytes:
    whole = json.loads(write_kinds(counted()))
    spoil(whole)
    return json.dumps(whole).encode()


def put(value: object, *path: int) -> Callable[[list[Any]], None]:
    def spoil(whole: list[Any]) -> None:
        *way, last = path
        for each in way:
            whole = whole[each]
        whole[last] = value

    return spoil


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(put(7, 0, 0), id="a number for a word"),
        pytest.param(put([], 1, 0), id="no words to choose from"),
        pytest.param(put([10_000], 1, 0), id="a word that is nowhere"),
        pytest.param(put(10_000, 2, 0, 0), id="a slot that is nowhere"),
        pytest.param(put("0", 2, 0, 1), id="words for a group"),
        pytest.param(put(1_000_000, 2, 0, 3, 0), id="a gap that nobody writes"),
        pytest.param(put(")(", 2, 0, 3, 0), id="a gap of an expression's signs"),
        pytest.param(put([8], 2, 0, 3), id="a gap and no words"),
        pytest.param(put(1_000_000, 3, 0, 0), id="more literals than bytes"),
        pytest.param(put(-1, 3, 0, 0), id="fewer literals than none"),
        pytest.param(put([10_000], 3, 0, 3), id="a phrase that is nowhere"),
        pytest.param(lambda whole: whole.pop(), id="half of it"),
    ],
)
def test_what_we_do_not_write_is_refused(spoil: Callable[[list[Any]], None]) -> None:
    with pytest.raises(NOT_OURS):
        read_kinds(spoiled(spoil), len(SLOTS), 100)


@pytest.mark.parametrize("written", [b"", b"{}", b"\xff", b"[" * 100_000, b"null", b"[[],[],[]]"])
def test_what_is_no_such_list_is_refused(written: bytes) -> None:
    with pytest.raises(NOT_OURS):
        read_kinds(written, len(SLOTS), 100)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 40) | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=8,
)


@given(st.data())
def test_whatever_stands_there_a_scan_ends(data: st.DataObject) -> None:
    whole = json.loads(write_kinds(counted()))
    at = whole
    while True:
        place = data.draw(st.integers(0, len(at) - 1))
        if not isinstance(at[place], list) or not at[place] or data.draw(st.booleans()):
            break
        at = at[place]
    at[place] = data.draw(JSON)
    literals = [literal for each in kinds_of(GROUND).values() for literal in each]
    with suppress(*NOT_OURS):
        kinds = read_kinds(json.dumps(whole).encode(), len(SLOTS), 100)
        PhraseMatcher(bind(SLOTS, finder_of(literals), kinds)).scan(TEXT)
