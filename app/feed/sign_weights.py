"""The rules that the tables of fitted weights must keep."""

import re
from collections.abc import Iterator, Sequence

from ..model.phrases import CALMING_SIGNALS, WEIGHED_SIGNALS, SignWeight, Slot, SlotKind
from .table_rows import invalid

_WORD = re.compile("[\u4e00-\u9fff]{2,4}|[a-z']{2,}|[a-z']+ [a-z']+")
_HEAVIEST = 500

LEVELS = ("base", "orange", "script", "red")
KINDS = frozenset(SlotKind)


def refuse_strange_weights(slots: Sequence[Slot], weights: Sequence[SignWeight]) -> None:
    """Raise InvalidTableError for a weight that names nothing or breaks a law.

    A notice never adds to the sum, and nothing else ever lowers it; the levels stand in order.
    """
    if not weights:
        return
    for sign, rule in _faults({each.id: each for each in slots}, weights):
        raise invalid("weights", sign, rule)


def refuse_strange_wording(wording: Sequence[SignWeight]) -> None:
    """Raise InvalidTableError for a word that could not be found, or that alone would warn."""
    if not wording:
        return
    table = {each.sign: each.hundredths for each in wording}
    base, level = table.pop("base", 0), table.pop("level", 0)
    if len(table) + 2 != len(wording) or not base < 0 < level:
        raise invalid("wording", "level", "a level is missing, out of order, or a word comes twice")
    for word, hundredths in table.items():
        if not _WORD.fullmatch(word) or abs(hundredths) > _HEAVIEST:
            raise invalid("wording", word, "two to four hanzi or one or two words, at most ±500")
        if base + hundredths >= level:
            raise invalid("wording", word, "no single word may warn")


def _faults(slots: dict[str, Slot], weights: Sequence[SignWeight]) -> Iterator[tuple[str, str]]:
    table = {each.sign: each.hundredths for each in weights}
    if len(table) != len(weights):
        yield "weights", "a sign twice"
    if missing := [level for level in LEVELS if level not in table]:
        yield missing[0], "the level is missing"
    elif not 0 < table["orange"] < table["script"] < table["red"]:
        yield "red", "the levels are not in order"
    for sign, hundredths in table.items():
        if sign in LEVELS:
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
