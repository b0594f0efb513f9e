"""Chooses the steps to take now, from the editors' rules and the register's contacts."""

from collections import Counter
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from ..model.advice import Advice, AdviceStep, Contact
from ..model.advice_rules import AdviceRule, AdviceRules, Circumstance, ContactFrom
from ..model.finding import Finding, Severity
from ..model.freshness import Freshness
from ..model.indicator import Line, Number, PhoneNumber
from ..model.kind import kind_of
from ..model.reading import Reading
from ..model.records import NumberKind, OfficialNumber, Sector, Standing
from ..model.scam_category import ScamCategory
from ..model.submission import Channel
from ..model.verdict import Verdict, VerdictLevel
from .knowledge import Knowledge

_REMEMBERED = 4096
_OF_THE_CASE = (
    ContactFrom.CLAIMED,
    ContactFrom.CLAIMED_SITE,
    ContactFrom.LISTED,
    ContactFrom.LISTED_SITE,
)
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
_REACHABLE = (  # what each of the first fields of _Contacts means if it is there
    Circumstance.CLAIMED,
    Circumstance.CLAIMED_NUMBER,
    Circumstance.CLAIMED_SITE,
    Circumstance.LISTED_NUMBER,
    Circumstance.LISTED_SITE,
)


class _Case(NamedTuple):
    """What the rules ask of a case; of the listed keys only those that some rule names."""

    level: VerdictLevel
    kind: Channel
    category: ScamCategory | None
    sector: Sector | None
    listed_keys: frozenset[str]
    circumstances: frozenset[Circumstance]


class Adviser:
    """Advises by the editors' rules; safe to share between threads.

    The same few cases come again and again, so what the rules say of a case is remembered. Nothing
    a person wrote is part of a case.
    """

    def __init__(self, rules: AdviceRules, knowledge: Knowledge) -> None:
        self._rules = rules
        self._knowledge = knowledge
        every = {rule for case in rules.cases.values() for rule in case}
        self._telling = frozenset().union(*(rule.numbers | rule.except_numbers for rule in every))
        self._chosen = lru_cache(maxsize=_REMEMBERED)(self._choose)

    def advise(self, verdict: Verdict, findings: tuple[Finding, ...], reading: Reading) -> Advice:
        """Return the steps in the order to take them; every number in them is the register's."""
        contacts = _contacts(findings, reading, self._knowledge)
        case = _Case(
            verdict.level,
            kind_of(reading),
            verdict.category,
            contacts.sector,
            contacts.listed_keys & self._telling,
            _circumstances(verdict, reading, contacts),
        )
        chosen = self._chosen(case)
        if isinstance(chosen, Advice):
            return chosen
        steps = [
            step or AdviceStep(rule.action, rule.key, _contact(rule, contacts))
            for rule, step in chosen
        ]
        return Advice(tuple(steps))

    def _choose(self, case: _Case) -> Advice | tuple[tuple[AdviceRule, AdviceStep | None], ...]:
        """Return the advice for a case; if a step names whom the case is about, its rules.

        With each rule comes its step, where that never changes.
        """
        rules = self._rules
        chosen: list[AdviceRule] = []
        given: set[str] = set()
        of_group: Counter[str] = Counter()
        for rule in rules.of(case.level, case.kind):
            if rule.group and of_group[rule.group] == rules.most_of_group:
                continue
            if rule.key not in given and _applies(rule, case):
                given.add(rule.key)
                of_group[rule.group] += 1
                chosen.append(rule)
                if len(chosen) == rules.most:
                    break
        steps = [rule.plain_step or self._fixed(rule) for rule in chosen]
        if None not in steps:
            return Advice(tuple(filter(None, steps)))
        return tuple(zip(chosen, steps, strict=True))

    def _fixed(self, rule: AdviceRule) -> AdviceStep | None:
        if rule.contact in _OF_THE_CASE:
            return None
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


def _applies(rule: AdviceRule, case: _Case) -> bool:
    if rule.categories and case.category not in rule.categories:
        return False
    if rule.without_category and case.category is not None:
        return False
    if rule.sectors and case.sector not in rule.sectors:
        return False
    if not rule.when <= case.circumstances or rule.unless & case.circumstances:
        return False
    if rule.numbers and rule.numbers.isdisjoint(case.listed_keys):
        return False
    return rule.except_numbers.isdisjoint(case.listed_keys)


