"""Holds a demand against what the claimed organisation says it never does, step 2."""

from collections.abc import Iterable, Iterator

from ...model.finding import Finding, Severity
from ...model.language import LocalizedText
from ...model.reading import PhraseHit, Reading
from ...model.records import NeverKind, NeverStatement, OfficialNumber
from ...model.source_note import SourceNote
from ..circumstances import Circumstances, Surroundings
from ..knowledge import Knowledge
from ..quoting import quoted
from ..weighing import Weighing
from .check import Topic

_DECIDES = (NeverKind.ACT, NeverKind.PRODUCT_DOES_NOT_EXIST)


class BrokenPromise:
    """An act, or a product that does not exist: red, quoting the statement with its date.

    Statements of before 2023, and statements about channels, warn at most. Where nothing around
    supports it, it counts less, as an act does.
    """

    name = "never_statement"
    looks_at = frozenset({Topic.CLAIMS})

    def __init__(
        self, surroundings: Surroundings | None = None, weighing: Weighing | None = None
    ) -> None:
        self._surroundings = surroundings or Surroundings()
        self._weighing = weighing or Weighing()

    def examine(self, reading: Reading, knowledge: Knowledge) -> Iterable[Finding]:
        """Yield a finding for each statement that the text breaks."""
        if not reading.hits or not (reading.claims or reading.sender):
            return
        claimed = speakers(reading, knowledge)
        if not claimed:
            return
        around = self._surroundings.of(reading, knowledge)
        for organization_id in claimed:
            for statement in knowledge.never_of(organization_id):
                hits = [hit for hit in around.demanded if hit.slot.id in statement.slots]
                if hits and statement.kind in _DECIDES:
                    yield self._finding(reading, knowledge, statement, hits, around)

    def _finding(
        self,
        reading: Reading,
        knowledge: Knowledge,
        statement: NeverStatement,
        hits: list[PhraseHit],
        around: Circumstances,
    ) -> Finding:
        source = _newest(statement)
        severity = Severity.DECISIVE if statement.recent else Severity.WARNING
        return Finding(
            check=self.name,
            severity=self._weighing.tempered(severity, reading, knowledge),
            reason="never_statement.broken",
            evidence=quoted(reading, hits[:2]),
            order=2,
            values=(
                ("name", knowledge.organization(statement.organization_id).names),
                ("statement", statement.statement),
                ("date", _date(source)),
            ),
            category=around.category,
            organization_id=statement.organization_id,
            source=source,
        )


def speakers(reading: Reading, knowledge: Knowledge) -> tuple[str, ...]:
    """Return in whose name the text speaks: the claims, and the owner of the sender's number."""
    owners = (each.organization_id for each in _sender_owners(reading, knowledge))
    claimed = (each.organization_id for each in reading.claims)
    return tuple(dict.fromkeys((*claimed, *owners)))


def _sender_owners(reading: Reading, knowledge: Knowledge) -> Iterator[OfficialNumber]:
    if reading.sender is not None:
        yield from knowledge.official_numbers(reading.sender)


def _newest(statement: NeverStatement) -> SourceNote | None:
    dated = [each for each in statement.sources if each.date[:1].isdigit()]
    return max(dated or statement.sources, key=lambda each: each.date, default=None)


def _date(source: SourceNote | None) -> LocalizedText:
    if source is None or not source.date[:1].isdigit():
        return LocalizedText("日期不详", "undated")
    return LocalizedText(source.date, source.date)
