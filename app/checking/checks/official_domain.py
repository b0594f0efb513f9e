"""Says whose a link's site is, where a list can tell."""

from ...model.finding import Evidence, Finding, Severity, Value
from ...model.indicator import Link
from ...model.language import LocalizedText
from ...model.reading import Reading
from ...model.records import PROVEN, RANK_OF, KnownHost, OfficialDomain, Standing
from ...model.source_note import SourceNote
from ..knowledge import Knowledge
from .check import Topic


class OfficialSite:
    """Step 8: a listed host reassures; shorteners, platforms, unlisted sites never do."""

    name = "official_domain"
    looks_at = frozenset({Topic.KNOWN_LINKS})

    def examine(self, reading: Reading, knowledge: Knowledge) -> list[Finding]:
        """Return one finding for each link whose owner, platform or government suffix is known."""
        found: list[Finding] = []
        seen: set[tuple[str, int | None, bool]] = set()
        for link in reading.links:
            if link.is_ip:
                continue
            place = (link.host, link.port, link.has_userinfo)
            if place in seen:
                continue
            seen.add(place)
            if finding := self._finding(link, knowledge):
                found.append(finding)
        return found

    def _finding(self, link: Link, knowledge: Knowledge) -> Finding | None:
        place = knowledge.place_of(link.host)
        owners, platform = place.owners, place.platform
        if platform is not None:
            return self._platform(link, platform)
        if owners:
            return self._owned(link, owners, knowledge)
        if knowledge.endings.are_of_government(link.host):
            return self._note("government_suffix", link, ())
        return None

    def _platform(self, link: Link, known: KnownHost) -> Finding:
        return self._note(
            known.role.value, link, (("platform", known.owner),), _source(known.sources)
        )

    def _owned(
        self, link: Link, owners: tuple[OfficialDomain, ...], knowledge: Knowledge
    ) -> Finding | None:
        owner = _joined_names(owners, knowledge)
        if link.has_userinfo or link.port is not None:
            return self._note("listed_but_odd", link, (("owner", owner),))
        first = min(owners, key=_rank) if len(owners) > 1 else owners[0]
        if first.standing not in PROVEN:
            return self._note("unverified", link, (("owner", owner),), _source(first.sources))
        reason = "listed_once" if first.standing is Standing.COMMUNITY_LIST else "listed"
        return Finding(
            check=self.name,
            severity=Severity.REASSURING,
            reason=f"official_domain.{reason}",
            evidence=(_evidence(link),),
            order=8,
            values=(("host", link.unicode_host), ("owner", owner)),
            organization_id=first.organization_id,
            genuine=link.unicode_host,
            source=_source(first.sources),
        )

    def _note(
        self,
        reason: str,
        link: Link,
        values: tuple[tuple[str, Value], ...],
        source: SourceNote | None = None,
    ) -> Finding:
        return Finding(
            check=self.name,
            severity=Severity.NOTE,
            reason=f"official_domain.{reason}",
            evidence=(_evidence(link),),
            order=8,
            values=(("host", link.unicode_host), *values),
            source=source,
        )


def _joined_names(owners: tuple[OfficialDomain, ...], knowledge: Knowledge) -> LocalizedText:
    if len(owners) == 1:
        return knowledge.organization(owners[0].organization_id).names
    names = [knowledge.organization(each.organization_id).names for each in owners]
    return LocalizedText(
        "、".join(dict.fromkeys(name.zh for name in names)),
        " / ".join(dict.fromkeys(name.en for name in names)),
    )


def _rank(domain: OfficialDomain) -> int:
    return RANK_OF[domain.standing]


def _evidence(link: Link) -> Evidence:
    return Evidence(link.as_written, link.span, link)


def _source(sources: tuple[SourceNote, ...]) -> SourceNote | None:
    return sources[0] if sources else None
