"""Finds the telephone numbers, service codes and SMS senders of a text."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from ..model.indicator import Number
from ..model.text_span import Span
from .digit_run import RUN, DigitRun
from .folding import FoldedText
from .number_context import NumberContext
from .number_disguise import Disguise
from .number_search import NumberSearch
from .number_shapes import ShapeFinder
from .numbering_plan import NumberingPlan

_SENDER_EXTENSION = re.compile(r"\s?(?:转|分机|ext\.?|#)\s?[0-9]{1,6}$")
_INVISIBLE = dict.fromkeys(
    (0xAD, 0x61C, 0x20E3, 0xFE0F, 0xFEFF, 0x2060, *range(0x200B, 0x2010), *range(0x202A, 0x202F))
)
_LONGEST_LINE = 64


class NumberReader:
    """Reads numbers in canonical form: E.164 for dialable ones, plain digits for the rest."""

    def __init__(self, plan: NumberingPlan) -> None:
        self._shapes = ShapeFinder(plan)
        self._context = NumberContext(plan.context)
        self._disguise = Disguise(plan, self._shapes)
        self._plan = plan

    def find(self, folded: FoldedText, taken: Sequence[Span]) -> list[Number]:
        """Return every number of the text in its order.

        `taken` are ranges of the original (links, e-mail addresses) whose digits are no numbers.
        """
        text = _without(folded.text, folded, taken) if taken else folded.text
        runs: Iterable[re.Match[str]] | None = self._disguise.plain_runs(text)
        if runs is None:
            text = self._disguise.lift(folded.text)
            text = _without(text, folded, taken) if taken else text
            runs = RUN.finditer(text)
        elif not runs:
            return []
        found: list[Number] = []
        search = NumberSearch(text, self._shapes, self._context, self._plan)
        original = folded.original
        for shape, first, last in search.numbers(runs):
            start, end = span = folded.span(first, last)
            found.append(shape.at(original[start:end], span))
        return found

    def read_one(self, text: str) -> Number | None:
        """Return the number that the whole string is, None if it is none or more than one.

        Meant for senders and for the keys of the register; `read_one(number.key).key` is the key.
        """
        written = text.strip()
        if not written or len(written) > _LONGEST_LINE:
            return None
        plain = unicodedata.normalize("NFKC", written.translate(_INVISIBLE)).casefold().strip()
        plain = _SENDER_EXTENSION.sub("", self._disguise.lift_all(plain))
        run = DigitRun.of(plain)
        if run is None:
            return None
        shape = run.shape(self._shapes, self._plan, 0, len(run.groups) - 1)
        if shape is None:
            return None
        start = text.index(written)
        return shape.at(written, Span(start, start + len(written)))


def _without(text: str, folded: FoldedText, taken: Sequence[Span]) -> str:
    """Return the text with the taken ranges blotted out, as long as before."""
    if len(taken) == 1:
        start, end = folded.place_of(taken[0])
        return text[:start] + "\n" * (end - start) + text[end:]
    pieces: list[str] = []
    done = 0
    for span in sorted(taken):
        start, end = folded.place_of(span)
        if end > done:
            start = max(start, done)
            pieces += (text[done:start], "\n" * (end - start))
            done = end
    return "".join(pieces) + text[done:]
