"""Chooses the steps to take now, from the editors' rules and the register's contacts."""

from collections import Counter
from collections.abc import Container
from functools import lru_cache

from msgspec import Struct

from ..model.advice import Advice, AdviceAction, AdviceStep, Contact
from ..model.advice_rules import AdviceRule, AdviceRules, Circumstance, ContactFrom
from ..model.finding import Finding, Severity
from ..model.freshness import Freshness
from ..model.indicator import Line, PhoneNumber
from ..model.kind import kind_of
from ..model.reading import NOTHING_OMITTED, Reading, Stance
from ..model.records import PROVEN, NumberKind, OfficialNumber, Sector
from ..model.scam_category import ScamCategory
from ..model.shown_number import ShownNumber
from ..model.submission import Channel
from ..model.verdict import Verdict, VerdictLevel
from .knowledge import Knowledge

_REMEMBERED = 4096
_OUTSIDE, _STALE = Line.OUTSIDE, Freshness.STALE  # looking a member up costs more than comparing
_REASSURING, _NOTE = Severity.REASSURING, Severity.NOTE
_DEMAND = Stance.DEMAND
_KINDS_TO_DIAL = (
    NumberKind.EMERGENCY,
    NumberKind.HOTLINE,
    NumberKind.TWO_WAY,
    NumberKind.REPORT_LINE,
)


class _Reach(Struct, frozen=True, gc=False):
    """How the register says an organisation is reached, and what it is."""

    number: Contact | None = None
    site: Contact | None = None
    sector: Sector | None = None


class _Case(Struct, frozen=True, gc=False):
    """What the rules ask of a case, and whom of the register it is about.

    `claimed` is the organisation that is claimed or imitated, `genuine` the contact of it that is
    imitated; `listed` is the number in hand that answers calls, `listed_keys` those in hand and
    `acts` those demanded that some rule names.
    """

    level: VerdictLevel
    kind: Channel
    category: ScamCategory | None
    claimed: str
    genuine: str
    listed: Contact | None
    listed_keys: frozenset[str]
    is_outside: bool
    acts: frozenset[str]
    has_listed_site: bool
    has_link: bool
    is_stale: bool
    is_incomplete: bool


class _SiteStep(Struct, frozen=True, gc=False):
    """A step that leads to the listed site in hand."""

    action: AdviceAction
    key: str


_NO_KEYS: frozenset[str] = frozenset()
_NO_NUMBERS = (None, _NO_KEYS, False)


class Adviser:
    """Advises by the editors' rules; safe to share between threads.

    The same cases come again and again, so what is said of a case is remembered. Nothing a person
    wrote is part of a case: a listed site's host, which may be longer than the register's, is not.
    """

    def __init__(self, rules: AdviceRules, knowledge: Knowledge) -> None:
        self._rules = rules
        self._knowledge = knowledge
        every = {rule for case in rules.cases.values() for rule in case}
        self._telling = frozenset().union(*(rule.numbers | rule.except_numbers for rule in every))
        self._acts = frozenset().union(*(rule.acts for rule in every))
        self._named = frozenset(rule.number for rule in every)
        self._chosen = lru_cache(maxsize=_REMEMBERED)(self._choose)

    def advise(self, verdict: Verdict, findings: tuple[Finding, ...], reading: Reading) -> Advice:
        """Return the steps in the order to take them; every number in them is the register's."""
        imitated = _imitated(findings)
        numbers = self._of_numbers(reading.shown) if reading.shown else _NO_NUMBERS
        site = _listed_site(reading, self._knowledge) if reading.links else None
        chosen = self._chosen(
            _Case(
                verdict.level,
                kind_of(reading),
                verdict.category,
                imitated.organization_id if imitated else _claimed(findings, reading),
                imitated.genuine if imitated else "",
                *numbers,
                self._demanded(reading) if reading.hits and verdict.level.is_alarm else _NO_KEYS,
                site is not None,
                bool(reading.links),
                verdict.freshness is _STALE,
                reading.omission != NOTHING_OMITTED,
            )
        )
        if isinstance(chosen, Advice):
            return chosen
        steps = [
            AdviceStep(each.action, each.key, site) if isinstance(each, _SiteStep) else each
            for each in chosen
        ]
        return Advice(tuple(steps))

    def _of_numbers(
        self, every: tuple[ShownNumber, ...]
    ) -> tuple[Contact | None, frozenset[str], bool]:
        """Return what a case says of them: `listed`, `listed_keys` and `is_outside`."""
        first: Contact | None = None
        keys, is_outside = _NO_KEYS, False
        for shown in every:
            number = shown.number
            if isinstance(number, PhoneNumber) and number.line is _OUTSIDE:
                is_outside = True
            for row in self._knowledge.official_numbers(number):
                if row.standing in PROVEN:
                    keys |= self._telling & {row.key}
                    if first is None and row.takes_calls:
                        first = Contact(row.organization_id, row.key)
        return first, keys, is_outside

    def _demanded(self, reading: Reading) -> frozenset[str]:
        """Return the acts demanded of the reader that some rule asks for."""
        return self._acts.intersection(
            [hit.slot.id for hit in reading.hits if hit.stance is _DEMAND]
        )

    def _choose(self, case: _Case) -> Advice | tuple[AdviceStep | _SiteStep, ...]:
        """Return the advice for a case; if a step leads to the listed site in hand, the steps."""
        rules = self._rules
        reach = self._reach(case)
        circumstances = _circumstances(case, reach)
        chosen: list[AdviceRule] = []
        given: set[str] = set()
        of_group: Counter[str] = Counter()
        for rule in rules.of(case.level, case.kind):
            if rule.group and of_group[rule.group] == rules.most_of_group:
                continue
            if rule.key not in given and _applies(rule, case, reach.sector, circumstances):
                given.add(rule.key)
                of_group[rule.group] += 1
                chosen.append(rule)
                if len(chosen) == rules.most:
                    break
        steps = [rule.plain_step or self._step(rule, case, reach) for rule in chosen]
        fixed = [each for each in steps if isinstance(each, AdviceStep)]
        return Advice(tuple(fixed)) if len(fixed) == len(steps) else tuple(steps)

    def _reach(self, case: _Case) -> _Reach:
        """Return how the claimed organisation is reached: by what is imitated, if anything is."""
        owner, genuine = case.claimed, case.genuine
        if not owner:
            return _Reach()
        sector = self._knowledge.organization(owner).sector
        row = number_to_dial(owner, self._knowledge, self._named)
        sites = self._knowledge.domains_of(owner)
        number = Contact(owner, row.key) if row else None
        site = Contact(owner, sites[0].host) if sites else None
        if not genuine:
            return _Reach(number, site, sector)
        known = Contact(owner, genuine)
        return _Reach(number, known, sector) if _is_site(genuine) else _Reach(known, site, sector)

    def _step(self, rule: AdviceRule, case: _Case, reach: _Reach) -> AdviceStep | _SiteStep:
        match rule.contact:
            case ContactFrom.LISTED_SITE:
                return _SiteStep(rule.action, rule.key)
            case ContactFrom.CLAIMED:
                contact = reach.number
            case ContactFrom.CLAIMED_SITE:
                contact = reach.site
            case ContactFrom.LISTED:
                contact = case.listed
            case _:
                contact = self._contact_of(rule)
        return AdviceStep(rule.action, rule.key, contact)

    def _contact_of(self, rule: AdviceRule) -> Contact | None:
        """Return the contact that a rule names, else how its organisation is called."""
        owner, knowledge = rule.organization_id, self._knowledge
        wanted = next((row for row in knowledge.numbers_of(owner) if row.key == rule.number), None)
        row = wanted or number_to_dial(owner, knowledge, self._named)
        return Contact(owner, row.key) if row else None