def _contact(rule: AdviceRule, contacts: _Contacts) -> Contact | None:
    match rule.contact:
        case ContactFrom.CLAIMED:
            return contacts.claimed_number
        case ContactFrom.CLAIMED_SITE:
            return contacts.claimed_site
        case ContactFrom.LISTED:
            return contacts.listed_number
        case _:
            return contacts.listed_site


def _named(rule: AdviceRule, knowledge: Knowledge) -> Contact | None:
    rows = knowledge.numbers_of(rule.organization_id)
    wanted = next((row for row in rows if row.key == rule.number), None)
    row = wanted or number_to_dial(rule.organization_id, knowledge)
    return Contact(rule.organization_id, row.key) if row else None


def _circumstances(
    verdict: Verdict, reading: Reading, contacts: _Contacts
) -> frozenset[Circumstance]:
    found: set[Circumstance] = set()
    if verdict.freshness is Freshness.STALE:
        found.add(Circumstance.STALE)
    if reading.omission:
        found.add(Circumstance.INCOMPLETE)
    if contacts is not _NOBODY:
        if reading.links:
            found.add(Circumstance.HAS_LINK)
        for shown in reading.shown:
            if _is_outside(shown.number):
                found.add(Circumstance.OUTSIDE)
        found.update(compress(_REACHABLE, contacts))
    return frozenset(found)


def _is_outside(number: Number) -> bool:
    return isinstance(number, PhoneNumber) and number.line is Line.OUTSIDE


def _contacts(findings: tuple[Finding, ...], reading: Reading, knowledge: Knowledge) -> _Contacts:
    imitated = _imitated(findings)
    claimed = imitated.organization_id if imitated else _claimed(findings, reading)
    if not claimed and not reading.shown and not reading.links:
        return _NOBODY
    rows = _listed_rows(reading, knowledge)
    listed = _Contacts(
        listed_number=_first_to_call(rows),
        listed_site=_listed_site(reading, knowledge),
        listed_keys=frozenset([row.key for row in rows]),
    )
    if not claimed:
        return listed
    genuine = Contact(claimed, imitated.genuine) if imitated else None
    return listed._replace(
        claimed=claimed,
        claimed_number=_claimed_number(claimed, genuine, knowledge),
        claimed_site=_claimed_site(claimed, genuine, knowledge),
        sector=knowledge.organization(claimed).sector,
    )


def _imitated(findings: tuple[Finding, ...]) -> Finding | None:
    """Return the weightiest finding that names somebody's genuine contact."""
    for each in findings:
        if each.genuine and each.severity > Severity.REASSURING:
            return each
    return None


def _claimed(findings: tuple[Finding, ...], reading: Reading) -> str:
    if reading.claims:
        return reading.claims[0].organization_id
    for each in findings:
        if each.organization_id and each.severity > Severity.NOTE:
            return each.organization_id
    return ""


def _first_to_call(rows: list[OfficialNumber]) -> Contact | None:
    for row in rows:
        if row.takes_calls:
            return Contact(row.organization_id, row.key)
    return None


def _claimed_number(claimed: str, genuine: Contact | None, knowledge: Knowledge) -> Contact | None:
    if genuine is not None and not _is_site(genuine.value):
        return genuine
    row = number_to_dial(claimed, knowledge)
    return Contact(claimed, row.key) if row else None


def _claimed_site(claimed: str, genuine: Contact | None, knowledge: Knowledge) -> Contact | None:
    if genuine is not None and _is_site(genuine.value):
        return genuine
    rows = knowledge.domains_of(claimed)
    return Contact(claimed, rows[0].host) if rows else None


def _listed_rows(reading: Reading, knowledge: Knowledge) -> list[OfficialNumber]:
    rows: list[OfficialNumber] = []
    for shown in reading.shown:
        rows += knowledge.official_numbers(shown.number)
    return [row for row in rows if row.standing in _PROVEN]


def _listed_site(reading: Reading, knowledge: Knowledge) -> Contact | None:
    for link in reading.links:
        if owners := knowledge.domain_owners(link):
            return Contact(owners[0].organization_id, link.host)
    return None


def _is_site(contact: str) -> bool:
    return "." in contact or any(each.isalpha() for each in contact)
