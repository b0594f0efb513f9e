"""A book that was kept finds what a new one finds, or is made anew."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.errors import InvalidTableError
from app.model.phrases import SlotKind, WordSet
from app.reading import automaton, kept_book, phrase_syntax
from app.reading.kept_book import book_of
from app.reading.literals_by_head import LiteralsByHead
from app.reading.phrase_kinds import PhraseGround
from app.reading.phrase_matcher import PhraseMatcher, Scan
from app.reading.sealed import Kept, Sealed
from tests.builders import a_slot
from tests.memory import Memory
from tests.property.test_phrase_matching import phrases

SLOTS = (
    a_slot("a", SlotKind.PRETEXT, "安全账户…{money}", "转账"),
    a_slot("b", SlotKind.PRETEXT, "{把|将}{money}…转到", "Pay…now"),
)
GROUND = PhraseGround(
    SLOTS, (WordSet("money", ("现金", "余额")),), (("小河", "brook"),), str.lower, b"lower"
)
TEXT = "把现金先转到安全账户的余额，转账给小河, pay it now"

can_be_kept = pytest.mark.skipif(
    not automaton.CAN_BE_KEPT, reason="what stands in for daachorse is made faster than read"
)


def scan(ground: PhraseGround, kept: Kept | None = None) -> Scan:
    return PhraseMatcher(book_of(ground, kept)).scan(TEXT)


def kept(ground: PhraseGround = GROUND) -> bytes:
    memory = Memory()
    book_of(ground, memory)
    assert memory.data is not None
    return memory.data


def test_the_text_holds_something_of_every_sort() -> None:
    found = scan(GROUND)
    assert [each.slot.id for each in found.slots] == ["b", "a", "a", "b"]
    assert [each.organization_ids for each in found.names] == [("brook",)]


@given(st.lists(phrases("甲乙", 2), min_size=1, max_size=6), st.text("甲乙丙。", max_size=30))
def test_what_was_kept_finds_what_a_new_one_finds(rows: list[str], text: str) -> None:
    slots = tuple(a_slot(str(index), SlotKind.ACT, each) for index, each in enumerate(rows))
    ground = PhraseGround(slots, GROUND.word_sets, (), str)
    memory, new = Memory(), PhraseMatcher(book_of(ground))
    for _ in range(2):
        assert PhraseMatcher(book_of(ground, memory)).scan(text) == new.scan(text)


@can_be_kept
def test_the_second_start_makes_nothing() -> None:
    memory = Memory()
    for _ in range(3):
        book_of(GROUND, memory)
    assert memory.puts == 1


@can_be_kept
@pytest.mark.parametrize(
    "other",
    [
        GROUND._replace(slots=SLOTS[::-1]),
        GROUND._replace(slots=SLOTS[:1]),
        GROUND._replace(word_sets=(WordSet("money", ("现金", "存款")),)),
        GROUND._replace(names=(("小河", "stream"),)),
        GROUND._replace(names=()),
        GROUND._replace(folding=b"lower, and something besides"),
        GROUND._replace(fold=str),
    ],
)
def test_what_was_kept_of_other_phrases_is_not_taken(other: PhraseGround) -> None:
    memory = Memory(kept(other))
    assert scan(GROUND, memory) == scan(GROUND)
    assert memory.data == kept()


@can_be_kept
@pytest.mark.parametrize(
    "change",
    [
        lambda patch: patch.setattr(automaton, "VERSION", "0.0.1"),
        lambda patch: patch.setattr(automaton, "_PROBE", ("another form",)),
        lambda patch: patch.setattr(phrase_syntax, "HANZI_GAP", phrase_syntax.LATIN_GAP),
        lambda patch: patch.setattr(phrase_syntax, "MOST_ANCHORS", 1),
        lambda patch: patch.setattr(kept_book, "_PROBE_NAMES", ()),  # as another form would be
    ],
    ids=["version", "library", "gaps", "anchors", "our form"],
)
def test_what_another_program_kept_is_not_taken(
    monkeypatch: pytest.MonkeyPatch, change: Callable[[pytest.MonkeyPatch], None]
) -> None:
    memory = Memory(kept())
    change(monkeypatch)
    book_of(GROUND, memory)
    assert memory.puts == 1


@can_be_kept
@given(st.data())
def test_whatever_happened_to_the_bytes_the_same_is_found(data: st.DataObject) -> None:
    whole = kept()
    place = data.draw(st.integers(0, len(whole) - 1))
    flipped = bytes((whole[place] ^ 1 << data.draw(st.integers(0, 7)),))
    spoiled = (whole[:place], whole[:place] + flipped + whole[place + 1 :], whole + b"\0", b"")
    memory = Memory(data.draw(st.sampled_from(spoiled)))
    assert scan(GROUND, memory) == scan(GROUND)
    assert memory.data == whole


@can_be_kept
@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda data: data[:2],
        lambda data: b"\xff\xff\xff\xff" + data[4:],
        lambda data: data[:4] + b"{" + data[5:],
        lambda data: data[:-100],
        lambda data: data[: 4 + int.from_bytes(data[:4], "little")] + b"no automaton",
    ],
    ids=["nothing", "cut", "too long", "no list", "cut automaton", "no automaton"],
)
def test_bytes_with_the_right_digest_that_are_no_book_are_not_taken(
    spoil: Callable[[bytes], bytes],
) -> None:
    memory = Memory(kept())
    sealed = Sealed(memory, kept_book._about(GROUND))
    whole = sealed.take()
    assert whole is not None
    sealed.put(spoil(bytes(whole)))
    assert scan(GROUND, memory) == scan(GROUND)
    assert memory.data == kept()


def test_a_phrase_that_cannot_be_read_is_refused_and_nothing_is_kept() -> None:
    memory = Memory()
    bad = GROUND._replace(slots=(a_slot("a", SlotKind.ACT, "安全{账户"),))
    with pytest.raises(InvalidTableError):
        book_of(bad, memory)
    assert memory.puts == 0


def test_where_no_automaton_can_be_kept_the_book_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_book, "CAN_BE_KEPT", False)
    monkeypatch.setattr(kept_book, "Automaton", LiteralsByHead)
    memory = Memory(b"something")
    assert scan(GROUND, memory) == scan(GROUND)
    assert memory.puts == 0
