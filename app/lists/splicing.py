"""Cuts items out of long arrays, or puts items in, at a few thousand places in one copy."""

from __future__ import annotations

from array import array


def without(values: array[int], places: array[int]) -> array[int]:
    """Return `values` less the items at `places`, which ascend and lie within."""
    view = memoryview(values)
    parts = []
    start = 0
    for place in places:
        parts.append(view[start:place])
        start = place + 1
    parts.append(view[start:])
    return _joined(values.typecode, parts)


def inserted(values: array[int], places: array[int], items: array[int]) -> array[int]:
    """Return `values` with each of `items` put before what stood at its place.

    `places` do not descend and lie within, or at the end.
    """
    view, new = memoryview(values), memoryview(items)
    parts = []
    start = 0
    for index, place in enumerate(places):
        parts.append(view[start:place])
        parts.append(new[index : index + 1])
        start = place
    parts.append(view[start:])
    return _joined(values.typecode, parts)


def _joined(typecode: str, parts: list[memoryview]) -> array[int]:
    joined = array(typecode)
    joined.frombytes(b"".join(parts))
    return joined
