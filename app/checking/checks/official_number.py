"""Says whose a listed number is, as far as its proof allows."""

from collections.abc import Sequence

from ...model.finding import Finding, Severity
from ...model.indicator import SERVICES, PhoneNumber
from ...model.language import LocalizedText
from ...model.reading import Reading
from ...model.records import PROVEN, RANK_OF, OfficialNumber, Standing
from ...model.shown_number import ShownNumber
from ...model.source_note import SourceClass, SourceNote
from ..knowledge import Knowledge
from ..shown_numbers import readable
from .check import Topic

_REASONS = {
    Standing.DOCUMENTED: "listed",
    Standing.LISTED_TWICE: "listed",
    Standing.COMMUNITY_LIST: "community",
    Standing.CODE_HOLDER_ONLY: "holder",
    Standing.UNVERIFIED: "unverified",
    Standing.POSSIBLY_OBSOLETE: "obsolete",
}
_SOURCE_RANK = {each: rank for rank, each in enumerate(SourceClass)}
_NOTHING = LocalizedText("", "")
_CALM, _NOTE = Severity.REASSURING, Severity.NOTE


class OfficialLine:
    """Step 8: a calm line for every listed number; judging decides what it is worth."""

    name = "official_number"
    looks_at = frozenset({Topic.LISTED_NUMBERS})

    def examine(self, reading: Reading, knowledge: Knowledge) -> list[Finding]:
        """Return one finding for each owner of each listed number."""
        found: list[Finding] = []
        for shown in reading.shown:
            rows = knowledge.official_numbers(shown.number)
            if rows and not is_spoofed_service(shown):
                found += [self._finding(shown, row, knowledge) for row in _best_rows(rows)]
        return found

    def _finding(self, shown: ShownNumber, row: OfficialNumber, knowledge: Knowledge) -> Finding:
        return Finding(
            check=self.name,
            severity=_CALM if row.standing in PROVEN else _NOTE,
            reason=f"official_number.{_REASONS[row.standing]}",
            evidence=shown.evidence(),
            order=8,
            values=(
                ("number", readable(shown.number.key)),
                ("name", knowledge.organization(row.organization_id).names),
                ("note", row.note or _NOTHING),
                ("since", row.since),
                ("date", row.gathered_on),
            ),
            organization_id=row.organization_id,
            source=best_source(row.sources),
        )


def is_spoofed_service(shown: ShownNumber) -> bool:
    """Tell whether a 400 or 800 number calls with + or 00 in front, as its owner never does.

    In a sentence it is how firms write for readers abroad.
    """
    number = shown.number
    return (
        not shown.is_mention
        and isinstance(number, PhoneNumber)
        and number.prefixed
        and number.line in SERVICES
    )


def best_source(sources: Sequence[SourceNote]) -> SourceNote | None:
    """Return the source with the most authority, the editors' first among equals."""
    if len(sources) == 1:
        return sources[0]
    ranks = [_SOURCE_RANK[each.source_class] for each in sources]
    return sources[ranks.index(min(ranks))] if ranks else None


def _best_rows(rows: tuple[OfficialNumber, ...]) -> Sequence[OfficialNumber]:
    """Return each owner's best row, and no doubtful owner beside a listed one."""
    if len(rows) == 1:
        return rows
    owners: dict[str, OfficialNumber] = {}
    for row in sorted(rows, key=lambda each: RANK_OF[each.standing]):
        owners.setdefault(row.organization_id, row)
    best = list(owners.values())
    return [each for each in best if each.standing in PROVEN] or best
