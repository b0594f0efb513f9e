"""Names the listed number that an unlisted one is made to resemble."""

from ...model.finding import Finding, Severity
from ...model.phrases import SlotKind
from ...model.reading import Reading
from ...model.shown_number import ShownNumber
from ..knowledge import Knowledge
from ..number_likeness import Likeness, NumberLikeness, Resemblance
from ..shown_numbers import has_demand, readable
from .check import Topic
from .official_number import best_source, is_spoofed_service

# Nobody writes these in an honest text.
_ALWAYS = frozenset(
    {Likeness.PREFIX, Likeness.AREA_EMERGENCY, Likeness.FRONT, Likeness.PORT_PADDED}
)
# Honest firms write these too ("95511-3" is a menu), so inside a quiet sentence they are notes.
_WHEN_SHOWN = frozenset(
    {
        Likeness.AREA,
        Likeness.EXTRA,
        Likeness.MENU,
        Likeness.SERVICE_PREFIX,
    }
)
# Other firms' numbers differ by one digit too: two of 350 well-known ones did in our measurement.
_WHEN_CLAIMED = frozenset({Likeness.PORT, Likeness.NEIGHBOUR, Likeness.ONE_DIGIT})


class LookalikeNumber:
    """Step 6: orange; red when the text also demands something."""

    name = "lookalike_number"
    looks_at = frozenset({Topic.OTHER_NUMBERS})

    def __init__(self, likeness: NumberLikeness) -> None:
        self._likeness = likeness

    def examine(self, reading: Reading, knowledge: Knowledge) -> list[Finding]:
        """Return a finding for each unlisted number that resembles a listed one."""
        findings: list[Finding] = []
        for shown in reading.shown:
            if knowledge.official_numbers(shown.number) and not is_spoofed_service(shown):
                continue
            found = self._likeness.of(shown.number)
            if found is not None:
                findings.append(self._finding(shown, found, reading, knowledge))
        return findings

    def _finding(
        self, shown: ShownNumber, found: Resemblance, reading: Reading, knowledge: Knowledge
    ) -> Finding:
        row = found.row
        return Finding(
            check=self.name,
            severity=_severity(shown, found, reading, knowledge),
            reason=f"lookalike_number.{found.likeness}",
            evidence=shown.evidence(),
            order=6,
            values=(
                ("number", shown.number.as_written.strip()),
                ("genuine", readable(row.key)),
                ("name", knowledge.organization(row.organization_id).names),
            ),
            organization_id=row.organization_id,
            genuine=row.key,
            source=best_source(row.sources),
        )


def _severity(
    shown: ShownNumber, found: Resemblance, reading: Reading, knowledge: Knowledge
) -> Severity:
    demanded = has_demand(reading)
    if found.likeness in _ALWAYS or (
        found.likeness in _WHEN_SHOWN and (demanded or not shown.is_mention)
    ):
        return Severity.ALARM if demanded else Severity.WARNING
    if found.likeness is Likeness.EXTENSION:
        closed = knowledge.organization(found.row.organization_id).closed_numbers
        return Severity.WARNING if closed and not shown.is_mention else Severity.NOTE
    if found.likeness is Likeness.TAIL:
        return Severity.WARNING if demanded and _claims_an_office(reading) else Severity.NOTE
    if found.likeness in _WHEN_CLAIMED and demanded:
        owner = found.row.organization_id
        claimed = any(each.organization_id == owner for each in reading.claims)
        return Severity.WARNING if claimed else Severity.NOTE
    return Severity.NOTE


def _claims_an_office(reading: Reading) -> bool:
    return bool(reading.claims) or any(hit.slot.kind is SlotKind.ROLE for hit in reading.hits)
