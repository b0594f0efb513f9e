"""Recognises whole scripts, step 3: a claimed role, a pretext and a demand that belong together."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from ...model.finding import Finding, Severity
from ...model.phrases import SIGNALS, PatternStrength, ScamPattern
from ...model.reading import PhraseHit, Reading
from ..circumstances import Circumstances, Surroundings
from ..knowledge import Knowledge
from ..quoting import quoted
from ..weighing import Weighing
from .check import Topic

_MOST_QUOTES = 3


class _Script(NamedTuple):
    """A pattern with its groups as sets; the one with the larger weight is the better."""

    pattern: ScamPattern
    needs: tuple[frozenset[str], ...]
    unless: frozenset[str]
    weight: tuple[bool, int]


class ScamScript:
    """Red for a whole script, orange for the better part of one, one step less where doubted."""

    name = "scam_script"
    looks_at = frozenset({Topic.PHRASES})

    def __init__(
        self,
        patterns: Iterable[ScamPattern],
        today: Callable[[], date],
        surroundings: Surroundings | None = None,
        weighing: Weighing | None = None,
    ) -> None:
        """Take the patterns, and what tells the day in mainland time, for seasonal ones."""
        self._today = today
        self._surroundings = surroundings or Surroundings()
        self._weighing = weighing or Weighing()
        self._by_slot: defaultdict[str, list[_Script]] = defaultdict(list)
        for pattern in patterns:
            script = _script(pattern)
            for slot in _cheapest_group(pattern):
                self._by_slot[slot].append(script)

    def examine(self, reading: Reading, knowledge: Knowledge) -> Iterable[Finding]:
        """Return the best pattern of each script that the text follows."""
        if not reading.hits:
            return ()
        around = self._surroundings.of(reading, knowledge)
        if self._by_slot.keys().isdisjoint(around.slots):
            return ()
        best: dict[str, tuple[_Script, list[PhraseHit]]] = {}
        for script in self._candidates(around):
            hits = _followed(script, around)
            if hits is not None:
                known = best.get(script.pattern.category)
                if known is None or script.weight > known[0].weight:
                    best[script.pattern.category] = (script, hits)
        return [
            self._finding(reading, knowledge, script.pattern, hits)
            for script, hits in best.values()
        ]

    def _candidates(self, around: Circumstances) -> list[_Script]:
        """Return the scripts of the season of which a slot is there, each once."""
        found: dict[str, _Script] = {}
        for slot in dict.fromkeys([hit.slot.id for hit in around.demanded]):
            for script in self._by_slot.get(slot, ()):
                season = script.pattern.season
                if season is None or _in_season(season, self._today()):
                    found.setdefault(script.pattern.id, script)
        return list(found.values())

    def _finding(
        self, reading: Reading, knowledge: Knowledge, pattern: ScamPattern, hits: list[PhraseHit]
    ) -> Finding:
        is_red = pattern.strength is PatternStrength.RED
        severity = Severity.ALARM if is_red else Severity.WARNING
        return Finding(
            check=self.name,
            severity=self._weighing.tempered(severity, reading, knowledge),
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


def _script(pattern: ScamPattern) -> _Script:
    return _Script(
        pattern,
        tuple(map(frozenset, pattern.needs)),
        frozenset(pattern.unless),
        (pattern.strength is PatternStrength.RED, len(pattern.needs)),
    )


def _followed(script: _Script, around: Circumstances) -> list[PhraseHit] | None:
    """Return a hit for each group of slots if all groups stand within reach, else None."""
    present = around.slots
    if not present.isdisjoint(script.unless):
        return None
    wanted: list[frozenset[str]] = []
    for group in script.needs:
        slots = present & group
        if slots:
            wanted.append(slots)
        elif group.isdisjoint(around.signals):
            return None
    return _nearest(wanted, around.demanded, script.pattern.within)


def _nearest(
    wanted: list[frozenset[str]], hits: tuple[PhraseHit, ...], within: int
) -> list[PhraseHit] | None:
    """Return the nearest hit of every group at the first place where all stand within reach."""
    groups_of: defaultdict[str, list[int]] = defaultdict(list)
    for index, group in enumerate(wanted):
        for slot in group:
            groups_of[slot].append(index)
    latest: dict[int, PhraseHit] = {}
    for hit in hits:
        groups = groups_of.get(hit.slot.id)
        if groups is None:
            continue
        for index in groups:
            latest[index] = hit
        if len(latest) == len(wanted):
            first = min([each.start for each in latest.values()])
            if hit.end - first <= within:
                return [latest[index] for index in sorted(latest)]
    return None
