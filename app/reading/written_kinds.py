"""The written form of what literals stand for."""

import json
from collections.abc import Hashable, Iterable, Sequence
from operator import index as whole_number
from typing import Any, Generic, TypeVar

from .anchored_phrase import AnchoredPhrase, Side
from .literal_meanings import Meaning
from .phrase_book import Counted, Kind
from .phrase_syntax import HANZI_GAP, LATIN_GAP

_GAPS = {gap: gap for gap in (0, HANZI_GAP, LATIN_GAP)}

Item = TypeVar("Item", bound=Hashable)


def write_kinds(kinds: Iterable[Counted]) -> bytes:
    """Return the kinds as JSON; equal ones give equal bytes.

    Words stand there once, so do the words that may stand for each other, and so does each phrase:
    what comes later names them by their places.
    """
    words: _Shelf[str] = _Shelf()
    choices: _Shelf[tuple[str, ...]] = _Shelf()
    phrases: _Shelf[AnchoredPhrase] = _Shelf()
    rows = [
        (count, latin, meaning.slots, phrases.places(meaning.anchored), *meaning[2:])
        for (meaning, latin), count in kinds
    ]

    def side(pieces: Side) -> list[int]:
        return [number for gap, either in pieces for number in (gap, choices.place(either))]

    grown = [(p.slot, p.needs, p.latin, side(p.after), side(p.before)) for p in phrases.items]
    chosen = [words.places(each) for each in choices.items]
    whole = ([*words.items], chosen, grown, rows)
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def read_kinds(written: bytes, slot_count: int, literal_count: int) -> list[Counted]:
    """Return the kinds that were written, for a register of `slot_count` slots.

    There are no more than `literal_count` literals in all. ValueError, TypeError, LookupError or
    RecursionError mean that this is not our writing; whatever is returned can hang nothing.
    """
    words, chosen, grown, rows = json.loads(written)
    "".join(words)
    choices = [tuple(map(words.__getitem__, each)) for each in chosen]
    if not all(choices):
        raise ValueError("words expected")
    slots = range(slot_count)

    def side(numbers: Sequence[Any]) -> Side:
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        return tuple([(_GAPS[gap], choices[place]) for gap, place in pairs])

    phrases = [
        AnchoredPhrase(
            slots[slot], whole_number(needs), side(after), side(before), latin=bool(latin)
        )
        for slot, needs, latin, after, before in grown
    ]
    counts = [whole_number(row[0]) for row in rows]
    if counts and (min(counts) < 0 or sum(counts) > literal_count):
        raise ValueError("fewer literals expected")
    slot_at, phrase_at = slots.__getitem__, phrases.__getitem__
    return [
        (
            Kind(
                Meaning(
                    tuple(map(slot_at, standing)),
                    tuple(map(phrase_at, anchored)),
                    tuple(map(str, names)),
                    tuple(map(whole_number, groups)),
                ),
                bool(latin),
            ),
            count,
        )
        for count, latin, standing, anchored, names, groups in rows
    ]


class _Shelf(Generic[Item]):
    """Holds each thing once, and tells its place."""

    def __init__(self) -> None:
        self.items: dict[Item, int] = {}

    def place(self, item: Item) -> int:
        """Return the place of a thing, putting it on the shelf if it is new."""
        return self.items.setdefault(item, len(self.items))

    def places(self, items: Iterable[Item]) -> list[int]:
        """Return the places of several things."""
        return list(map(self.place, items))
