"""Finds acts that nobody honest demands, step 1 of the order of judgement."""

from collections.abc import Iterable, Iterator

from ...model.finding import Finding, Severity
from ...model.phrases import ActGroup, Slot, SlotKind
from ...model.reading import PhraseHit, Reading, Stance
from ...model.scam_category import ScamCategory
from ..circumstances import Circumstances, Surroundings
from ..knowledge import Knowledge
from ..quoting import quoted
from ..weighing import Weighing
from .check import Topic

_ACT = SlotKind.ACT
_FORBIDDEN = 1
_SCRIPTED = 3
_MOST_QUOTES = 3
_CODE_MESSAGE = "notice.code"  # a message that carries a code and asks to keep it


class ForbiddenAct:
    """Group A decides alone; group B warns, and decides in company. A mention is only a note.

    Where nothing around supports it, it counts a step less; group A decides all the same.
    """

    name = "forbidden_act"
    looks_at = frozenset({Topic.PHRASES})

    def __init__(
        self,
        slots: Iterable[Slot] = (),
        surroundings: Surroundings | None = None,
        weighing: Weighing | None = None,
    ) -> None:
        """Take the register's slots: acts are named in the editors' order, the gravest first."""
        self._weighing = weighing or Weighing()
        self._surroundings = surroundings or Surroundings()
        self._rank = {slot.id: rank for rank, slot in enumerate(slots)}

    def examine(self, reading: Reading, knowledge: Knowledge) -> Iterable[Finding]:
        """Yield a finding for each demanded act, and one for all acts that are mentioned."""
        acts = [hit for hit in reading.hits if hit.slot.kind is _ACT]
        if not acts:
            return
        demanded = [hit for hit in acts if hit.stance is Stance.DEMAND]
        if demanded:
            around = self._surroundings.of(reading, knowledge)
            for slot, hits in sorted(_by_slot(demanded), key=self._place):
                if around.counts(slot):
                    severity = _severity(slot, around)
                    severity = self._weighing.tempered(severity, reading, knowledge)
                    yield _finding(reading, slot, hits, severity, around.category)
        mentioned = [hit for hit in acts if hit.stance is Stance.MENTION]
        if mentioned:
            yield Finding(
                check=self.name,
                severity=Severity.NOTE,
                reason=f"forbidden_act.{_mention(reading)}",
                evidence=quoted(reading, mentioned[:_MOST_QUOTES]),
                order=_FORBIDDEN,
            )

    def _place(self, demand: tuple[Slot, list[PhraseHit]]) -> int:
        return self._rank.get(demand[0].id, 0)


def _severity(slot: Slot, around: Circumstances) -> Severity:
    if slot.group is ActGroup.A:
        return Severity.DECISIVE
    return Severity.ALARM if around.has(slot.decides_with, slot.id) else Severity.WARNING


def _finding(
    reading: Reading,
    slot: Slot,
    hits: list[PhraseHit],
    severity: Severity,
    category: ScamCategory | None,
) -> Finding:
    return Finding(
        check=ForbiddenAct.name,
        severity=severity,
        reason=slot.reason or slot.id,
        evidence=quoted(reading, hits[:_MOST_QUOTES]),
        order=_FORBIDDEN if severity is Severity.DECISIVE else _SCRIPTED,
        category=category,
        rule=slot.rule,
        source=slot.sources[0] if slot.sources else None,
    )


def _mention(reading: Reading) -> str:
    carries_code = any(hit.slot.id == _CODE_MESSAGE for hit in reading.hits)
    return "mentioned_with_code" if carries_code else "mentioned"


def _by_slot(hits: list[PhraseHit]) -> Iterator[tuple[Slot, list[PhraseHit]]]:
    slots: dict[str, list[PhraseHit]] = {}
    for hit in hits:
        slots.setdefault(hit.slot.id, []).append(hit)
    for same in slots.values():
        yield same[0].slot, same
