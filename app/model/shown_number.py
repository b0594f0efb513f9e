"""The numbers a check looks at, with where each was shown."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from .finding import Evidence
from .indicator import Number


class ShownNumber(Struct, frozen=True, gc=False):
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
    is_mention = not bare
    if sender is None and len(numbers) == 1:  # as most texts that hold any
        return (ShownNumber(numbers[0], False, is_mention),)  # noqa: FBT003
    shown = [ShownNumber(each, False, is_mention) for each in _once(numbers)]  # noqa: FBT003
    if sender is not None:
        shown.insert(0, ShownNumber(sender, is_sender=True, is_mention=False))
    return tuple(shown)


def _once(numbers: Sequence[Number]) -> Iterable[Number]:
    if len(numbers) <= 1:
        return numbers
    first: dict[tuple[type, str], Number] = {}
    for each in numbers:
        first.setdefault((type(each), each.key), each)
    return first.values()
