"""What is printed: plain lines with a weight, the same for the printer, PDF and text."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from itertools import accumulate
from unicodedata import east_asian_width

from msgspec import Struct

from ..model.language import Language
from .catalog import Catalog
from .plain_characters import one_line
from .redaction import redact
from .verdict_card import ReasonLine, VerdictCard

# Characters; three reasons and the number must share one page, and a hanzi is two letters wide.
_LONGEST_REASON = {Language.ZH: 90, Language.EN: 180}
_LONGEST_QUOTE = 60  # letters; a hanzi is as wide as two
_READ_OF_IT = 400  # characters that are covered before the text is shortened
_CODE_DIGITS = 4


class PaperWeight(StrEnum):
    """How a line stands out."""

    TITLE = "title"
    HEAD = "head"
    NUMBER = "number"
    BODY = "body"


class PaperLine(Struct, frozen=True):
    """One paragraph. `may_go`: it may be left out to keep one page, the last such line first."""

    text: str
    weight: PaperWeight = PaperWeight.BODY
    may_go: bool = False


class Paper(Struct, frozen=True):
    """`points` is the size of the body's letters."""

    lines: tuple[PaperLine, ...]
    points: int

    def text(self) -> str:
        """Return it as plain text."""
        return "\n".join(each.text for each in self.lines) + "\n"


class Checklist(Struct, frozen=True):
    """Lines under a title, each with its tick or its empty box."""

    title: str
    lines: tuple[str, ...]


def slip(card: VerdictCard, catalog: Catalog, version: str, moment: datetime, serial: int) -> Paper:
    """Return the slip a visitor takes home: verdict, number, reasons, date, list, case code.

    Of the pasted text it holds the beginning and what the reasons quote, numbers and names covered
    as in the history.
    """
    say = catalog.text
    checked = _covered(card.text)
    lines = [
        PaperLine(card.headline, PaperWeight.TITLE),
        PaperLine(card.instruction, PaperWeight.HEAD),
        PaperLine(card.dial, PaperWeight.NUMBER),
        PaperLine(card.dial_owner),
        PaperLine(say("slip.checked", words=checked) if checked else "", may_go=True),
        PaperLine(card.second_line, may_go=True),
        *_reasons(card.reasons, checked, catalog),
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


def _reasons(reasons: Sequence[ReasonLine], checked: str, catalog: Catalog) -> Iterator[PaperLine]:
    """Yield each reason and what it quotes; the same words stand here once."""
    quoted = {checked}
    for place, reason in enumerate(reasons):
        said = reason.text
        for quote in reason.quotes:  # a reason may name the number it speaks of
            said = said.replace(quote, redact(quote))
        said = one_line(said, _LONGEST_REASON[catalog.language])
        yield PaperLine(f"· {said}", may_go=place > 0)
        covered = dict.fromkeys(map(_covered, reason.quotes))
        fresh = [each for each in covered if each and each not in said and each not in quoted]
        quoted.update(fresh)
        if fresh:
            line = "".join(catalog.text("slip.quote", words=each) for each in fresh)
            yield PaperLine(line.strip(), may_go=True)


def _covered(words: str) -> str:
    """Return the beginning of somebody's words, on one line, with what names people covered."""
    line = one_line(redact(words[:_READ_OF_IT]).strip(), _READ_OF_IT)
    widths = accumulate(2 if east_asian_width(each) in "WF" else 1 for each in line)
    fitting = sum(width <= _LONGEST_QUOTE for width in widths)
    return line if fitting == len(line) else line[: fitting - 1] + "…"


def case_code(moment: datetime, serial: int) -> str:
    """Return a code for this check that tells nothing about the person: date and a count."""
    return f"{moment:%m%d}-{serial % 10**_CODE_DIGITS:0{_CODE_DIGITS}d}"


def police_sheet(
    title: str,
    rows: Sequence[tuple[str, str]],
    words_title: str,
    words: Sequence[str],
    checklist: Checklist,
) -> Paper:
    """Return the sheet for the police; an empty answer leaves a line for a pen."""
    lines = [
        PaperLine(title, PaperWeight.TITLE),
        *(PaperLine(f"{name}：{answer or '＿' * 12}") for name, answer in rows),
        PaperLine(words_title, PaperWeight.HEAD),
        *(PaperLine(each) for each in words),
        PaperLine(checklist.title, PaperWeight.HEAD),
        *(PaperLine(each) for each in checklist.lines),
    ]
    return Paper(tuple(lines), 16)
