"""The rules that the tables of fitted weights must keep."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model.phrases import (
    CALMING_SIGNALS,
    WEIGHED_SIGNALS,
    WEIGHT_LEVELS,
    SignWeight,
    Slot,
    SlotKind,
    WeighedWords,
)
from .table_rows import invalid

_WORD = re.compile("[\u4e00-\u9fff]{1,3}|[a-z']{2,}|[a-z']+ [a-z']+")
_HEAVIEST = 200

KINDS = frozenset(SlotKind)


def refuse_strange_weights(slots: Sequence[Slot], weights: Sequence[SignWeight]) -> None:
    """Raise InvalidTableError for a weight that names nothing or breaks a law.

    A notice never adds to the sum, and nothing else ever lowers it; the levels stand in order.
    """
    if not weights:
        return
    for sign, rule in _faults({each.id: each for each in slots}, weights):
        raise invalid("weights", sign, rule)


def refuse_strange_wording(wording: Sequence[WeighedWords], weights: Sequence[SignWeight]) -> None:
    """Raise InvalidTableError for a word that could not be found, or that alone would warn."""
    table = {each.sign: each.hundredths for each in weights}
    heaviest = min(_HEAVIEST, table.get("orange", 0) - table.get("base", 0) - 1)
    seen: set[str] = set()
    for row in wording:
        for word in row.words:
            if not _WORD.fullmatch(word) or word in seen:
                raise invalid("wording", word, "one to three hanzi or one or two words, once each")
            if not -_HEAVIEST <= row.hundredths <= heaviest:
                raise invalid("wording", word, "no single word may warn, or weigh more than two")
            seen.add(word)


def _rise(table: dict[str, int]) -> bool:
    levels = (0, table["orange"], table["script"], table["red"], table["alone"])
    return all(a < b for a, b in pairwise(levels)) and table["orange"] <= table["part"]


def _part_the_parts(table: dict[str, int]) -> bool:
    return table["disbelief"] <= table["doubt"] <= table["backing"] <= table["part"]


def _faults(slots: dict[str, Slot], weights: Sequence[SignWeight]) -> Iterator[tuple[str, str]]:
    table = {each.sign: each.hundredths for each in weights}
    if len(table) != len(weights):
        yield "weights", "a sign twice"
    if missing := [level for level in WEIGHT_LEVELS if level not in table]:
        yield missing[0], "the level is missing"
    elif not table["doubt"] < 0 or not _rise(table) or not _part_the_parts(table):
        yield "red", "the levels are not in order"
    for sign, hundredths in table.items():
        if sign in WEIGHT_LEVELS:
            continue
        slot = slots.get(sign)
        if slot is None and not _is_known(sign):
            yield sign, "no slot, signal or pair of kinds has this name"
        calms = sign in CALMING_SIGNALS or (slot is not None and slot.kind is SlotKind.NOTICE)
        if (hundredths > 0) is calms and hundredths != 0:
            yield sign, "only a genuine notice lowers the sum, and it adds nothing"


def _is_known(sign: str) -> bool:
    first, plus, second = sign.partition("+")
    return sign in WEIGHED_SIGNALS or (bool(plus) and first in {*KINDS, "link"} and second in KINDS)
