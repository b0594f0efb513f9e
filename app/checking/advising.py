"""Chooses the steps to take now, from the editors' rules and the register's contacts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.advice import Advice, AdviceStep, Contact
from ..model.advice_rules import AdviceRule, AdviceRules, Circumstance, ContactFrom
from ..model.finding import Finding, Severity
from ..model.freshness import Freshness
from ..model.indicator import Indicator, Line, Link, PhoneNumber
from ..model.kind import kind_of
from ..model.reading import Reading
from ..model.records import NumberKind, OfficialNumber, Sector, Standing
from ..model.scam_category import ScamCategory
from ..model.verdict import Verdict
from .knowledge import Knowledge

_PROVEN = (Standing.DOCUMENTED, Standing.LISTED_TWICE, Standing.COMMUNITY_LIST)
_KINDS_TO_DIAL = (
    NumberKind.EMERGENCY,
    NumberKind.HOTLINE,
    NumberKind.TWO_WAY,
    NumberKind.REPORT_LINE,
)


@dataclass(frozen=True, slots=True)
class _Contacts:
    """Whom the case is about: the claimed or imitated one, and the listed ones in hand."""

    claimed: str = ""
    sector: Sector | None = None
    claimed_number: Contact | None = None
    claimed_site: Contact | None = None
    listed_keys: frozenset[str] = frozenset()
    listed_number: Contact | None = None
    listed_site: Contact | None = None


_NOBODY = _Contacts()


@dataclass(frozen=True, slots=True)
class _Case:
    """What the rules ask of a case."""

    category: ScamCategory | None
    contacts: _Contacts
    circumstances: frozenset[Circumstance]


def advise(
    verdict: Verdict,
    findings: tuple[Finding, ...],
    reading: Reading,
    knowledge: Knowledge,
    rules: AdviceRules,
) -> Advice:
    """Return the steps in the order to take them; every number in them is the register's."""
    contacts = _contacts(findings, reading, knowledge)
    circumstances = frozenset(_circumstances(verdict, reading, contacts))
    case = _Case(verdict.category, contacts, circumstances)
    steps: list[AdviceStep] = []
    given: set[str] = set()
    of_group: Counter[str] = Counter()
    for rule in rules.of(verdict.level, kind_of(reading)):
        if rule.group and of_group[rule.group] == rules.most_of_group:
            continue
        if rule.key not in given and _applies(rule, case):
            given.add(rule.key)
            of_group[rule.group] += 1
            steps.append(rule.plain_step or _step(rule, contacts, knowledge))
            if len(steps) == rules.most:
                break
    return Advice(tuple(steps))


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
    if rule.sectors and case.contacts.sector not in rule.sectors:
        return False
    if not rule.when <= case.circumstances or rule.unless & case.circumstances:
        return False
    listed = case.contacts.listed_keys
    if rule.numbers and rule.numbers.isdisjoint(listed):
        return False
    return rule.except_numbers.isdisjoint(listed)


def _step(rule: AdviceRule, contacts: _Contacts, knowledge: Knowledge) -> AdviceStep:
    match rule.contact:
        case ContactFrom.CLAIMED:
            contact = contacts.claimed_number
        case ContactFrom.CLAIMED_SITE:
            contact = contacts.claimed_site
        case ContactFrom.LISTED:
            contact = contacts.listed_number
        case ContactFrom.LISTED_SITE:
            contact = contacts.listed_site
        case _:
            contact = _named(rule, knowledge)
    return AdviceStep(rule.action, rule.key, contact)


def _named(rule: AdviceRule, knowledge: Knowledge) -> Contact | None:
    rows = knowledge.numbers_of(rule.organization_id)
    wanted = next((row for row in rows if row.key == rule.number), None)
    row = wanted or number_to_dial(rule.organization_id, knowledge)
    return Contact(rule.organization_id, row.key) if row else None


def _circumstances(
    verdict: Verdict, reading: Reading, contacts: _Contacts
) -> Iterator[Circumstance]:
    if verdict.freshness is Freshness.STALE:
        yield Circumstance.STALE
    if reading.omission:
        yield Circumstance.INCOMPLETE
    if contacts is _NOBODY:
        return
    if any(isinstance(each, Link) for each in reading.indicators):
        yield Circumstance.HAS_LINK
    if any(map(_is_outside, _in_hand(reading))):
        yield Circumstance.OUTSIDE
    yield from _reachable(contacts)


def _reachable(contacts: _Contacts) -> Iterator[Circumstance]:
    if contacts.claimed:
        yield Circumstance.CLAIMED
    if contacts.claimed_number:
        yield Circumstance.CLAIMED_NUMBER
    if contacts.claimed_site:
        yield Circumstance.CLAIMED_SITE
    if contacts.listed_number:
        yield Circumstance.LISTED_NUMBER
    if contacts.listed_site:
        yield Circumstance.LISTED_SITE


def _is_outside(indicator: Indicator) -> bool:
    return isinstance(indicator, PhoneNumber) and indicator.line is Line.OUTSIDE


def _in_hand(reading: Reading) -> tuple[Indicator, ...]:
    if reading.sender is None:
        return reading.indicators
    return (reading.sender, *reading.indicators)


def _contacts(findings: tuple[Finding, ...], reading: Reading, knowledge: Knowledge) -> _Contacts:
    imitated = _imitated(findings)
    claimed = imitated.organization_id if imitated else _claimed(findings, reading)
    in_hand = _in_hand(reading)
    if not claimed and not in_hand:
        return _NOBODY
    genuine = Contact(claimed, imitated.genuine) if imitated else None
    rows = tuple(_listed_rows(in_hand, knowledge))
    return _Contacts(
        claimed,
        knowledge.organization(claimed).sector if claimed else None,
        _claimed_number(claimed, genuine, knowledge) if claimed else None,
        _claimed_site(claimed, genuine, knowledge) if claimed else None,
        frozenset(row.key for row in rows),
        next((Contact(row.organization_id, row.key) for row in rows if row.takes_calls), None),
        _listed_site(reading, knowledge),
    )


def _imitated(findings: tuple[Finding, ...]) -> Finding | None:
    """Return the weightiest finding that names somebody's genuine contact."""
    return next((f for f in findings if f.genuine and f.severity > Severity.REASSURING), None)


def _claimed(findings: tuple[Finding, ...], reading: Reading) -> str:
    if reading.claims:
        return reading.claims[0].organization_id
    return next(
        (f.organization_id for f in findings if f.organization_id and f.severity > Severity.NOTE),
        "",
    )


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


def _listed_rows(in_hand: tuple[Indicator, ...], knowledge: Knowledge) -> Iterator[OfficialNumber]:
    for each in in_hand:
        if not isinstance(each, Link):
            rows = knowledge.official_numbers(each)
            yield from (row for row in rows if row.standing in _PROVEN)


def _listed_site(reading: Reading, knowledge: Knowledge) -> Contact | None:
    for each in reading.indicators:
        if isinstance(each, Link) and (owners := knowledge.domain_owners(each)):
            return Contact(owners[0].organization_id, each.host)
    return None


def _is_site(contact: str) -> bool:
    return "." in contact or any(each.isalpha() for each in contact)
