"""Cuts items out of long arrays, or puts items in, at a few thousand places in one copy."""

from __future__ import annotations

from array import array


def without(values: array[int], places: array[int]) -> array[int]:
    """Return `values` less the items at `places`, which ascend and lie within."""
    size, view = values.itemsize, memoryview(values).cast("B")
    left = array(values.typecode)
    start = 0
    for place in places:
        left.frombytes(view[start : place * size])
        start = (place + 1) * size
    left.frombytes(view[start:])
    return left


def inserted(values: array[int], places: array[int], items: array[int]) -> array[int]:
    """Return `values` with each of `items` put before what stood at its place.

    `places` do not descend and lie within, or at the end.
    """
    size, view = values.itemsize, memoryview(values).cast("B")
    grown = array(values.typecode)
    start = 0
    for place, item in zip(places, items, strict=True):
        end = place * size
        grown.frombytes(view[start:end])
        grown.append(item)
        start = end
    grown.frombytes(view[start:])
    return grown
