"""What the verdict screen, the terminal and the speaker say: finished sentences in one language."""

from msgspec import Struct

from ..model.advice import AdviceAction
from ..model.finding import Severity
from ..model.text_span import Span
from ..model.verdict import VerdictLevel
from .story_board import StoryBoard


class SourceLine(Struct, frozen=True):
    """Where a sentence comes from, for the details page: "press · Title · 2025-12 · address"."""

    text: str
    address: str


class ReasonLine(Struct, frozen=True):
    """One sentence of why, the person's own words, and where they stand in his text."""

    severity: Severity
    text: str
    quotes: tuple[str, ...]
    spans: tuple[Span, ...]
    rule: str
    source: SourceLine | None


class StepLine(Struct, frozen=True):
    """One step. `dial` is a number for large digits, "" if none; `site` an address to type."""

    action: AdviceAction
    text: str
    dial: str
    site: str
    owner: str


class Comparison(Struct, frozen=True):
    """What it claims beside what the register says; empty strings where there is nothing to say."""

    claimed: str
    registered: str


class VerdictCard(Struct, frozen=True):
    """`instruction` is one verb phrase of at most 12 hanzi; at most three `reasons`.

    `notes` are calm lines (listed numbers mentioned, shorteners, what was not read).
    `dial` is the number to show in large digits and `dial_owner` whose it is; "" if none.
    `list_line` tells the register's date and age, `disclaimer` that we are no government.
    `questions` are asked on the purple screen. `text` is the person's text as read.
    `story` is the script beside the person's words, where an alarm knows its script.
    `version` is the list's.
    """

    level: VerdictLevel
    category_name: str
    headline: str
    second_line: str
    instruction: str
    reasons: tuple[ReasonLine, ...]
    notes: tuple[ReasonLine, ...]
    comparison: Comparison | None
    steps: tuple[StepLine, ...]
    dial: str
    dial_owner: str
    questions: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    list_line: str
    disclaimer: str
    text: str
    story: StoryBoard | None = None
    version: str = ""
