import sys
from array import array

import pytest

from app.lists.byte_order import from_little_endian, to_little_endian
from app.model.errors import DamagedDataError


@pytest.mark.parametrize("order", ["little", "big"])
def test_bytes_come_back_whatever_the_machine(order: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "byteorder", order)
    values = array("Q", [1, 258])
    assert from_little_endian("Q", to_little_endian(values)) == values
    assert values == array("Q", [1, 258])


def test_the_least_byte_comes_first() -> None:
    assert to_little_endian(array("I", [258])) == b"\2\1\0\0"


def test_a_part_of_an_item_is_refused() -> None:
    with pytest.raises(DamagedDataError):
        from_little_endian("I", b"abc")
