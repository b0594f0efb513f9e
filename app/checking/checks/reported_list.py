"""Looks every indicator up in the big lists that a feed brings."""

from collections.abc import Callable
from datetime import date

from ...model.feed_index import ReportedList
from ...model.finding import Evidence, Finding, Severity
from ...model.indicator import Indicator, Link
from ...model.reading import Reading
from ..knowledge import Knowledge
from ..shown_numbers import readable
from .check import Topic


class ListMatch:
    """Step 4: a reviewed list is an alarm, a merely reported one a warning; each that hits speaks.

    `today` tells the day, since a list is only as good as its last edition.
    """

    name = "reported_list"
    looks_at = frozenset({Topic.OTHER_NUMBERS, Topic.OTHER_LINKS})

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today

    def examine(self, reading: Reading, knowledge: Knowledge) -> list[Finding]:
        """Return a finding for each list and each number or link in it."""
        found: list[Finding] = []
        if not knowledge.has_lists:
            return found
        today = self._today()
        for shown in reading.shown:
            if hits := knowledge.list_hits(shown.number, today):
                proof = shown.evidence()
                found += [self._finding(each, shown.number, proof) for each in hits]
        for link in reading.links:
            if hits := knowledge.list_hits(link, today):
                proof = (Evidence(link.as_written, link.span, link),)
                found += [self._finding(each, link, proof) for each in hits]
        return found

    def _finding(
        self, listed: ReportedList, indicator: Indicator, evidence: tuple[Evidence, ...]
    ) -> Finding:
        is_link = isinstance(indicator, Link)
        degree = "reviewed" if listed.reviewed else "reported"
        return Finding(
            check=self.name,
            severity=Severity.ALARM if listed.reviewed else Severity.WARNING,
            reason=f"reported_list.{degree}_{'link' if is_link else 'number'}",
            evidence=evidence,
            order=4,
            values=(
                ("shown", _shown(indicator)),
                ("why", listed.reason),
                ("since", listed.since.isoformat()),
                ("expires", listed.expires.isoformat()),
                ("appeal", listed.appeal),
            ),
            source=listed.source,
        )


def _shown(indicator: Indicator) -> str:
    return indicator.unicode_host if isinstance(indicator, Link) else readable(indicator.key)
