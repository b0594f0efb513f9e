"""The numbers a check looks at, with where each was shown."""

from collections.abc import Sequence
from typing import NamedTuple

from .finding import Evidence
from .indicator import Number


class ShownNumber(NamedTuple):
    """A number and its part: the sender or caller, all that was pasted, or one in a sentence."""

    number: Number
    is_sender: bool
    is_mention: bool

    def evidence(self) -> tuple[Evidence, ...]:
        """Return the proof; a sender has no place in the text."""
        span = None if self.is_sender else self.number.span
        return (Evidence(self.number.as_written, span, self.number),)


def shown_numbers(
    sender: Number | None, numbers: Sequence[Number], *, bare: bool
) -> tuple[ShownNumber, ...]:
    """Return the sender, then every number of the text once, in the order of the text."""
    shown: list[ShownNumber] = []
    if sender is not None:
        shown.append(ShownNumber(sender, is_sender=True, is_mention=False))
    seen: set[tuple[type, str]] = set()
    for number in numbers:
        identity = (type(number), number.key)
        if identity not in seen:
            seen.add(identity)
            shown.append(ShownNumber(number, is_sender=False, is_mention=not bare))
    return tuple(shown)
