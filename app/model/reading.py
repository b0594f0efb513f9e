"""What was read in a submission."""

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from .indicator import Indicator, Link, Number
from .phrases import Slot
from .shown_number import ShownNumber, shown_numbers
from .submission import Submission
from .text_span import Span


class Stance(StrEnum):
    """Whether an act is demanded of the reader, or only forbidden, denied or reported."""

    DEMAND = "demand"
    MENTION = "mention"


class PhraseHit(Struct, frozen=True, gc=False):
    """A slot's phrase found in the text; only acts can have the stance MENTION.

    `start` and `end` count in the folded text, `span` in the original.
    """

    slot: Slot
    start: int
    end: int
    span: Span
    stance: Stance = Stance.DEMAND


class Signature(Struct, frozen=True):
    """An SMS signature: what stands in 【…】 or [...] at either end of a message."""

    name: str
    span: Span


class ClaimBasis(StrEnum):
    """Why we take the text to speak in somebody's name; a name alone is no claim."""

    SIGNATURE = "signature"  # 【工商银行】
    SELF = "self"  # 我是…, 这里是…
    SERVICE = "service"  # …客服, …工作人员, …官方
    SUBJECT = "subject"  # the name is the subject of a demand


class Claim(Struct, frozen=True):
    """The text says it comes from this organisation of the register."""

    organization_id: str
    basis: ClaimBasis
    as_written: str
    span: Span


class Omission(NamedTuple):
    """What was not read of an over-long submission; all zero when everything was."""

    characters: int = 0
    links: int = 0
    numbers: int = 0

    def __bool__(self) -> bool:
        return any(self)


NOTHING_OMITTED = Omission()


class Reading(Struct, frozen=True, gc=False):
    """Everything perceived, in the order of the text.

    `folded` is the text the checks compare with: NFKC, lower case, simplified characters, plain
    digits, nothing invisible. `bare` tells that the paste holds indicators and nothing else, or
    nothing at all beside a sender.
    `legible` is False when there is nothing to read: an empty text, or the bytes of a file.
    `sender` is the submission's sender as a number, `sender_name` its text if it is none.
    `links` and `shown` are the indicators sorted out, since nearly every check asks for them.
    """

    submission: Submission
    folded: str
    indicators: tuple[Indicator, ...]
    sender: Number | None
    sender_name: str
    signatures: tuple[Signature, ...]
    claims: tuple[Claim, ...]
    hits: tuple[PhraseHit, ...]
    bare: bool
    omission: Omission
    legible: bool = True
    links: tuple[Link, ...] = ()
    shown: tuple[ShownNumber, ...] = ()


def sorted_out(reading: Reading) -> Reading:
    """Return the reading with `links` and `shown` as its indicators and its sender have them."""
    links = tuple(each for each in reading.indicators if isinstance(each, Link))
    numbers = tuple(each for each in reading.indicators if not isinstance(each, Link))
    shown = shown_numbers(reading.sender, numbers, bare=reading.bare)
    return replace(reading, links=links, shown=shown)
