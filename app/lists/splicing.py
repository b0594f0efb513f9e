"""Cuts items out of a long row and puts others in, at thousands of places, in a single copy."""

from __future__ import annotations

from array import array


def spliced(
    values: array[int] | memoryview[int], gone: array[int], places: array[int], items: array[int]
) -> array[int]:
    """Return four-byte `values` less those at `gone`, with each of `items` put in at its place.

    An item goes before what stood at its place in `values`. `gone` ascends and lies within;
    `places` do not descend, and lie within or at the end.
    """
    copied = array("I")
    size, view = copied.itemsize, memoryview(values).cast("B")
    start = 0
    leaving = iter(gone)
    leaves = next(leaving, len(values))
    for place, item in zip(places, items, strict=True):
        while leaves < place:
            copied.frombytes(view[start : leaves * size])
            start = (leaves + 1) * size
            leaves = next(leaving, len(values))
        end = place * size
        copied.frombytes(view[start:end])
        copied.append(item)
        start = end
    while leaves < len(values):
        copied.frombytes(view[start : leaves * size])
        start = (leaves + 1) * size
        leaves = next(leaving, len(values))
    copied.frombytes(view[start:])
    return copied
