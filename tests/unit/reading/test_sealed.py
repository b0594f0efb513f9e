"""What was kept is taken only if it is that to the last bit, and of the same matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reading.sealed import Sealed
from tests.memory import Memory

WRITTEN = b"what was written"


def kept(about: bytes = b"matter") -> bytes:
    memory = Memory()
    Sealed(memory, about).put(WRITTEN)
    assert memory.data is not None
    return memory.data


def test_what_was_put_is_taken() -> None:
    taken = Sealed(Memory(kept()), b"matter").take()
    assert taken is not None
    assert bytes(taken) == WRITTEN


def test_where_nothing_was_put_nothing_is_taken() -> None:
    assert Sealed(Memory(), b"matter").take() is None


def test_what_is_of_another_matter_is_not_taken() -> None:
    assert Sealed(Memory(kept()), b"another").take() is None


@given(st.binary(max_size=80).filter(lambda data: data != kept()))
def test_other_bytes_are_not_taken(data: bytes) -> None:
    assert Sealed(Memory(data), b"matter").take() is None


@pytest.mark.parametrize("place", range(len(kept())))
def test_one_spoiled_bit_is_seen_wherever_it_is(place: int) -> None:
    data = bytearray(kept())
    data[place] ^= 1
    assert Sealed(Memory(bytes(data)), b"matter").take() is None
    assert Sealed(Memory(kept()[:place]), b"matter").take() is None
