"""Holds whom the text claims to come from against where it leads, step 5."""

from collections.abc import Iterable, Iterator

from ...model.finding import Evidence, Finding, Severity
from ...model.indicator import Indicator, Link, SmsPort
from ...model.language import LocalizedText
from ...model.reading import Reading
from ...model.records import Organization
from ..knowledge import Knowledge
from ..shown_numbers import has_demand, readable
from .check import Topic
from .never_statement import speakers

_ASKS_TO_TYPE = frozenset({"act.open_link", "act.give_data"})
_MOST_CLAIMS = 3
_MOST_LISTED = 2
_KNOWN = "_known"  # the tail of the words that name the listed contacts


class ClaimMismatch:
    """Claims to be X, yet the sender, number or link is not X's.

    The register is not complete, so this is "cannot confirm" unless a dated statement says that X
    uses only these contacts.
    """

    name = "claim_mismatch"
    looks_at = frozenset({Topic.CLAIMS})

    def examine(self, reading: Reading, knowledge: Knowledge) -> Iterable[Finding]:
        """Yield a finding for each claimed organisation that a contact does not belong to."""
        if not reading.claims or (not reading.indicators and reading.sender is None):
            return
        claimed = speakers(reading, knowledge)
        owners = set(claimed)
        for organization_id in claimed[:_MOST_CLAIMS]:
            organization = knowledge.organization(organization_id)
            strangers = tuple(_strangers(reading, knowledge, owners))
            if strangers:
                nearest = _nearest(strangers, _place_of(organization_id, reading))
                yield self._finding(reading, knowledge, organization, nearest)

    def _finding(
        self, reading: Reading, knowledge: Knowledge, claimed: Organization, indicator: Indicator
    ) -> Finding:
        shown = indicator.unicode_host if isinstance(indicator, Link) else indicator.as_written
        is_link = isinstance(indicator, Link)
        severity, reason = _judged(reading, claimed, indicator)
        listed = _listed(claimed.id, knowledge, is_link=is_link)
        in_text = indicator is not reading.sender
        return Finding(
            check=self.name,
            severity=severity,
            reason=f"claim_mismatch.{reason}{_KNOWN if listed else ''}",
            evidence=(
                Evidence(indicator.as_written, indicator.span if in_text else None, indicator),
            ),
            order=5,
            values=(
                ("name", claimed.names),
                ("shown", shown.strip()),
                ("listed", LocalizedText("、".join(listed), " and ".join(listed))),
            ),
            organization_id=claimed.id,
            genuine=_genuine(claimed.id, knowledge, is_link=is_link),
        )


def _judged(reading: Reading, claimed: Organization, indicator: Indicator) -> tuple[Severity, str]:
    is_link = isinstance(indicator, Link)
    # Genuine code messages come from 106 ports, which no organisation lists in full.
    numbers_closed = claimed.closed_numbers and not isinstance(indicator, SmsPort)
    closed = claimed.closed_domains if is_link else numbers_closed
    kind = "link" if is_link else "number"
    if closed:
        to_type = is_link and any(hit.slot.id in _ASKS_TO_TYPE for hit in reading.hits)
        return (Severity.ALARM if to_type else Severity.WARNING), f"closed_{kind}"
    if has_demand(reading) and (is_link or indicator is reading.sender):
        return Severity.WARNING, f"unlisted_{kind}_demand"
    return Severity.NOTE, f"unlisted_{kind}"


def _strangers(reading: Reading, knowledge: Knowledge, claimed: set[str]) -> Iterator[Indicator]:
    """Yield the contacts that belong to none of the claimed organisations."""
    if reading.sender is not None:
        owners = {row.organization_id for row in knowledge.official_numbers(reading.sender)}
        if owners.isdisjoint(claimed):
            yield reading.sender
    for indicator in sorted(reading.indicators, key=lambda each: not isinstance(each, Link)):
        if _owners(indicator, knowledge).isdisjoint(claimed):
            yield indicator


def _place_of(organization_id: str, reading: Reading) -> int:
    """Return where the text first claims to come from the organisation."""
    places = (c.span.start for c in reading.claims if c.organization_id == organization_id)
    return next(places, 0)


def _nearest(strangers: tuple[Indicator, ...], place: int) -> Indicator:
    """Return the first of them, but of links the one behind the claim: two messages in one."""
    first = strangers[0]
    if not isinstance(first, Link):
        return first
    behind = (e for e in strangers if isinstance(e, Link) and e.span.start >= place)
    return next(behind, first)


def _owners(indicator: Indicator, knowledge: Knowledge) -> set[str]:
    if isinstance(indicator, Link):
        return {row.organization_id for row in knowledge.place_of(indicator.host).owners}
    return {row.organization_id for row in knowledge.official_numbers(indicator)}


def _listed(organization_id: str, knowledge: Knowledge, *, is_link: bool) -> tuple[str, ...]:
    """Return the first contacts that the register gives, as people write them."""
    if is_link:
        found = [each.host for each in knowledge.domains_of(organization_id)]
    else:
        rows = knowledge.numbers_of(organization_id)
        found = [readable(each.key) for each in rows if each.takes_calls]
    return tuple(found[:_MOST_LISTED])


def _genuine(organization_id: str, knowledge: Knowledge, *, is_link: bool) -> str:
    if is_link:
        return next((each.host for each in knowledge.domains_of(organization_id)), "")
    rows = knowledge.numbers_of(organization_id)
    return next((each.key for each in rows if each.takes_calls), "")
