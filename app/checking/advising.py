"""Chooses the steps to take now, from the editors' rules and the register's contacts."""

from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from itertools import compress
from operator import attrgetter
from typing import NamedTuple

from ..model.advice import Advice, AdviceAction, AdviceStep, Contact
from ..model.advice_rules import AdviceRule, AdviceRules, Circumstance, ContactFrom
from ..model.finding import Finding, Severity
from ..model.freshness import Freshness
from ..model.indicator import Line, PhoneNumber
from ..model.kind import kind_of
from ..model.reading import NOTHING_OMITTED, Reading
from ..model.records import NumberKind, OfficialNumber, Sector, Standing
from ..model.scam_category import ScamCategory
from ..model.shown_number import ShownNumber
from ..model.submission import Channel
from ..model.verdict import Verdict, VerdictLevel
from .knowledge import Knowledge

_REMEMBERED = 4096
_OUTSIDE, _STALE = Line.OUTSIDE, Freshness.STALE  # looking a member up costs more than comparing
_REASSURING, _NOTE = Severity.REASSURING, Severity.NOTE
_PROVEN = (Standing.DOCUMENTED, Standing.LISTED_TWICE, Standing.COMMUNITY_LIST)
_KINDS_TO_DIAL = (
    NumberKind.EMERGENCY,
    NumberKind.HOTLINE,
    NumberKind.TWO_WAY,
    NumberKind.REPORT_LINE,
)


class _Contacts(NamedTuple):
    """Whom the case is about: the claimed or imitated one, and the listed ones in hand."""

    claimed: str = ""
    claimed_number: Contact | None = None
    claimed_site: Contact | None = None
    listed_number: Contact | None = None
    listed_site: Contact | None = None
    sector: Sector | None = None
    listed_keys: frozenset[str] = frozenset()


_NOBODY = _Contacts()
_REACHABLE = 5  # the first fields of _Contacts; each has a Circumstance, in the same order
_NO_KEYS: frozenset[str] = frozenset()
_OF_THE_CASE = {
    ContactFrom.CLAIMED: attrgetter("claimed_number"),
    ContactFrom.CLAIMED_SITE: attrgetter("claimed_site"),
    ContactFrom.LISTED: attrgetter("listed_number"),
    ContactFrom.LISTED_SITE: attrgetter("listed_site"),
}


class _Reach(NamedTuple):
    """How the register says an organisation is reached, and what it is."""

    number: Contact | None = None
    site: Contact | None = None
    sector: Sector | None = None


_OUT_OF_REACH = _Reach()


class _OpenStep(NamedTuple):
    """A step whose contact is somebody the case is about."""

    action: AdviceAction
    key: str
    contact: Callable[[_Contacts], Contact | None]


class _Case(NamedTuple):
    """What the rules ask of a case; of the listed keys only those that some rule names.

    `circumstances` tells of each Circumstance, in their order, whether it is there.
    """

    level: VerdictLevel
    kind: Channel
    category: ScamCategory | None
    sector: Sector | None
    listed_keys: frozenset[str]
    circumstances: tuple[bool, ...]


class Adviser:
    """Advises by the editors' rules; safe to share between threads.

    The same few cases come again and again, so what the rules say of a case is remembered, and how
    an organisation is reached. Nothing a person wrote is part of a case.
    """

    def __init__(self, rules: AdviceRules, knowledge: Knowledge) -> None:
        self._rules = rules
        self._knowledge = knowledge
        every = {rule for case in rules.cases.values() for rule in case}
        self._telling = frozenset().union(*(rule.numbers | rule.except_numbers for rule in every))
        self._chosen = lru_cache(maxsize=_REMEMBERED)(self._choose)
        self._reach_of = lru_cache(maxsize=_REMEMBERED)(self._reach)

    def advise(self, verdict: Verdict, findings: tuple[Finding, ...], reading: Reading) -> Advice:
        """Return the steps in the order to take them; every number in them is the register's."""
        contacts = self._contacts(findings, reading)
        chosen = self._chosen(
            _Case(
                verdict.level,
                kind_of(reading),
                verdict.category,
                contacts.sector,
                contacts.listed_keys,
                _circumstances(verdict, reading, contacts),
            )
        )
        if isinstance(chosen, Advice):
            return chosen
        steps = [
            AdviceStep(each.action, each.key, each.contact(contacts))
            if isinstance(each, _OpenStep)
            else each
            for each in chosen
        ]
        return Advice(tuple(steps))

    def _contacts(self, findings: tuple[Finding, ...], reading: Reading) -> _Contacts:
        imitated = _imitated(findings)
        claimed = imitated.organization_id if imitated else _claimed(findings, reading)
        if not claimed and not reading.shown and not reading.links:
            return _NOBODY
        number, site, sector = self._reach_of(claimed) if claimed else _OUT_OF_REACH
        if imitated and claimed:
            genuine = Contact(claimed, imitated.genuine)
            number, site = (number, genuine) if _is_site(genuine.value) else (genuine, site)
        rows = _listed_rows(reading, self._knowledge)
        return _Contacts(
            claimed,
            number,
            site,
            _first_to_call(rows),
            _listed_site(reading, self._knowledge),
            sector,
            self._telling.intersection([row.key for row in rows]) if rows else _NO_KEYS,
        )

    def _reach(self, organization_id: str) -> _Reach:
        row = number_to_dial(organization_id, self._knowledge)
        sites = self._knowledge.domains_of(organization_id)
        return _Reach(
            Contact(organization_id, row.key) if row else None,
            Contact(organization_id, sites[0].host) if sites else None,
            self._knowledge.organization(organization_id).sector,
        )

    def _choose(self, case: _Case) -> Advice | tuple[AdviceStep | _OpenStep, ...]:
        """Return the advice for a case; if a step names whom the case is about, the steps."""
        rules = self._rules
        circumstances = frozenset(compress(Circumstance, case.circumstances))
        chosen: list[AdviceRule] = []
        given: set[str] = set()
        of_group: Counter[str] = Counter()
        for rule in rules.of(case.level, case.kind):
            if rule.group and of_group[rule.group] == rules.most_of_group:
                continue
            if rule.key not in given and _applies(rule, case, circumstances):
                given.add(rule.key)
                of_group[rule.group] += 1
                chosen.append(rule)
                if len(chosen) == rules.most:
                    break
        steps = [rule.plain_step or self._step(rule) for rule in chosen]
        fixed = [each for each in steps if isinstance(each, AdviceStep)]
        return Advice(tuple(fixed)) if len(fixed) == len(steps) else tuple(steps)

    def _step(self, rule: AdviceRule) -> AdviceStep | _OpenStep:
        if contact := _OF_THE_CASE.get(rule.contact):
            return _OpenStep(rule.action, rule.key, contact)
        return AdviceStep(rule.action, rule.key, _named(rule, self._knowledge))


