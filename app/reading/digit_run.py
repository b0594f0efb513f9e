"""A stretch of digits with the separators between them."""

import re
from itertools import accumulate

from .number_shapes import CodeShape, OddShape, Shape, ShapeFinder, Trust
from .numbering_plan import NumberingPlan

TIGHT = r"\-‐‑‒–—―−.·_"
_LOOSE = r" \t★()"
BETWEEN = TIGHT + _LOOSE
# Two digits at least. No two quantifiers compete for a character, so time is linear.
_MORE = rf"(?:[{BETWEEN}]{{1,3}}[0-9]++)"
RUN = re.compile(rf"[0-9](?:[0-9]++{_MORE}*+|{_MORE}++)")
_WHOLE = re.compile(rf"[+(]{{0,2}}{RUN.pattern}")
_GROUP = re.compile(r"([0-9]+)")
_OWN_DIGITS = 4
_LOOSE_SIGNS = frozenset(" \t★()")


class DigitRun:
    """Digits and the separators between them, as one stretch of a text."""

    __slots__ = ("ends", "groups", "plus", "separators", "starts")

    def __init__(self, text: str, start: int, end: int) -> None:
        sign, *pieces = _GROUP.split(text[start:end])  # separators and groups by turns
        self.groups = pieces[::2]
        self.separators = pieces[1:-1:2]
        edges = [*accumulate(map(len, pieces), initial=start + len(sign))]
        self.starts = edges[:-1:2]
        self.ends = edges[1::2]
        self.plus = follows_plus(text, self.starts[0])

    @classmethod
    def of(cls, text: str) -> "DigitRun | None":
        """Return the run that the whole text is."""
        return cls(text, 0, len(text)) if _WHOLE.fullmatch(text) else None

    def is_open_before(self, index: int) -> bool:
        """Tell whether a number may begin with this group."""
        return index == 0 or is_loose(self.separators[index - 1])

    def is_open_behind(self, index: int) -> bool:
        """Tell whether a number may end with this group."""
        return index == len(self.groups) - 1 or is_loose(self.separators[index])

    def is_no_number(self) -> bool:
        """Tell whether it is an IP address or a bank card."""
        count = len(self.groups)
        if count == _OWN_DIGITS and self.separators == [".", ".", "."]:
            return all(len(each) <= len("255") for each in self.groups)
        if count < _OWN_DIGITS:
            return False
        digits = sum(map(len, self.groups))
        return 15 <= digits <= 19 and all(len(each) == _OWN_DIGITS for each in self.groups[:-1])  # noqa: PLR2004

    def shape(
        self, shapes: ShapeFinder, plan: NumberingPlan, first: int, last: int
    ) -> Shape | None:
        """Return what the groups from `first` to `last` are together."""
        plus = self.plus and first == 0
        if first == last:
            return shapes.shape_of(self.groups[first], plus=plus)
        groups = self.groups[first : last + 1]
        if tail := self._code_with_tail(plan, groups, first, plus=plus):
            return tail
        found = shapes.shape_of("".join(groups), plus=plus, head=groups[0])
        if isinstance(found, CodeShape):
            return self._spread_code(found, groups, first, last)
        return found

    def _code_with_tail(
        self, plan: NumberingPlan, groups: list[str], first: int, *, plus: bool
    ) -> Shape | None:
        """Return 95152-8: the hyphen stays, or the key could be that of a listed longer code."""
        if plus or len(groups) != 2 or len(groups[1]) != 1 or is_loose(self.separators[first]):  # noqa: PLR2004
            return None
        rule = plan.short_code(groups[0])
        if rule is None or len(groups[0]) != rule.base or "." in self.separators[first]:
            return None
        return OddShape(f"{groups[0]}-{groups[1]}")

    def _spread_code(
        self, found: CodeShape, groups: list[str], first: int, last: int
    ) -> Shape | None:
        separators = "".join(self.separators[first:last])
        if separators.count(".") == 1:  # 95588.00 is an amount
            return None
        if found.area_code and len(groups) == 2:  # noqa: PLR2004
            return found
        return CodeShape(found.digits, found.area_code, max(found.trust, Trust.CUE))


def follows_plus(text: str, start: int) -> bool:
    """Tell whether a + stands in front that is no sum ("+86", "(+86", "+(86", but not "1+86")."""
    if not start or text[start - 1] not in "+(":  # as nearly always
        return False
    before = text[max(0, start - 3) : start].removesuffix("(")
    return before.endswith("+") and not before[-2:-1].isdigit()


def is_loose(separator: str) -> bool:
    """Tell whether two numbers may stand on either side of it, as of a space."""
    return not _LOOSE_SIGNS.isdisjoint(separator)
