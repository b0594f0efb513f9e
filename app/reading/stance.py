"""Tells a demand from a mention: is the reader told to do it, or is it only spoken of.

The rules, each over the words of the editors' table `stance.toml`:

1. In the same clause, behind a word that forbids, denies or says it is not needed: a mention.
2. In the same sentence, behind a report ("swindlers ask you to …"), or followed by a conclusion
   ("… is always a scam"): a mention. A report of an earlier clause ends where a clause opens by
   speaking to the reader ("beware of fraud, please move your money to …"), but not in what the
   swindlers are quoted with.
3. An act behind a forbidding, denying or narrating word of an earlier clause of the sentence: a
   mention, unless the reader is addressed in between ("…, please transfer at once").
4. In the reader's own turn of a dialogue: a mention, of a claimed role too.
5. A forbidding word between the words of a demand, in the clause in which it ends ("at once stop
   paying, do not share the screen", "no fee before"), or a report among an act's: a mention.
6. Within quotation marks, in a text whose own words report, narrate, deny or conclude: a
   mention, of a role too – unless the narrator is the one who was asked ("让我…", "是真的吗").

Warning words anywhere else lower nothing, and a word of the demand itself forbids nothing
("不要告诉家人" is a demand for secrecy, not a mention of telling), nor does one with which the
reader is spoken to ("do not hang up, share your screen").
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ..model.phrases import SlotKind
from ..model.reading import Stance
from .phrase_matcher import SlotMatch
from .quotations import quotations
from .turns import Turns

_CLAUSE_END = re.compile(r"(?:[,;:!?。\n]|\.(?=\s|$))\s*")
_SENTENCE_END = re.compile(r"[!?。\n]|\.(?=\s|$)")
_CONCLUSION_REACH = 80
_SHORTEST_FORBIDDEN = 5
_POLITE = "请"
_ASKING = ("吗", "么", "嘛", "吧?", "?", "还是")

_STANCE_KINDS = frozenset(
    {
        SlotKind.FORBIDS,
        SlotKind.DENIES,
        SlotKind.SPARES,
        SlotKind.REPORTS,
        SlotKind.NARRATES,
        SlotKind.CONCLUDES,
        SlotKind.OTHERS,
        SlotKind.ADDRESSES,
    }
)
_WARNING = frozenset({SlotKind.REPORTS, SlotKind.NARRATES, SlotKind.CONCLUDES, SlotKind.DENIES})
_TOLD = frozenset({SlotKind.ACT, SlotKind.PRODUCT})
_REFUSED = _TOLD | {SlotKind.ASK}
MENTIONABLE = frozenset(
    {
        SlotKind.ACT,
        SlotKind.PRETEXT,
        SlotKind.PRODUCT,
        SlotKind.PAYOUT,
        SlotKind.PRESSURE,
        SlotKind.ASK,
        SlotKind.SIGN,
        SlotKind.ROLE,
    }
)
_OWN_NEGATION = frozenset({SlotKind.PRESSURE, SlotKind.ASK, SlotKind.SIGN})
_RangesOf = dict[SlotKind, list[tuple[int, int]]]


class _Places:
    """Ranges in ascending order that answer "is there one that starts in …?"."""

    __slots__ = ("ranges", "starts")

    def __init__(self, ranges: list[tuple[int, int]]) -> None:
        self.ranges = ranges
        self.starts = [start for start, _ in ranges]

    def last_before(self, low: int, high: int) -> tuple[int, int] | None:
        """Return the last range that starts in [low, high)."""
        index = bisect_left(self.starts, high) - 1
        if index >= 0 and self.starts[index] >= low:
            return self.ranges[index]
        return None

    def starts_in(self, low: int, high: int) -> list[int]:
        """Return where the ranges that start in [low, high) start."""
        return self.starts[bisect_left(self.starts, low) : bisect_left(self.starts, high)]

    def any_in(self, low: int, high: int) -> bool:
        return self.last_before(low, high) is not None


class StanceReader:
    """Judges the stance of every hit of one scanned text."""

    def __init__(self, text: str, matches: Sequence[SlotMatch], turns: Turns) -> None:
        """Take the folded text, all its slot matches in the order of the text, and the names."""
        found = _by_kind(matches)
        self._addresses = _ranges(found, SlotKind.ADDRESSES)
        self._text = text
        self._acts = acts = _ranges(found, SlotKind.ACT)
        self._others = _ranges(found, SlotKind.OTHERS)
        forbids = _ranges(found, SlotKind.FORBIDS, SlotKind.DENIES)
        self._forbids = _spoken(_free(text, acts, forbids), self._addresses)
        self._spares = _spoken(_ranges(found, SlotKind.SPARES), self._addresses)
        self._reports = _free(text, acts, _ranges(found, SlotKind.REPORTS))
        self._narrates = _ranges(found, SlotKind.NARRATES)
        self._concludes = _stated(text, _ranges(found, SlotKind.CONCLUDES))
        self._told = _told_in_quotes(text, found)
        self._clauses = [match.end() for match in _CLAUSE_END.finditer(text)]
        self._sentences = [match.end() for match in _SENTENCE_END.finditer(text)]
        self._turns = turns.of(text)
        self._turn_starts = [start for start, _ in self._turns]
        words = (self._forbids, self._spares, self._reports, self._narrates, self._concludes)
        self._telling = {
            bisect_right(self._sentences, start) for places in words for start in places.starts
        }

    def stance(self, match: SlotMatch) -> Stance:
        """Return whether `match` is demanded or only mentioned."""
        slot, start, end = match
        if self._told and self._is_told(start, end):
            return Stance.MENTION
        # Who speaks is no act: nothing forbids or reports it.
        if slot.kind is SlotKind.ROLE or self._is_plain(start, end):
            return Stance.MENTION if self._own_turn(start) else Stance.DEMAND
        clause = _last_at(self._clauses, start)
        sentence = _last_at(self._sentences, start)
        if (
            self._forbidden_before(clause, match)
            or self._spares.any_in(clause, start)
            or self._reported(sentence, clause, start)
            or self._concluded(clause, end)
            or (slot.kind in _TOLD and self._carried_over(sentence, start, end))
            or (slot.kind in _REFUSED and self._forbidden_within(start, end))
            or (slot.kind is SlotKind.ACT and self._told_within(start, end))
            or self._own_turn(start)
        ):
            return Stance.MENTION
        return Stance.DEMAND

    def _is_told(self, start: int, end: int) -> bool:
        return any(first < start and end < last for first, last in self._told)

    def _is_plain(self, start: int, end: int) -> bool:
        """Tell whether no word of the sentence could make anything in it a mention."""
        sentence = bisect_right(self._sentences, start)
        return sentence not in self._telling and sentence == bisect_right(self._sentences, end)

    def _reported(self, sentence: int, clause: int, start: int) -> bool:
        last = self._reports.last_before(sentence, start + 1)
        if last is None:
            return False
        if last[0] >= clause or self._is_quoted(last[1], start):
            return True
        return not self._addresses.any_in(clause, clause + 1)

    def _is_quoted(self, reported: int, start: int) -> bool:
        """Tell whether `start` lies in a quotation that opens after the report."""
        between = self._text[reported:start]
        return between.count('"') % 2 == 1 or between.count("“") > between.count("”")

    def _concluded(self, clause: int, end: int) -> bool:
        reach = min(_next_at(self._sentences, end), end + _CONCLUSION_REACH)
        if self._addresses.any_in(clause, clause + 1):
            reach = min(reach, _next_at(self._clauses, end))
        own_end = _next_at(self._clauses, end)
        return any(
            start < own_end or self._speaks_of_acts(start)
            for start in self._concludes.starts_in(end - 1, reach)
        )

    def _speaks_of_acts(self, start: int) -> bool:
        """Tell whether a conclusion of a later clause can speak of the acts before it.

        "…, it is a scam" and "…的都是诈骗" can; "…, everything else is a scam" does not.
        """
        opening = _last_at(self._clauses, start)
        if self._others.any_in(opening, start + 1):
            return False
        return start == opening or self._text[start] == "的" or self._acts.any_in(opening, start)

    def _carried_over(self, sentence: int, start: int, end: int) -> bool:
        for words in (self._forbids, self._narrates):
            last = words.last_before(sentence, start)
            if last and not self._addresses.any_in(last[1], end):
                return True
        return False

    def _forbidden_before(self, clause: int, match: SlotMatch) -> bool:
        # What begins an act with "请" may itself begin "请勿": it stands at the act's own start.
        reach = match.start + (match.slot.kind is SlotKind.ACT)
        last = self._forbids.last_before(clause, reach)
        if last is None:
            return False
        # "也别声张" presses for silence: its own negation takes nothing back. "不要转账" is no ask
        # of a 转账, though "要转账" is one.
        if match.slot.kind is SlotKind.ASK:
            return last[0] < match.start
        return match.slot.kind not in _OWN_NEGATION or last[1] <= match.start

    def _forbidden_within(self, start: int, end: int) -> bool:
        opening = max(_last_at(self._clauses, end - 1), start + 1)
        last = self._forbids.last_before(opening, end)
        if last is not None and last[0] + _SHORTEST_FORBIDDEN <= end:
            return True
        return self._spares.any_in(opening, end)

    def _told_within(self, start: int, end: int) -> bool:
        return self._reports.any_in(start, end) or self._narrates.any_in(start, end)

    def _own_turn(self, start: int) -> bool:
        index = bisect_right(self._turn_starts, start) - 1
        return index >= 0 and self._turns[index][1]


def needs_reading(text: str, matches: Sequence[SlotMatch], turns: Turns) -> bool:
    """Tell whether any word or turn of the text could make something a mention."""
    kinds = {match.slot.kind for match in matches}
    return not kinds.isdisjoint(MENTIONABLE) and (
        not kinds.isdisjoint(_STANCE_KINDS) or turns.any_in(text)
    )


def _told_in_quotes(text: str, found: _RangesOf) -> list[tuple[int, int]]:
    """Return the quotations of a text that warns in its own words."""
    if found.keys().isdisjoint(_WARNING):
        return []
    quoted = quotations(text)
    own = {kind for kind, places in found.items() if _has_one_outside(places, quoted)}
    return [] if SlotKind.CONCERNS in own or own.isdisjoint(_WARNING) else quoted


def _has_one_outside(places: list[tuple[int, int]], quoted: list[tuple[int, int]]) -> bool:
    return any(not any(low < start < high for low, high in quoted) for start, _ in places)


def _by_kind(matches: Sequence[SlotMatch]) -> _RangesOf:
    found: _RangesOf = {}
    for slot, start, end in matches:
        found.setdefault(slot.kind, []).append((start, end))
    return found


def _ranges(found: _RangesOf, *kinds: SlotKind) -> _Places:
    every = [each for kind in kinds for each in found.get(kind, ())]
    return _Places(sorted(every) if len(kinds) > 1 else every)


def _free(text: str, acts: _Places, words: _Places) -> _Places:
    """Leave out the words with which an act begins ("也不要告诉家人") or ends ("谁都不能说").

    "请" begins any act ("请…共享屏幕"): an act that begins so does not own a "请勿".
    """
    if not words.ranges:
        return words
    openings = {start for start in acts.starts if not text.startswith(_POLITE, start)}
    ends = {end for _, end in acts.ranges}
    closings = {
        end - rest: start
        for start, end in reversed(acts.ranges)
        for rest in range(1, _SHORTEST_FORBIDDEN)
    }
    return _Places(
        [
            (start, end)
            for start, end in words.ranges
            if start not in openings and end not in ends and closings.get(start, start) >= start
        ]
    )


def _stated(text: str, words: _Places) -> _Places:
    """Leave out what is only asked ("是诈骗吗")."""
    return _Places(
        [(start, end) for start, end in words.ranges if not text.startswith(_ASKING, end)]
    )


def _spoken(words: _Places, addresses: _Places) -> _Places:
    """Leave out the words that only speak to the reader ("别担心", "if you don't …")."""
    return _Places(
        [
            (start, end)
            for start, end in words.ranges
            if (address := addresses.last_before(0, start + 1)) is None or address[1] < end
        ]
    )


def _last_at(ends: list[int], place: int) -> int:
    index = bisect_right(ends, place) - 1
    return ends[index] if index >= 0 else 0


def _next_at(ends: list[int], place: int) -> int:
    index = bisect_right(ends, place)
    return ends[index] if index < len(ends) else place + _CONCLUSION_REACH