def number_to_dial(organization_id: str, knowledge: Knowledge) -> OfficialNumber | None:
    """Return the organisation's best proven number that answers calls, or None."""
    callable_rows = [
        row
        for row in knowledge.numbers_of(organization_id)
        if row.takes_calls and row.kind in _KINDS_TO_DIAL and row.standing in _PROVEN
    ]
    return min(
        callable_rows,
        key=lambda row: (row.kind is not NumberKind.EMERGENCY, _PROVEN.index(row.standing)),
        default=None,
    )


def _applies(rule: AdviceRule, case: _Case, circumstances: frozenset[Circumstance]) -> bool:
    if rule.categories and case.category not in rule.categories:
        return False
    if rule.without_category and case.category is not None:
        return False
    if rule.sectors and case.sector not in rule.sectors:
        return False
    if not rule.when <= circumstances or rule.unless & circumstances:
        return False
    if rule.numbers and rule.numbers.isdisjoint(case.listed_keys):
        return False
    return rule.except_numbers.isdisjoint(case.listed_keys)


def _named(rule: AdviceRule, knowledge: Knowledge) -> Contact | None:
    rows = knowledge.numbers_of(rule.organization_id)
    wanted = next((row for row in rows if row.key == rule.number), None)
    row = wanted or number_to_dial(rule.organization_id, knowledge)
    return Contact(rule.organization_id, row.key) if row else None


def _circumstances(verdict: Verdict, reading: Reading, contacts: _Contacts) -> tuple[bool, ...]:
    return (
        *map(bool, contacts[:_REACHABLE]),
        bool(reading.links),
        any(map(_is_outside, reading.shown)),
        verdict.freshness is _STALE,
        reading.omission != NOTHING_OMITTED,
    )


def _is_outside(shown: ShownNumber) -> bool:
    number = shown.number
    return isinstance(number, PhoneNumber) and number.line is _OUTSIDE


def _imitated(findings: tuple[Finding, ...]) -> Finding | None:
    """Return the weightiest finding that names somebody's genuine contact."""
    for each in findings:
        if each.genuine and each.severity > _REASSURING:
            return each
    return None


def _claimed(findings: tuple[Finding, ...], reading: Reading) -> str:
    if reading.claims:
        return reading.claims[0].organization_id
    for each in findings:
        if each.organization_id and each.severity > _NOTE:
            return each.organization_id
    return ""


def _first_to_call(rows: list[OfficialNumber]) -> Contact | None:
    for row in rows:
        if row.takes_calls:
            return Contact(row.organization_id, row.key)
    return None


def _listed_rows(reading: Reading, knowledge: Knowledge) -> list[OfficialNumber]:
    return [
        row
        for shown in reading.shown
        for row in knowledge.official_numbers(shown.number)
        if row.standing in _PROVEN
    ]


def _listed_site(reading: Reading, knowledge: Knowledge) -> Contact | None:
    for link in reading.links:
        if owners := knowledge.domain_owners(link):
            return Contact(owners[0].organization_id, link.host)
    return None


def _is_site(contact: str) -> bool:
    return "." in contact or any(each.isalpha() for each in contact)
