"""Arrays of integers as little-endian bytes, whatever the machine's own order is."""

from __future__ import annotations

import sys
from array import array
from typing import Literal

from ..model.errors import DamagedDataError


def to_little_endian(values: array[int]) -> bytes:
    """Return the items one after the other, least significant byte first."""
    return bytes(in_little_endian(values))


def in_little_endian(values: array[int] | memoryview[int]) -> memoryview[int]:
    """Return the same without a copy where the machine's order allows; `values` must stay alone."""
    if sys.byteorder == "big":
        values = array(values.typecode if isinstance(values, array) else values.format, values)
        values.byteswap()
    return memoryview(values).cast("B")


def from_little_endian(code: Literal["I", "Q"], data: bytes | bytearray | memoryview) -> array[int]:
    """Return an array "I" (4 bytes an item) or "Q" (8); DamagedDataError for a part of an item."""
    values = array(code)
    try:
        values.frombytes(data)
    except ValueError as error:
        raise DamagedDataError("damaged-data", cause=str(error)) from error
    if sys.byteorder == "big":
        values.byteswap()
    return values
