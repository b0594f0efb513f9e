"""Looks every indicator up in the list of reported ones."""

from ...model.finding import Evidence, Finding, Severity
from ...model.indicator import Indicator, Link
from ...model.reading import Reading
from ...model.records import ReportedIndicator
from ..knowledge import Knowledge
from ..shown_numbers import readable
from .check import LINKS, NUMBERS
from .official_number import best_source


class ReportedMatch:
    """Step 4: exact matches alone; reviewed rows are an alarm, merely reported ones a warning."""

    name = "reported_indicator"
    looks_at = NUMBERS | LINKS

    def examine(self, reading: Reading, knowledge: Knowledge) -> list[Finding]:
        """Return a finding for each number or link that somebody reported."""
        found: list[Finding] = []
        for shown in reading.shown:
            if row := knowledge.reported(shown.number.key):
                number, proof = shown.number, shown.evidence()
                found.append(self._finding(row, number, proof, knowledge))
        for link in reading.links:
            if row := knowledge.reported_link(link):
                evidence = (Evidence(link.as_written, link.span, link),)
                found.append(self._finding(row, link, evidence, knowledge))
        return found

    def _finding(
        self,
        row: ReportedIndicator,
        indicator: Indicator,
        evidence: tuple[Evidence, ...],
        knowledge: Knowledge,
    ) -> Finding:
        is_link = isinstance(indicator, Link)
        shown = indicator.unicode_host if isinstance(indicator, Link) else readable(indicator.key)
        kind = "link" if is_link else "number"
        degree = "reviewed" if row.reviewed else "reported"
        return Finding(
            check=self.name,
            severity=Severity.ALARM if row.reviewed else Severity.WARNING,
            reason=f"reported_indicator.{degree}_{kind}",
            evidence=evidence,
            order=4,
            values=(("shown", shown), ("note", row.note), ("date", row.gathered_on)),
            organization_id=row.imitates,
            genuine=_genuine(row, knowledge, is_link=is_link),
            source=best_source(row.sources),
        )


def _genuine(row: ReportedIndicator, knowledge: Knowledge, *, is_link: bool) -> str:
    """Return the contact of the organisation that the row imitates, "" if none is known."""
    if not row.imitates:
        return ""
    if is_link:
        return next((each.host for each in knowledge.domains_of(row.imitates)), "")
    return next((each.key for each in knowledge.numbers_of(row.imitates) if each.takes_calls), "")