def number_to_dial(
    organization_id: str, knowledge: Knowledge, named: Container[str]
) -> OfficialNumber | None:
    """Return the organisation's best proven number that answers questions, or None.

    An emergency line is for that only if it is among those `named` by the editors' steps: fires and
    the sick have lines of their own.
    """
    callable_rows = [
        row
        for row in knowledge.numbers_of(organization_id)
        if row.takes_calls
        and row.kind in _KINDS_TO_DIAL
        and row.standing in PROVEN
        and (row.kind is not NumberKind.EMERGENCY or row.key in named)
    ]
    return min(
        callable_rows,
        key=lambda row: (row.kind is not NumberKind.EMERGENCY, PROVEN.index(row.standing)),
        default=None,
    )


def _applies(
    rule: AdviceRule, case: _Case, sector: Sector | None, circumstances: frozenset[Circumstance]
) -> bool:
    if rule.categories and case.category not in rule.categories:
        return False
    if rule.without_category and case.category is not None:
        return False
    if rule.sectors and sector not in rule.sectors:
        return False
    if rule.acts and rule.acts.isdisjoint(case.acts):
        return False
    if not rule.when <= circumstances or rule.unless & circumstances:
        return False
    there = case.listed_keys
    is_of_them = not rule.numbers or not rule.numbers.isdisjoint(there)
    return is_of_them and rule.except_numbers.isdisjoint(there)


def _circumstances(case: _Case, reach: _Reach) -> frozenset[Circumstance]:
    there = {
        Circumstance.CLAIMED: bool(case.claimed),
        Circumstance.CLAIMED_NUMBER: reach.number is not None,
        Circumstance.CLAIMED_SITE: reach.site is not None,
        Circumstance.LISTED_NUMBER: case.listed is not None,
        Circumstance.LISTED_SITE: case.has_listed_site,
        Circumstance.HAS_LINK: case.has_link,
        Circumstance.OUTSIDE: case.is_outside,
        Circumstance.STALE: case.is_stale,
        Circumstance.INCOMPLETE: case.is_incomplete,
    }
    return frozenset(each for each, is_there in there.items() if is_there)


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


def _listed_site(reading: Reading, knowledge: Knowledge) -> Contact | None:
    for link in reading.links:
        if owners := knowledge.place_of(link.host).owners:
            return Contact(owners[0].organization_id, link.host)
    return None


def _is_site(contact: str) -> bool:
    return "." in contact or any(each.isalpha() for each in contact)
