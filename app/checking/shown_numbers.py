"""The numbers a check looks at, with where each was shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.finding import Evidence
from ..model.indicator import Link, Number
from ..model.phrases import SlotKind
from ..model.reading import Reading, Stance


@dataclass(frozen=True, slots=True)
class ShownNumber:
    """A number and its part: the sender or caller, all that was pasted, or one in a sentence."""

    number: Number
    is_sender: bool
    is_mention: bool

    def evidence(self) -> tuple[Evidence, ...]:
        """Return the proof; a sender has no place in the text."""
        span = None if self.is_sender else self.number.span
        return (Evidence(self.number.as_written, span, self.number),)


def shown_numbers(reading: Reading) -> Iterator[ShownNumber]:
    """Yield the sender, then every number of the text once, in the order of the text."""
    if reading.sender is not None:
        yield ShownNumber(reading.sender, is_sender=True, is_mention=False)
    seen: set[tuple[type, str]] = set()
    for indicator in reading.indicators:
        if isinstance(indicator, Link):
            continue
        identity = (type(indicator), indicator.key)
        if identity not in seen:
            seen.add(identity)
            yield ShownNumber(indicator, is_sender=False, is_mention=not reading.bare)


def has_demand(reading: Reading) -> bool:
    """Tell whether something is demanded of the reader."""
    return any(
        hit.slot.kind is SlotKind.ACT and hit.stance is Stance.DEMAND for hit in reading.hits
    )


def readable(key: str) -> str:
    """Return a canonical key as people in the mainland dial it: "+8610…" becomes "010…"."""
    if not key.startswith("+86"):
        return key
    rest = key[len("+86") :]
    is_mobile = rest.startswith("1") and len(rest) == len("13800138000")
    return rest if is_mobile or rest.startswith(("400", "800")) else "0" + rest
