"""Recognises whole scripts, step 3: a claimed role, a pretext and a demand that belong together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from ...model.finding import Finding, Severity
from ...model.phrases import SIGNALS, PatternStrength, ScamPattern
from ...model.reading import PhraseHit, Reading
from ..circumstances import Circumstances, Surroundings
from ..knowledge import Knowledge
from ..quoting import quoted

_MOST_QUOTES = 3


class ScamScript:
    """Red for a whole script, orange for the better part of one."""

    name = "scam_script"

    def __init__(
        self,
        patterns: Iterable[ScamPattern],
        today: Callable[[], date],
        surroundings: Surroundings | None = None,
    ) -> None:
        """Take the patterns, and what tells the day in mainland time, for seasonal ones."""
        self._today = today
        self._surroundings = surroundings or Surroundings()
        self._by_slot: defaultdict[str, list[ScamPattern]] = defaultdict(list)
        for pattern in patterns:
            for slot in _cheapest_group(pattern):
                self._by_slot[slot].append(pattern)

    def examine(self, reading: Reading, knowledge: Knowledge) -> Iterable[Finding]:
        """Yield the best pattern of each script that the text follows."""
        if not reading.hits:
            return
        if not any(hit.slot.id in self._by_slot for hit in reading.hits):
            return
        around = self._surroundings.of(reading, knowledge)
        best: dict[str, tuple[ScamPattern, list[PhraseHit]]] = {}
        for pattern in self._candidates(around):
            hits = _followed(pattern, around)
            if hits is not None:
                known = best.get(pattern.category)
                if known is None or _weight(pattern) > _weight(known[0]):
                    best[pattern.category] = (pattern, hits)
        for pattern, hits in best.values():
            yield self._finding(reading, pattern, hits)

    def _candidates(self, around: Circumstances) -> Iterator[ScamPattern]:
        seen: set[str] = set()
        for slot in dict.fromkeys(hit.slot.id for hit in around.demanded):
            for pattern in self._by_slot.get(slot, ()):
                if pattern.id not in seen:
                    seen.add(pattern.id)
                    if pattern.season is None or _in_season(pattern.season, self._today()):
                        yield pattern

    def _finding(self, reading: Reading, pattern: ScamPattern, hits: list[PhraseHit]) -> Finding:
        red = pattern.strength is PatternStrength.RED
        return Finding(
            check=self.name,
            severity=Severity.ALARM if red else Severity.WARNING,
            reason=pattern.reason,
            evidence=quoted(reading, hits[:_MOST_QUOTES]),
            order=3,
            category=pattern.category,
            rule=pattern.rule,
            source=pattern.sources[0] if pattern.sources else None,
        )


def _in_season(season: tuple[str, str], today: date) -> bool:
    first, last = season
    day = f"{today:%m-%d}"
    return first <= day <= last if first <= last else day >= first or day <= last


def _cheapest_group(pattern: ScamPattern) -> tuple[str, ...]:
    """Return the smallest group of slots, by which the pattern is looked up."""
    groups = [group for group in pattern.needs if not SIGNALS.intersection(group)]
    return min(groups, key=len) if groups else ()


def _weight(pattern: ScamPattern) -> tuple[bool, int]:
    return pattern.strength is PatternStrength.RED, len(pattern.needs)


def _followed(pattern: ScamPattern, around: Circumstances) -> list[PhraseHit] | None:
    """Return a hit for each group of slots if all groups stand within reach, else None."""
    present = around.slots
    if pattern.unless and not present.isdisjoint(pattern.unless):
        return None
    wanted: list[frozenset[str]] = []
    for group in pattern.needs:
        slots = present.intersection(group)
        if slots:
            wanted.append(slots)
        elif not around.signals.intersection(group):
            return None
    return _nearest(wanted, around.demanded, pattern.within)


def _nearest(
    wanted: list[frozenset[str]], hits: tuple[PhraseHit, ...], within: int
) -> list[PhraseHit] | None:
    """Slide a window of `within` characters over the hits until every group stands in it."""
    every = frozenset[str]().union(*wanted)
    relevant = [hit for hit in hits if hit.slot.id in every]
    for last in range(len(relevant)):
        latest: dict[int, PhraseHit] = {}
        for place in range(last, -1, -1):  # no slice: a hostile text may hold 50,000 hits
            hit = relevant[place]
            if relevant[last].end - hit.start > within:
                break
            for index, group in enumerate(wanted):
                if hit.slot.id in group:
                    latest.setdefault(index, hit)
            if len(latest) == len(wanted):
                return [latest[index] for index in sorted(latest)]
    return None
