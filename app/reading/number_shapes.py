"""Tells what kind of number a string of digits is, by the plan alone."""

import re
from enum import IntEnum

from msgspec import Struct

from ..model.indicator import Line, Number, OddNumber, PhoneNumber, ShortCode, SmsPort
from ..model.text_span import Span
from .numbering_plan import NumberingPlan

_DATE = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_SHORTEST_OUTSIDE = 7
_LONGEST_OUTSIDE = 15  # ITU-T E.164
_LONGEST = 24
_SHORTEST_DIALABLE = 8
_SHORTEST_TAILED = len("195588")  # fewer digits are a short code or nothing
_SHORTEST_SHOWN = 8
_LONGEST_SHOWN = 13


class Trust(IntEnum):
    """Where digits of this shape count as a number."""

    ANYWHERE = 0
    CUE = 1  # in a sentence only behind a word such as 拨打
    ALONE = 2  # only where the paste or the sender is nothing else


class PhoneShape(Struct, frozen=True, gc=False):
    """A dialable number before it has a place."""

    e164: str
    line: Line
    region: str = "CN"
    prefixed: bool = False
    trust: Trust = Trust.ANYWHERE

    def at(self, as_written: str, span: Span) -> Number:
        return PhoneNumber(self.e164, self.region, self.line, as_written, span, self.prefixed)


class CodeShape(Struct, frozen=True, gc=False):
    """A short code before it has a place."""

    digits: str
    area_code: str = ""
    trust: Trust = Trust.ANYWHERE

    def at(self, as_written: str, span: Span) -> Number:
        return ShortCode(self.digits, as_written, span, self.area_code)


class PortShape(Struct, frozen=True, gc=False):
    """An SMS port before it has a place."""

    digits: str
    trust: Trust = Trust.ANYWHERE

    def at(self, as_written: str, span: Span) -> Number:
        return SmsPort(self.digits, as_written, span)


class OddShape(Struct, frozen=True, gc=False):
    """A string that is shown like a number and is none of the plan."""

    digits: str
    trust: Trust = Trust.ANYWHERE

    def at(self, as_written: str, span: Span) -> Number:
        return OddNumber(self.digits, as_written, span)


Shape = PhoneShape | CodeShape | PortShape | OddShape


