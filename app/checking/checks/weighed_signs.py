"""Weighs all that is said together, step 3 of the order of judgement."""

from ...model.finding import Evidence, Finding, Severity
from ...model.language import LocalizedText
from ...model.phrases import ASKING, SlotKind
from ...model.reading import PhraseHit, Reading
from ..circumstances import Circumstances, Surroundings
from ..clauses import telling_clauses
from ..dialogues import is_dialogue
from ..knowledge import Knowledge
from ..quoting import quoted
from ..weighing import Weighed, Weighing
from .check import EVERY_TEXT

_MOST_QUOTES = 3
_STORY = frozenset({SlotKind.PRETEXT, SlotKind.PRODUCT, SlotKind.PAYOUT})
_CLAIMING = frozenset({SlotKind.ROLE})
_ADVERT = "notice.plain_advert"  # gambling, false papers, accounts for sale: it says what it is
_TELLING = frozenset({SlotKind.ROLE, SlotKind.PRETEXT, SlotKind.PRODUCT})
_MOST_FOR_ORANGE, _MOST_FOR_RED = 3.0, 1.5  # times


class WeighedSigns:
    """Orange where the fitted sum of the text or of a few sentences is high; red above that.

    A sum alone never decides: there has to be a demand, a role or a pretext that can be shown. A
    whole script (role, story and demand) decides at a lower sum than part of one, that at a lower
    than a demand or a story alone. An advert that promises much but speaks in nobody's name stays
    orange.
    """

    name = "weighed_signs"
    looks_at = EVERY_TEXT

    def __init__(
        self, weighing: Weighing | None = None, surroundings: Surroundings | None = None
    ) -> None:
        """Take what weighs a reading."""
        self._weighing = weighing or Weighing()
        self._surroundings = surroundings or Surroundings()

    def examine(self, reading: Reading, knowledge: Knowledge) -> tuple[Finding, ...]:
        """Return one finding where the signs and the words weigh enough."""
        weighed, scales = self._weighing.of(reading, knowledge), self._weighing.scales
        if weighed is None:
            return ()
        total = weighed.whole.total  # most texts do not reach even the level of a short one
        is_whole = total >= scales.orange and total >= scales.orange * _grown(
            weighed, _MOST_FOR_ORANGE
        )
        if not is_whole and not weighed.has_a_part_of(scales.part):
            return ()
        found = weighed.whole if is_whole else weighed.part
        around = self._surroundings.of(reading, knowledge)
        if not found.hits and "listed_links" in around.weighed_signals:
            return ()
        is_red = is_whole and self._is_red(weighed, around)
        shown = _best(found.hits)
        what = _captions(shown)
        finding = Finding(
            check=self.name,
            severity=Severity.ALARM if is_red else Severity.WARNING,
            reason=_reason(shown, what, is_red=is_red),
            evidence=quoted(reading, shown) if shown else self._clauses(reading),
            order=3,
            values=(("what", LocalizedText("，".join(what), ", ".join(what.values()))),),
            category=around.category,
        )
        return (finding,)

    def _is_red(self, weighed: Weighed, around: Circumstances) -> bool:
        if _ADVERT in around.slots and not is_dialogue(weighed.reading.submission.text):
            return False
        level = self._level(around.kinds)
        return level is not None and weighed.whole.total >= level * _grown(weighed, _MOST_FOR_RED)

    def _level(self, kinds: frozenset[SlotKind]) -> int | None:
        """Return the sum that decides, None where there is neither a demand nor a story."""
        scales = self._weighing.scales
        is_asked = not kinds.isdisjoint(ASKING)
        if not is_asked or kinds.isdisjoint(_TELLING):
            return scales.alone if is_asked or kinds & _STORY else None
        whole = SlotKind.ROLE in kinds and bool(kinds & _STORY)
        return scales.script if whole else scales.red

    def _clauses(self, reading: Reading) -> tuple[Evidence, ...]:
        return telling_clauses(reading.submission.text, self._weighing.wording)


def _grown(weighed: Weighed, most: float) -> float:
    """Return how much more a long text has to weigh: it holds more of everything."""
    return min(most, max(1.0, weighed.lengths))


def _reason(shown: list[PhraseHit], what: dict[str, str], *, is_red: bool) -> str:
    """Return the words for what is shown: without captions they tell less."""
    if not shown and not is_red:
        return "weighed_signs.wording"
    name = "script" if is_red else "several"
    match len(what):
        case 0:
            return f"weighed_signs.{name}"
        case 1:
            return f"weighed_signs.{name}_of_one"
        case _:
            return f"weighed_signs.{name}_of"


def _captions(shown: list[PhraseHit]) -> dict[str, str]:
    """Return what the other party does, each once: in Chinese, with the English."""
    captions = (hit.slot.caption for hit in shown)
    return {each.zh: each.en for each in captions if each is not None}


def _best(hits: tuple[PhraseHit, ...]) -> list[PhraseHit]:
    """Choose who it claims to be, its story and what it wants, and put them in that order.

    `hits` come with the weightiest first; where a part is missing, the weightiest others stand in.
    """
    firsts = [_first(hits, kinds) for kinds in (ASKING, _CLAIMING, _STORY)]
    chosen: list[PhraseHit] = []
    for hit in (*(each for each in firsts if each), *hits):
        if all(hit.end <= other.start or hit.start >= other.end for other in chosen):
            chosen.append(hit)
        if len(chosen) == _MOST_QUOTES:
            break
    return sorted(chosen, key=_part)


def _part(hit: PhraseHit) -> tuple[int, int]:
    kind = hit.slot.kind
    rank = 0 if kind in _CLAIMING else 2 if kind in ASKING else 1
    return rank, hit.start


def _first(hits: tuple[PhraseHit, ...], kinds: frozenset[SlotKind]) -> PhraseHit | None:
    return next((hit for hit in hits if hit.slot.kind in kinds), None)
