"""An automaton that was kept finds what a new one finds, or is made anew."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reading import automaton
from app.reading.automaton import automaton_of
from app.reading.literals_by_head import LiteralsByHead
from app.reading.sealed import Sealed
from tests.memory import Memory
from tests.unit.reading.test_literal_finder import TEXTS, WORDS

ROOT = Path(__file__).resolve().parents[3]
LITERALS = ["安全账户", "账户", "转账", "otp"]
TEXT = "请转账到安全账户，报otp"

daachorse_only = pytest.mark.skipif(
    not automaton.CAN_BE_KEPT, reason="what stands in for daachorse is made faster than read"
)


def kept(literals: list[str] = LITERALS) -> bytes:
    memory = Memory()
    automaton_of(literals, memory)
    assert memory.data is not None
    return memory.data


@given(st.lists(WORDS, min_size=1, max_size=8, unique=True), TEXTS.filter(str.isprintable))
def test_what_was_kept_finds_what_a_new_one_finds(literals: list[str], text: str) -> None:
    memory, new = Memory(), automaton_of(literals)
    for _ in range(2):
        found = automaton_of(literals, memory).find_overlapping(text)
        assert found == new.find_overlapping(text)


@daachorse_only
def test_the_second_start_makes_nothing() -> None:
    memory = Memory()
    for _ in range(3):
        automaton_of(LITERALS, memory)
    assert memory.puts == 1


@daachorse_only
@pytest.mark.parametrize(
    "others",
    [[*LITERALS, "警官"], LITERALS[1:], LITERALS[::-1], ["安全账户账", "户", "转账", "otp"], []],
)
def test_what_was_kept_of_other_literals_is_not_taken(others: list[str]) -> None:
    memory = Memory(kept(others))
    assert len(automaton_of(LITERALS, memory).find_overlapping(TEXT)) == 4
    assert memory.data == kept()


@daachorse_only
def test_what_another_version_kept_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    old = kept()
    monkeypatch.setattr(automaton, "VERSION", "0.0.1")
    memory = Memory(old)
    automaton_of(LITERALS, memory)
    assert memory.puts == 1


@daachorse_only
def test_what_another_library_wrote_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    old = kept()
    monkeypatch.setattr(automaton, "_PROBE", ("another form",))  # as another form would write it
    memory = Memory(old)
    automaton_of(LITERALS, memory)
    assert memory.puts == 1


@daachorse_only
@given(st.data())
def test_whatever_happened_to_the_bytes_the_same_is_found(data: st.DataObject) -> None:
    whole = kept()
    place = data.draw(st.integers(0, len(whole) - 1))
    spoiled = data.draw(
        st.sampled_from(
            (
                whole[:place],
                whole[:place] + bytes((whole[place] ^ 1 << data.draw(st.integers(0, 7)),)),
                whole[:place] + bytes((whole[place] ^ 255,)) + whole[place + 1 :],
                whole + b"\0",
                whole[place:],
                bytes(len(whole)),
                b"",
            )
        )
    )
    memory = Memory(spoiled)
    found = automaton_of(LITERALS, memory).find_overlapping(TEXT)
    assert found == automaton_of(LITERALS).find_overlapping(TEXT)
    assert memory.data == whole


@daachorse_only
@pytest.mark.parametrize("place", [0, 31, 32, 200, -1])
def test_no_spoiled_byte_reaches_the_library(monkeypatch: pytest.MonkeyPatch, place: int) -> None:
    """One such byte may have it read on for ever."""
    whole = kept()
    spoiled = bytearray(whole)
    spoiled[place] ^= 1

    class Refusing:
        def __init__(self, literals: list[str]) -> None:
            self.literals = literals

        @staticmethod
        def deserialize(_: bytes) -> None:
            raise AssertionError

        def serialize(self) -> bytes:
            return automaton_form

    automaton_form = automaton_of(list(automaton._PROBE)).serialize()
    monkeypatch.setattr(automaton, "Automaton", Refusing)
    memory = Memory(bytes(spoiled))
    automaton_of(LITERALS, memory)
    assert memory.puts == 1
    with pytest.raises(AssertionError):
        automaton_of(LITERALS, Memory(whole))


@daachorse_only
def test_bytes_with_the_right_digest_that_are_no_automaton_are_not_taken() -> None:
    memory = Memory()
    Sealed(memory, automaton._about(LITERALS)).put(b"no automaton")
    assert len(automaton_of(LITERALS, memory).find_overlapping(TEXT)) == 4
    assert memory.data == kept()


@daachorse_only
def test_the_same_literals_are_kept_as_the_same_bytes_in_every_process() -> None:
    code = (
        "from tests.unit.reading.test_automaton import kept; print(kept("
        "[chr(0x4E00 + 7 * each) + 'ab' * (each % 3) for each in range(2900)]).hex()[:64])"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(digests) == 1


def test_where_no_automaton_can_be_kept_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(automaton, "CAN_BE_KEPT", False)
    monkeypatch.setattr(automaton, "Automaton", LiteralsByHead)
    memory = Memory(b"something")
    assert len(automaton_of(LITERALS, memory).find_overlapping(TEXT)) == 4
    assert memory.puts == 0