class ShapeFinder:
    """Sorts whole strings of digits; it never looks at what stands around them."""

    def __init__(self, plan: NumberingPlan) -> None:
        self._plan = plan

    def shape_of(self, digits: str, *, plus: bool = False, head: str = "") -> Shape | None:
        """Return what the digits are, None if nothing.

        `plus` tells of a + in front; `head` is the first group where separators divide the digits.
        """
        if len(digits) > _LONGEST:
            return None
        if plus or digits.startswith("00"):
            return self._with_exit_code(digits, plus=plus)
        if digits.startswith("0"):
            return self._with_zero(digits, head)
        if len(digits) < _SHORTEST_TAILED:
            return self._short(digits)
        if len(digits) < _SHORTEST_DIALABLE:
            return self._short(digits) or self._rest(digits, head)
        return self._dialable(digits) or self._short(digits) or self._rest(digits, head)

    def _dialable(self, digits: str, *, prefixed: bool = False) -> Shape | None:
        plan = self._plan
        if plan.is_mobile(digits):
            line = Line.VIRTUAL_MOBILE if plan.is_virtual(digits) else Line.MOBILE
            return PhoneShape("+86" + digits, line, "CN", prefixed)
        if plan.is_service(digits):
            four = digits.startswith(plan.four_hundred)
            line = Line.FOUR_HUNDRED if four else Line.EIGHT_HUNDRED
            return PhoneShape("+86" + digits, line, "CN", prefixed)
        if plan.is_port(digits) and not prefixed:
            return PortShape(digits)
        if plan.is_machine(digits):
            return PhoneShape("+86" + digits, Line.MOBILE, prefixed=prefixed, trust=Trust.CUE)
        return None

    def _short(self, digits: str) -> Shape | None:
        rule = self._plan.short_code(digits)
        if rule is None:
            return None
        # A round figure is more often an amount than a code.
        doubtful = rule.needs_cue or digits.endswith("00")
        return CodeShape(digits, trust=Trust.CUE if doubtful else Trust.ANYWHERE)

    def _with_zero(self, digits: str, head: str = "", *, prefixed: bool = False) -> Shape | None:
        area = self._plan.area_code_of(digits)
        local = digits[len(area) :]
        if area and local:
            parted = bool(head) and head.endswith(area[1:])
            if code := self._code_behind_area(area, local, parted=parted):
                return code
            if self._plan.is_local(area, local):
                # The plan starts local numbers with 2-8; what a phone displays may start otherwise.
                usual = parted or "2" <= local[0] <= "8"
                trust = Trust.ANYWHERE if usual else Trust.CUE
                return PhoneShape("+86" + digits[1:], Line.LANDLINE, "CN", prefixed, trust)
        if self._plan.is_mobile(digits[1:]):
            return self._dialable(digits[1:], prefixed=prefixed)
        return self._zero_in_front(digits)

    def _code_behind_area(self, area: str, code: str, *, parted: bool) -> Shape | None:
        if not self._plan.short_code(code):
            return None
        if not parted and not code.startswith(self._plan.glued_starts):
            return None
        doubtful = not parted and (len(code) == len("110") or code.endswith("00"))
        return CodeShape(code, area, Trust.CUE if doubtful else Trust.ANYWHERE)

    def _zero_in_front(self, digits: str) -> Shape | None:
        code = digits.lstrip("0")
        rule = self._plan.short_code(code)
        if rule and len(code) == rule.base:
            return OddShape(digits, Trust.CUE if len(code) > len("110") else Trust.ALONE)
        # An area code with too many or too few digits behind it, as a display may show.
        shown = self._plan.area_code_of(digits) and _SHORTEST_SHOWN <= len(digits) <= _LONGEST_SHOWN
        return OddShape(digits, Trust.ALONE) if shown else None

    def _rest(self, digits: str, head: str) -> Shape | None:
        if digits.startswith("86") and (found := self._behind_86(digits, head)):
            return found
        if (
            self._plan.is_local("", digits)
            and "2" <= digits[0] <= "8"
            and not _DATE.fullmatch(digits)
        ):
            return PhoneShape(digits, Line.LANDLINE, trust=Trust.CUE)
        return self._code_behind_digits(digits)

    def _behind_86(self, digits: str, head: str) -> Shape | None:
        rest = digits[2:]
        found = self._domestic(rest, prefixed=False) if rest else None
        if not isinstance(found, PhoneShape) or found.line is not Line.LANDLINE:
            return found if isinstance(found, PhoneShape) else None
        sure = head == "86" or rest.startswith("0")
        return found if sure else PhoneShape(found.e164, Line.LANDLINE, trust=Trust.CUE)

    def _domestic(self, digits: str, *, prefixed: bool) -> Shape | None:
        """Return the dialable number behind +86 or 86; a short code only with an area code."""
        dialable = self._dialable(digits, prefixed=prefixed)
        rule = self._plan.short_code(digits)
        if dialable or (rule and len(digits) == rule.base):
            return dialable
        full = digits if digits.startswith("0") else "0" + digits
        found = self._with_zero(full, prefixed=prefixed)
        return None if isinstance(found, OddShape) else found

    def _with_exit_code(self, digits: str, *, plus: bool) -> Shape | None:
        shown = "+" + digits if plus else digits
        body = digits[2:] if digits.startswith("00") else digits
        if body.startswith("86"):
            rest = body[2:]
            found = self._domestic(rest, prefixed=True) if rest else None
            return found or self._odd(shown, rest, plus=plus)
        if outside := self._outside(body, plus=plus):
            return outside
        if self._plan.is_service(body):
            return self._dialable(body, prefixed=True)
        return self._odd(shown, body, plus=plus)

    def _odd(self, shown: str, rest: str, *, plus: bool) -> Shape | None:
        code = rest[len(self._plan.area_code_of(rest)) :] if rest.startswith("0") else rest
        if self._plan.short_code(code) or self._plan.is_port(code):
            return OddShape(shown)
        if (plus or rest.startswith("0")) and len(rest) >= _SHORTEST_OUTSIDE:
            return OddShape(shown, Trust.ALONE)
        return None

    def _outside(self, body: str, *, plus: bool) -> Shape | None:
        if not _SHORTEST_OUTSIDE <= len(body) <= _LONGEST_OUTSIDE or body.startswith("0"):
            return None
        # The import costs 50 ms, and most texts hold no such number.
        from . import outside_numbers  # noqa: PLC0415

        found = outside_numbers.look(body)
        if not found.region or (not found.valid and self._looks_domestic(body)):
            return None
        long = plus and found.possible and len(body) > _SHORTEST_OUTSIDE + 2
        trust = Trust.ANYWHERE if found.valid or long else Trust.CUE
        return PhoneShape("+" + body, Line.OUTSIDE, found.region, prefixed=True, trust=trust)

    def _looks_domestic(self, body: str) -> bool:
        return self._plan.short_code(body) is not None or self._plan.is_service(body)

    def _code_behind_digits(self, digits: str) -> Shape | None:
        """Return a string that ends like a service code (195588); it counts only where alone."""
        if len(digits) < _SHORTEST_TAILED or len(digits) > len("13800138000") + 1:
            return None
        for length in (5, 6):
            tail = digits[-length:]
            if tail.startswith(("95", "96", "123")):
                rule = self._plan.short_code(tail)
                if rule and rule.base == length:
                    return OddShape(digits, Trust.ALONE)
        return None
