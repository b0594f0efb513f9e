"""What is printed: plain lines with a weight, the same for the printer, PDF and text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ..model.language import Language
from .catalog import Catalog
from .plain_characters import one_line
from .verdict_card import VerdictCard

# Characters; three reasons and the number must share one page, and a hanzi is two letters wide.
_LONGEST_REASON = {Language.ZH: 90, Language.EN: 180}
_CODE_DIGITS = 4


class PaperWeight(StrEnum):
    """How a line stands out."""

    TITLE = "title"
    HEAD = "head"
    NUMBER = "number"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paragraph. `may_go` tells that it may be left out to keep everything on one page."""

    text: str
    weight: PaperWeight = PaperWeight.BODY
    may_go: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """`points` is the size of the body's letters."""

    lines: tuple[PaperLine, ...]
    points: int

    def text(self) -> str:
        """Return it as plain text."""
        return "\n".join(each.text for each in self.lines) + "\n"


def slip(card: VerdictCard, catalog: Catalog, version: str, moment: datetime, serial: int) -> Paper:
    """Return the slip a visitor takes home: verdict, number, reasons, date, list, case code.

    It quotes what the reasons quote and holds nothing else of the pasted text.
    """
    say = catalog.text
    limit = _LONGEST_REASON[catalog.language]
    lines = [
        PaperLine(card.headline, PaperWeight.TITLE),
        PaperLine(card.instruction, PaperWeight.HEAD),
        PaperLine(card.dial, PaperWeight.NUMBER),
        PaperLine(card.dial_owner),
        PaperLine(card.second_line, may_go=True),
        *(
            PaperLine(f"· {one_line(each.text, limit)}", may_go=place > 0)
            for place, each in enumerate(card.reasons)
        ),
        *(
            PaperLine(f"{place}. {step.text}", may_go=True)
            for place, step in enumerate(card.steps, 1)
        ),
        PaperLine(say("slip.when", moment=moment.strftime("%Y-%m-%d %H:%M"))),
        PaperLine(say("slip.list", line=card.list_line, version=version[:8])),
        PaperLine(say("slip.code", code=case_code(moment, serial))),
        PaperLine(card.disclaimer),
    ]
    return Paper(tuple(each for each in lines if each.text), 20)


def case_code(moment: datetime, serial: int) -> str:
    """Return a code for this check that tells nothing about the person: date and a count."""
    return f"{moment:%m%d}-{serial % 10**_CODE_DIGITS:0{_CODE_DIGITS}d}"


def police_sheet(
    title: str, rows: Sequence[tuple[str, str]], words_title: str, words: Sequence[str]
) -> Paper:
    """Return the sheet for the police; an empty answer leaves a line for a pen."""
    lines = [
        PaperLine(title, PaperWeight.TITLE),
        *(PaperLine(f"{name}：{answer or '＿' * 12}") for name, answer in rows),
        PaperLine(words_title, PaperWeight.HEAD),
        *(PaperLine(each) for each in words),
    ]
    return Paper(tuple(lines), 16)
