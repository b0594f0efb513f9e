"""Lifts the disguise from digits that are written as hanzi, banker's numerals or letters."""

import re

from .digit_run import BETWEEN
from .number_shapes import ShapeFinder, Trust
from .numbering_plan import NumberingPlan

_LONGEST_LINE = 64
_OWN_DIGITS = 4
_LETTERS_COUNT_FROM = 7


class Disguise:
    """Characters that stand for digits: hanzi, banker's numerals, O for 0, l for 1."""

    def __init__(self, plan: NumberingPlan, shapes: ShapeFinder) -> None:
        self._shapes = shapes
        self._table = str.maketrans(dict(plan.digits))
        hanzi = "".join(each for each in plan.digits if not each.isascii())
        letters = re.escape("".join(each for each in plan.digits if each.isascii()))
        every = f"0-9{hanzi}{letters}"
        cues = "|".join(re.escape(each) for each in plan.context.cues)
        # A quick look: most texts hold nothing that could be a disguised digit.
        self._hint = re.compile(rf"[{every}][{BETWEEN}]?[{every}][{BETWEEN}]?[{every}]")
        self._perhaps = re.compile(rf"[{every}](?:[{BETWEEN}]{{0,3}}[{every}])++")
        self._hidden = re.compile(
            rf"[{every}](?:[{BETWEEN}]{{0,2}}[{every}]){{6,}}|[{hanzi}]{{3,6}}(?![{every}])"
        )
        self._cue = re.compile(rf"(?:{cues})[号码是为:\s]{{0,3}}$")
        self._all = re.compile(rf"[+{every}{BETWEEN}]*")
        self._core = re.compile(rf"[0-9](?:[{BETWEEN}]{{0,2}}[0-9])*")
        self._strange = re.compile(rf"[{hanzi}{letters}]")

    def plain_runs(self, text: str) -> list[re.Match[str]] | None:
        """Return the runs of digits that RUN would find; None if one of them may be disguised.

        One pass answers both questions, and hardly any text holds a disguise.
        """
        runs = list(self._perhaps.finditer(text))
        for run in runs:
            if not run[0].isdigit() and self._strange.search(run[0]):
                return None
        return runs

    def lift(self, text: str) -> str:
        """Return the text with disguised numbers in plain digits, as long as before."""
        hints = self._hint.findall(text)
        if not hints or not self._strange.search("".join(hints)):
            return text
        if len(text) <= _LONGEST_LINE and self._all.fullmatch(text.strip()):
            return self.lift_all(text)
        return self._hidden.sub(self._lifted, text)

    def lift_all(self, text: str) -> str:
        """Return a string that is one number in plain digits.

        Letters pass for digits in a long number only: “9555O” is not 95550.
        """
        if self._strange.search(text) is None or not self._all.fullmatch(text.strip()):
            return text
        core = max((each.group() for each in self._core.finditer(text)), key=len, default="")
        short = sum(map(str.isalnum, text)) < _LETTERS_COUNT_FROM
        if self._stands_alone(core) or (short and any(map(str.isascii, self._letters_of(text)))):
            return text
        return text.translate(self._table)

    def _letters_of(self, text: str) -> list[str]:
        return self._strange.findall(text)

    def _lifted(self, match: re.Match[str]) -> str:
        written, text = match.group(), match.string
        if self._strange.search(written) is None:
            return written
        left, right = self._edges(written, text, match.start(), match.end())
        inner = written[left:right]
        core = max((each.group() for each in self._core.finditer(inner)), key=len, default="")
        if self._stands_alone(core):
            return written
        if not core and len(inner) < _LETTERS_COUNT_FROM:
            window = text[max(0, match.start() - 12) : match.start()]
            if self._cue.search(window) is None:
                return written
        if sum(1 for each in inner if each.isdigit() or not each.isascii()) < _OWN_DIGITS - 1:
            return written
        return written[:left] + inner.translate(self._table) + written[right:]

    def _edges(self, written: str, text: str, start: int, end: int) -> tuple[int, int]:
        """Leave letters alone that belong to a word beside the digits ("call 138…")."""
        left, right = 0, len(written)
        if start and "a" <= text[start - 1] <= "z":
            while left < right and "a" <= written[left] <= "z":
                left += 1
        if end < len(text) and "a" <= text[end] <= "z":
            while right > left and "a" <= written[right - 1] <= "z":
                right -= 1
        return left, right

    def _stands_alone(self, core: str) -> bool:
        digits = "".join(each for each in core if each.isdigit())
        shape = self._shapes.shape_of(digits) if digits else None
        return shape is not None and shape.trust is Trust.ANYWHERE
