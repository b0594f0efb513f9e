"""Finds links that imitate a listed site, or bear the name of a brand of the world."""

from ...model.finding import Evidence, Finding, Severity
from ...model.indicator import Link
from ...model.language import LocalizedText
from ...model.reading import Reading
from ..knowledge import Knowledge, Place
from ..link_signs import Oddity
from ..lookalike_index import LookalikeIndex
from ..name_likeness import Imitated
from ..shown_numbers import has_demand
from .check import Topic

_WARNING = Severity.WARNING


class LookalikeDomain:
    """Step 6 of the order of judgement: orange; red when the text also demands something."""

    name = "lookalike_domain"
    looks_at = frozenset({Topic.OTHER_LINKS})

    def __init__(self, index: LookalikeIndex) -> None:
        self._index = index

    def examine(self, reading: Reading, knowledge: Knowledge) -> list[Finding]:
        """Return one finding for each host that looks like a genuine one and is not listed."""
        found: list[Finding] = []
        seen: set[str] = set()
        for link in reading.links:
            place = knowledge.place_of(link.host)
            if link.host in seen or _excused(link, place):
                continue
            seen.add(link.host)
            if imitated := self._index.imitated(link):
                owner = knowledge.organization(imitated.organization_id)
                is_sure = has_demand(reading) and not imitated.doubtful
                severity = Severity.ALARM if is_sure else _WARNING
                found.append(self._finding(link, imitated, owner.names, severity, owner.id))
            elif brand := self._index.imitated_brand(link):
                # Such companies own more sites than anybody lists: it stays a warning.
                found.append(self._finding(link, brand.imitated, brand.names, _WARNING))
            elif place.is_unlisted and (odd := self._index.signs.of(link)):
                found.append(_sign(link, odd, self.name))
        return found

    def _finding(
        self,
        link: Link,
        imitated: Imitated,
        owner: LocalizedText,
        severity: Severity,
        owner_id: str = "",
    ) -> Finding:
        """Return a finding; the owner without an id is a brand of the world, which has a source."""
        host = imitated.host
        return Finding(
            check=self.name,
            severity=severity,
            reason=f"lookalike_domain.{imitated.imitation}",
            evidence=(Evidence(link.as_written, link.span, link),),
            order=6,
            values=(("host", link.unicode_host), ("listed", host), ("owner", owner)),
            organization_id=owner_id,
            genuine=host if owner_id else "",
            source=None if owner_id else imitated.genuine.sources[0],
        )


def _sign(link: Link, odd: Oddity, check: str) -> Finding:
    return Finding(
        check=check,
        severity=_WARNING,
        reason=f"link_shape.{odd.sign}",
        evidence=(Evidence(link.as_written, link.span, link),),
        order=7,
        values=(
            ("host", link.unicode_host),
            ("domain", link.registrable_domain),
            ("brand", odd.brand),
        ),
    )


def _excused(link: Link, place: Place) -> bool:
    # A userinfo may still deceive before a host that is itself known.
    return not (link.has_userinfo or place.is_unlisted)
