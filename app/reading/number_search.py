"""Goes through a text's runs of digits to tell which parts of them are numbers."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from .digit_run import BETWEEN, TIGHT, DigitRun, follows_plus, is_loose
from .number_context import NumberContext
from .number_shapes import CodeShape, PhoneShape, Shape, ShapeFinder, Trust
from .numbering_plan import NumberingPlan

_ONLY_NUMBERS = re.compile(rf"[\s0-9+,;/、，;|和与或及{BETWEEN}]*")
_EXTENSION = re.compile(rf"[{TIGHT}](?:转)?[0-9]{{1,6}}(?![0-9])")
_SHORTEST = len("110")
_MOST_DIGITS = 22
_USUAL_DIGITS = len("86 1410012345678")
_MOBILE_DIGITS = 11
_ANYWHERE = Trust.ANYWHERE
_LONGEST_AREA = len("0755")
_CHAIN = re.compile(r"[\s,;/、，;|和与或及-]{1,3}")


class NumberSearch:
    """One pass over one folded text with plain digits."""

    __slots__ = ("_context", "_last_end", "_only_numbers", "_plan", "_shapes", "_text")

    def __init__(
        self, text: str, shapes: ShapeFinder, context: NumberContext, plan: NumberingPlan
    ) -> None:
        self._text = text
        self._shapes = shapes
        self._context = context
        self._plan = plan
        self._only_numbers: bool | None = None
        self._last_end = len(text)

    def numbers(self, runs: Iterable[re.Match[str]]) -> list[tuple[Shape, int, int]]:
        """Return every number of the RUNs of the text with its place, in their order."""
        text, shape_of = self._text, self._shapes.shape_of
        has_plus = "+" in text
        found: list[tuple[Shape, int, int]] = []
        for match in runs:
            start, end = match.span()
            if end - start < _SHORTEST:
                continue
            written = match[0]
            if not has_plus or not follows_plus(text, start):  # by far the most
                is_one = written.isdigit()
                shape = shape_of(written) if is_one else self._hyphened(written)
                if shape is not None and self._counts(shape, start, end):
                    self._last_end = end
                    found.append((shape, start, end))
                    continue
                if is_one:
                    continue
            run = DigitRun(text, start, end)
            if not run.is_no_number():
                found += self._of_run(run)
        return found

    def _hyphened(self, written: str) -> Shape | None:
        """Return the dialable number that up to three groups are, where the first is none alone.

        Most numbers with separators are so (010-…, 400-…-…), and need no look at their parts.
        """
        head, hyphen, rest = written.partition("-")
        digits = head + rest.replace("-", "", 1)
        if not hyphen or len(digits) > _USUAL_DIGITS or not digits.isdigit():
            return None
        is_area = head[0] == "0" and len(head) <= _LONGEST_AREA
        if not is_area and self._shapes.shape_of(head) is not None:
            return None
        shape = self._shapes.shape_of(digits, head=head)
        return shape if isinstance(shape, PhoneShape) else None

    def _of_run(self, run: DigitRun) -> Iterator[tuple[Shape, int, int]]:
        sums = [0, *accumulate(map(len, run.groups))]
        index = 0
        while index < len(run.groups):
            shape, last = self._longest_at(run, index, sums)
            if shape is None:
                index += 1
                continue
            start, end = run.starts[index], run.ends[last]
            if index == 0 and run.plus:
                start = self._text.rindex("+", 0, start)
            self._last_end = end
            yield shape, start, end
            index = self._behind(run, last, shape)

    def _longest_at(self, run: DigitRun, index: int, sums: list[int]) -> tuple[Shape | None, int]:
        if not run.is_open_before(index) and len(run.groups[index]) != _MOBILE_DIGITS:
            return None, index
        for last in range(self._furthest(run, index, sums), index - 1, -1):
            shape = run.shape(self._shapes, self._plan, index, last)
            if shape is None or not self._may_end(run, index, last, shape):
                continue
            if last > index and self._are_several(run, index, last):
                last = index  # noqa: PLW2901
                shape = run.shape(self._shapes, self._plan, index, index)
            if shape is not None and self._fits(run, index, last, shape):
                return shape, last
        return None, index

    def _furthest(self, run: DigitRun, index: int, sums: list[int]) -> int:
        """Return the last group that a number beginning with the group `index` could reach."""
        if sums[-1] - sums[index] <= _USUAL_DIGITS:
            return len(run.groups) - 1
        head = "".join(run.groups[index : index + _SHORTEST])
        long = head.startswith(("00", "106")) or (run.plus and index == 0)
        most = _MOST_DIGITS if long else _USUAL_DIGITS
        return bisect_right(sums, sums[index] + most) - 2

    def _may_end(self, run: DigitRun, first: int, last: int, shape: Shape) -> bool:
        if run.is_open_behind(last):
            return True
        if not isinstance(shape, PhoneShape):
            return False
        if first == last and len(run.groups[last]) == _MOBILE_DIGITS:
            return True
        return _EXTENSION.match(self._text, run.ends[last]) is not None

    def _behind(self, run: DigitRun, last: int, shape: Shape) -> int:
        """Return the next group to look at; an extension (-801) is passed over."""
        if isinstance(shape, PhoneShape):
            while last + 1 < len(run.groups) and not run.is_open_behind(last):
                if len(run.groups[last + 1]) > len("801") + len("801"):
                    break
                last += 1
        return last + 1

    def _are_several(self, run: DigitRun, first: int, last: int) -> bool:
        """Tell whether each group is a number by itself ("10086 110")."""
        for index in range(first, last + 1):
            alone = self._shapes.shape_of(run.groups[index], plus=run.plus and index == 0)
            if alone is None or alone.trust is Trust.ALONE:
                return False
            if isinstance(alone, PhoneShape) and not alone.e164.startswith("+"):
                return False
            tight = index > first and not is_loose(run.separators[index - 1])
            if tight and len(run.groups[index]) == len("110"):
                return False
        return True

    def _fits(self, run: DigitRun, first: int, last: int, shape: Shape) -> bool:
        three = isinstance(shape, CodeShape) and len(shape.digits) == _SHORTEST
        if three and first and run.ends[first - 1] != self._last_end:
            return False  # three digits behind digits that are no number: a list of figures
        return self._counts(shape, run.starts[first], run.ends[last])

    def _counts(self, shape: Shape, start: int, end: int) -> bool:
        is_sure = shape.trust is _ANYWHERE and isinstance(shape, PhoneShape)
        if is_sure and self._context.is_silent(self._text, start, end):
            return True  # as nearly always
        if self._context.touches_letters(self._text, start, end):
            return False
        if not is_sure:
            if self._is_only_numbers():
                return True
            if shape.trust is Trust.ALONE:
                return False
            if shape.trust is Trust.CUE and _CHAIN.fullmatch(self._text, self._last_end, start):
                return True  # "拨打10000或10010"
        return self._context.allows(shape, self._text, start, end)

    def _is_only_numbers(self) -> bool:
        if self._only_numbers is None:
            self._only_numbers = _ONLY_NUMBERS.fullmatch(self._text) is not None
        return self._only_numbers
