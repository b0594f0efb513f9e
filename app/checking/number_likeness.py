"""Finds which listed number an unlisted one resembles, and how."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from ..model.indicator import SERVICES, Line, Number, OddNumber, PhoneNumber, ShortCode, SmsPort
from ..model.records import PROVEN, OfficialNumber, Sector
from ..model.register import Register
from ..reading.numbering_plan import NumberingPlan

_PUBLIC = (Sector.GOVERNMENT, Sector.PUBLIC_SERVICE)
_EMERGENCY_DIGITS = 3
_COUNTRY = "86"
_ANY = "*"
_MASKED = 7  # the digits in front of these are a place's
_KEPT = 3  # of the masked ones, those behind the middle digit
_CODES = ("95", "96", "123")
_MOBILE = frozenset({Line.MOBILE, Line.VIRTUAL_MOBILE})
_HOUSES = frozenset({Line.LANDLINE})


class Likeness(StrEnum):
    """How a number resembles a listed one; the values are the tails of the catalog keys."""

    PREFIX = "prefix"  # 0095588, +8695588
    AREA_EMERGENCY = "area_emergency"  # 0311-110
    AREA = "area"  # 021-95588
    AREA_PUBLIC = "area_public"  # 021-12333: how such lines are dialled from elsewhere
    EXTRA = "extra"  # 95588012, where the plan appends nothing
    EXTENSION = "extension"  # 951520, where the plan lets holders append digits
    MENU = "menu"  # 95152-8
    FRONT = "front"  # 195588
    PORT_PADDED = "port_padded"  # 10600095588: no carrier gives out such a port
    PORT = "port"  # 1069…95588
    SERVICE_PREFIX = "service_prefix"  # +86 400…, as a caller
    ONE_DIGIT = "one_digit"  # a 400 number with one digit changed
    NEIGHBOUR = "neighbour"  # the same for a landline, where neighbours are often the same house
    TAIL = "tail"  # a mobile that ends in 12333


class Resemblance(NamedTuple):
    """The likeness and the listed row that is resembled."""

    likeness: Likeness
    row: OfficialNumber


class NumberLikeness:
    """Built once from a register; immutable, safe to share between threads.

    Compares only with numbers whose proof can make them OFFICIAL. Neighbouring short codes belong
    to other firms, so for those a changed digit is no likeness; added ones are.
    """

    def __init__(self, register: Register, plan: NumberingPlan) -> None:
        self._plan = plan
        sectors = {each.id: each.sector for each in register.organizations}
        proven = sorted(
            (each for each in register.numbers if each.standing in PROVEN),
            key=lambda each: PROVEN.index(each.standing),
        )
        self._rows: dict[str, OfficialNumber] = {}
        for row in proven:
            self._rows.setdefault(row.key, row)
        self._tails = {
            key: row
            for key, row in self._rows.items()
            if sectors.get(row.organization_id) in _PUBLIC and key.isdigit() and len(key) in (3, 5)
        }
        self._masked = _masked(self._rows.values())
        self._swapped = _swapped(self._rows.values())
        self._heads = frozenset(key[: -_KEPT - 1] for key in self._rows)
        self._ends = frozenset((key[:-_MASKED], key[-_KEPT:]) for key in self._rows)

    def of(self, number: Number) -> Resemblance | None:
        """Return what an unlisted number resembles, None if nothing."""
        match number:
            case PhoneNumber():
                return self._phone(number)
            case ShortCode(area_code=""):
                return self._longer_code(number.digits)
            case ShortCode():
                return self._behind_area(number.digits)
            case SmsPort():
                return self._port(number.digits)
            case OddNumber():
                return self._odd(number.digits)

    def _row(self, likeness: Likeness, key: str) -> Resemblance | None:
        row = self._rows.get(key)
        return Resemblance(likeness, row) if row else None

    def _longer_code(self, digits: str) -> Resemblance | None:
        rule = self._plan.range_of(digits)
        if rule is None:
            return None
        for length in range(len(digits) - 1, rule.base - 1, -1):
            if row := self._rows.get(digits[:length]):
                held = rule.extended and len(digits) <= rule.longest
                plain = len(digits) in rule.lengths and len(digits) <= rule.base + 1
                may = held or (plain and not digits.startswith("95"))
                return Resemblance(Likeness.EXTENSION if may else Likeness.EXTRA, row)
        return None

    def _behind_area(self, digits: str) -> Resemblance | None:
        if len(digits) == _EMERGENCY_DIGITS:
            return self._row(Likeness.AREA_EMERGENCY, digits)
        likeness = Likeness.AREA if digits.startswith("95") else Likeness.AREA_PUBLIC
        found = self._row(likeness, digits)
        return found or self._longer_code(digits)

    def _port(self, digits: str) -> Resemblance | None:
        for length in (6, 5):
            code = digits[-length:]
            if code.startswith(_CODES) and code in self._rows:
                padded = not digits.startswith(self._plan.port_ranges)
                return self._row(Likeness.PORT_PADDED if padded else Likeness.PORT, code)
        return None

    def _odd(self, digits: str) -> Resemblance | None:
        code, hyphen, _ = digits.partition("-")
        if hyphen:
            return self._row(Likeness.MENU, code) or self._longer_code(code)
        if digits[0] not in "+0":
            return self._front(digits)
        return self._behind_exit_code(digits.lstrip("+0"))

    def _behind_exit_code(self, rest: str) -> Resemblance | None:
        for code in dict.fromkeys((rest, rest.removeprefix(_COUNTRY).lstrip("0"))):
            found = self._row(Likeness.PREFIX, code) or self._behind_bare_area(code)
            if found:
                return found
            if longer := self._longer_code(code):
                return Resemblance(Likeness.PREFIX, longer.row)
        return None

    def _behind_bare_area(self, digits: str) -> Resemblance | None:
        """Look behind an area code without its 0, as it stands behind a calling code."""
        area = self._plan.area_code_of("0" + digits)
        local = digits[len(area) - 1 :] if area else ""
        if len(local) == _EMERGENCY_DIGITS:
            return self._row(Likeness.AREA_EMERGENCY, local)
        return self._row(Likeness.PREFIX, local) if local else None

    def _front(self, digits: str) -> Resemblance | None:
        for tail in (digits[-6:], digits[-5:]):
            if tail.startswith(_CODES) and (found := self._row(Likeness.FRONT, tail)):
                return found
        return None

    def _phone(self, number: PhoneNumber) -> Resemblance | None:
        line = number.line
        if line in SERVICES:
            if number.key in self._rows:
                return self._row(Likeness.SERVICE_PREFIX, number.key)
            return self._one_digit_off(number.key, Likeness.ONE_DIGIT)
        if line in _MOBILE:
            return self._tail(number.key)
        return self._one_digit_off(number.key, Likeness.NEIGHBOUR) if line in _HOUSES else None

    def _tail(self, key: str) -> Resemblance | None:
        for length in (5, _EMERGENCY_DIGITS):
            if row := self._tails.get(key[-length:]):
                return Resemblance(Likeness.TAIL, row)
        return None

    def _one_digit_off(self, key: str, likeness: Likeness) -> Resemblance | None:
        # A single slip leaves either the last three digits alone or all before the last four.
        end = len(key)
        early = (key[:-_MASKED], key[-_KEPT:]) in self._ends
        late = key[: -_KEPT - 1] in self._heads
        for place in range(end - (_MASKED if early else _KEPT), end - (0 if late else _KEPT)):
            if row := self._masked.get(key[:place] + _ANY + key[place + 1 :]):
                return Resemblance(likeness, row)
        row = self._swapped.get(key)
        return Resemblance(likeness, row) if row else None


def _masked(rows: Iterable[OfficialNumber]) -> dict[str, OfficialNumber]:
    """Index the full numbers with each digit left out in turn."""
    index: dict[str, OfficialNumber] = {}
    for row in rows:
        if row.key.startswith("+86") and row.takes_calls:
            for masked in _masks(row.key):
                index.setdefault(masked, row)
    return index


def _masks(key: str) -> Iterable[str]:
    """Yield the key with one of its last seven digits masked: the digits in front are a place's."""
    for place in range(len(key) - _MASKED, len(key)):
        yield key[:place] + _ANY + key[place + 1 :]


def _swapped(rows: Iterable[OfficialNumber]) -> dict[str, OfficialNumber]:
    """Index the full numbers with two neighbours among their last seven digits swapped."""
    index: dict[str, OfficialNumber] = {}
    full = [row for row in rows if len(row.key) >= _MASKED]
    for behind in range(_MASKED, 1, -1):
        for row in full:
            key, place = row.key, len(row.key) - behind
            if key[place] != key[place + 1]:
                swapped = key[:place] + key[place + 1] + key[place] + key[place + 2 :]
                index.setdefault(swapped, row)
    return index
