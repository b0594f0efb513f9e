"""What a check found, and the proof it can show."""

from enum import IntEnum

from msgspec import Struct

from .indicator import Indicator
from .language import LocalizedText
from .scam_category import ScamCategory
from .source_note import SourceNote
from .text_span import Span


class Severity(IntEnum):
    """DECISIVE and ALARM lead to red, WARNING to orange; NOTE and REASSURING change no alarm."""

    REASSURING = -1
    NOTE = 0
    WARNING = 1
    ALARM = 2
    DECISIVE = 3


class Evidence(Struct, frozen=True, gc=False):
    """The proof one can point at: the person's own characters, and what they stand for.

    `span` is None where the proof is the sender and not in the text.
    """

    quote: str
    span: Span | None = None
    indicator: Indicator | None = None


Value = str | LocalizedText


class Finding(Struct, frozen=True, gc=False):
    """One sentence a check can defend.

    `reason` is either words that came with the data, or the tail of a catalog key
    (`finding.<reason>`) filled with `values`. `organization_id` is whom it speaks of: the owner of
    a listed contact, or the genuine one that is imitated; `genuine` is that one's contact to use
    instead.
    `order` is the step of the order of judgement (1 to 9) that the check stands for.
    """

    check: str
    severity: Severity
    reason: str | LocalizedText
    evidence: tuple[Evidence, ...]
    order: int
    values: tuple[tuple[str, Value], ...] = ()
    category: ScamCategory | None = None
    rule: LocalizedText | None = None
    organization_id: str = ""
    genuine: str = ""
    source: SourceNote | None = None
