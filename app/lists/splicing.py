"""Cuts items out of a row and puts others in, at many places, in a single copy."""

from __future__ import annotations

from array import array
from collections.abc import Iterable


def splice(
    copied: array[int], values: array[int], gone: Iterable[int], come: Iterable[tuple[int, int]]
) -> None:
    """Append to `copied` the `values` less those at `gone`, with what comes put in at its place.

    Both are arrays "I". An item, the second of a pair, goes before what stood at its place in
    `values`, the first. `gone` ascends and lies within; the places of `come` do not descend, and
    lie within or at the end.
    """
    size, view = copied.itemsize, memoryview(values).cast("B")
    put, put_one = copied.frombytes, copied.append
    start = 0
    leaving = iter(gone)
    leaves = next(leaving, len(values))
    for place, item in come:
        while leaves < place:
            put(view[start : leaves * size])
            start = (leaves + 1) * size
            leaves = next(leaving, len(values))
        end = place * size
        put(view[start:end])
        put_one(item)
        start = end
    while leaves < len(values):
        put(view[start : leaves * size])
        start = (leaves + 1) * size
        leaves = next(leaving, len(values))
    put(view[start:])
