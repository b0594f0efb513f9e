"""Finds links that imitate a listed site."""

from collections.abc import Iterator

from ...model.finding import Evidence, Finding, Severity
from ...model.indicator import Link
from ...model.reading import Reading
from ..knowledge import Knowledge
from ..lookalike_index import Imitated, LookalikeIndex
from ..shown_numbers import has_demand


class LookalikeDomain:
    """Step 6 of the order of judgement: orange; red when the text also demands something."""

    name = "lookalike_domain"

    def __init__(self, index: LookalikeIndex) -> None:
        self._index = index

    def examine(self, reading: Reading, knowledge: Knowledge) -> Iterator[Finding]:
        """Yield one finding for each host that looks like a listed one and is not listed."""
        seen: set[str] = set()
        for link in reading.links:
            if link.key in seen or _excused(link, knowledge):
                continue
            seen.add(link.key)
            if imitated := self._index.imitated(link):
                severity = Severity.ALARM if has_demand(reading) else Severity.WARNING
                yield self._finding(link, imitated, severity, knowledge)

    def _finding(
        self, link: Link, imitated: Imitated, severity: Severity, knowledge: Knowledge
    ) -> Finding:
        owner = knowledge.organization(imitated.organization_id)
        return Finding(
            check=self.name,
            severity=severity,
            reason=f"lookalike_domain.{imitated.imitation}",
            evidence=(Evidence(link.as_written, link.span, link),),
            order=6,
            values=(("host", link.unicode_host), ("listed", imitated.host), ("owner", owner.names)),
            organization_id=imitated.organization_id,
            genuine=imitated.host,
        )


def _excused(link: Link, knowledge: Knowledge) -> bool:
    # A user's part of the path or a userinfo may still deceive on a host that is itself listed.
    if link.has_userinfo:
        return False
    return bool(knowledge.domain_owners(link)) or knowledge.known_host(link) is not None
