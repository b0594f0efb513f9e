"""Looks every indicator up in the big lists that a feed brings."""

from collections.abc import Callable, Iterator
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

    def examine(self, reading: Reading, knowledge: Knowledge) -> Iterator[Finding]:
        """Yield a finding for each list and each number or link in it."""
        if not knowledge.has_lists:
            return
        today = self._today()
        for shown in reading.shown:
            for listed in knowledge.list_hits(shown.number, today):
                yield self._finding(listed, shown.number, shown.evidence())
        for link in reading.links:
            for listed in knowledge.list_hits(link, today):
                yield self._finding(listed, link, (Evidence(link.as_written, link.span, link),))

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
