"""Sums up weak signs that tell a story together, step 3 of the order of judgement."""

from collections.abc import Iterable, Iterator

from ...model.finding import Finding, Severity
from ...model.phrases import SignWeight, SlotKind
from ...model.reading import PhraseHit, Reading
from ..circumstances import Circumstances, Surroundings
from ..knowledge import Knowledge
from ..quoting import quoted
from ..sign_sum import Scales
from ..telling import Telling, is_dialogue
from .check import Topic

_MOST_QUOTES = 3
_ASKING = frozenset({SlotKind.ASK, SlotKind.ACT})
_STORY = frozenset({SlotKind.PRETEXT, SlotKind.PRODUCT, SlotKind.PAYOUT})
_CLAIMING = frozenset({SlotKind.ROLE})
_ADVERT = "notice.plain_advert"  # gambling, false papers, accounts for sale: it says what it is
_TELLING = frozenset({SlotKind.ROLE, SlotKind.PRETEXT, SlotKind.PRODUCT})


class WeighedSigns:
    """Orange where the fitted sum is high; red where it is very high and something is demanded.

    A sum alone never decides: there has to be a demand, and a role or a pretext. A whole script
    (role, story and demand) decides at a lower sum than part of one, and an advert that promises
    much but speaks in nobody's name stays orange. Where the telling words, which were fitted apart,
    say the same of a demand, two witnesses agree, and the lowest sum decides.
    """

    name = "weighed_signs"
    looks_at = frozenset({Topic.PHRASES})

    def __init__(
        self,
        weights: Iterable[SignWeight] = (),
        surroundings: Surroundings | None = None,
        telling: Telling | None = None,
    ) -> None:
        """Take the register's fitted weights, and the other witness."""
        self._scales = Scales(weights)
        self._surroundings = surroundings or Surroundings()
        self._telling = telling or Telling()

    def examine(self, reading: Reading, knowledge: Knowledge) -> Iterator[Finding]:
        """Yield one finding where the signs weigh enough."""
        if not reading.hits:
            return
        around = self._surroundings.of(reading, knowledge)
        found = self._scales.weigh(around)
        if found is None or found.total < self._scales.orange:
            return
        is_talk = is_dialogue(reading.submission.text)
        is_red = _is_asked(around) and (
            self._decides(found.total, around, is_talk=is_talk)
            or bool(self._telling.of(reading, knowledge))
        )
        yield Finding(
            check=self.name,
            severity=Severity.ALARM if is_red else Severity.WARNING,
            reason="weighed_signs.script" if is_red else "weighed_signs.several",
            evidence=quoted(reading, _best(found.hits)),
            order=3,
            category=around.category,
        )

    def _decides(self, total: int, around: Circumstances, *, is_talk: bool) -> bool:
        if _ADVERT in around.slots and not is_talk:
            return False
        kinds = around.kinds
        whole = SlotKind.ROLE in kinds and bool(kinds & _STORY)
        return total >= (self._scales.script if whole else self._scales.red)


def _is_asked(around: Circumstances) -> bool:
    """Tell whether something is demanded by somebody, or under a pretext."""
    return bool(around.kinds & _ASKING and around.kinds & _TELLING)


def _best(hits: tuple[PhraseHit, ...]) -> list[PhraseHit]:
    """Choose who it claims to be, its story and what it wants, in the order of the text.

    `hits` come with the weightiest first; where a part is missing, the weightiest others stand in.
    """
    firsts = [_first(hits, kinds) for kinds in (_ASKING, _CLAIMING, _STORY)]
    chosen: list[PhraseHit] = []
    for hit in (*(each for each in firsts if each), *hits):
        if all(hit.end <= other.start or hit.start >= other.end for other in chosen):
            chosen.append(hit)
        if len(chosen) == _MOST_QUOTES:
            break
    return sorted(chosen, key=lambda hit: hit.start)


def _first(hits: tuple[PhraseHit, ...], kinds: frozenset[SlotKind]) -> PhraseHit | None:
    return next((hit for hit in hits if hit.slot.kind in kinds), None)
