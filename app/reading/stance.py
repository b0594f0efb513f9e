"""Tells a demand from a mention: is the reader told to do it, or is it only spoken of.

The rules, each over the words of the editors' table `stance.toml`:

1. In the same clause, behind a word that forbids, denies or says it is not needed: a mention.
2. In the same sentence, behind a report ("swindlers ask you to …"), or followed by a conclusion
   ("… is always a scam"): a mention. A report of an earlier clause ends where a clause opens by
   speaking to the reader ("beware of fraud, please move your money to …").
3. An act behind a forbidding, denying or narrating word of an earlier clause of the sentence: a
   mention, unless the reader is addressed in between ("…, please transfer at once").
4. In the reader's own turn of a dialogue: a mention.

Warning words anywhere else lower nothing, and a word of the demand itself forbids nothing
("不要告诉家人" is a demand for secrecy, not a mention of telling).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ..model.phrases import SlotKind
from ..model.reading import Stance
from .phrase_matcher import SlotMatch

_CLAUSE_END = re.compile(r"(?:[,;:!?。\n]|\.(?=\s|$))\s*")
_SENTENCE_END = re.compile(r"[!?。\n]|\.(?=\s|$)")
_TURN = re.compile(
    r"(?:^|[\s。!?\"”])(对方|我|本人|客服|caller|other|them|me|you|self|受害人|用户)\s?:"
)
_OWN_TURNS = frozenset({"我", "本人", "me", "self", "受害人", "用户"})
_CONCLUSION_REACH = 80
_OPENING_REACH = 2

_STANCE_KINDS = frozenset(
    {
        SlotKind.FORBIDS,
        SlotKind.DENIES,
        SlotKind.SPARES,
        SlotKind.REPORTS,
        SlotKind.NARRATES,
        SlotKind.CONCLUDES,
        SlotKind.ADDRESSES,
    }
)
MENTIONABLE = frozenset(
    {SlotKind.ACT, SlotKind.PRETEXT, SlotKind.PRODUCT, SlotKind.PAYOUT, SlotKind.PRESSURE}
)


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

    def any_in(self, low: int, high: int) -> bool:
        return self.last_before(low, high) is not None


class StanceReader:
    """Judges the stance of every hit of one scanned text."""

    def __init__(self, text: str, matches: Sequence[SlotMatch]) -> None:
        """Take the folded text and all its slot matches, in the order of the text."""
        openings = {m.start for m in matches if m.slot.kind is SlotKind.ACT}
        self._forbids = _free(openings, _ranges(matches, SlotKind.FORBIDS, SlotKind.DENIES))
        self._spares = _ranges(matches, SlotKind.SPARES)
        self._reports = _ranges(matches, SlotKind.REPORTS)
        self._narrates = _ranges(matches, SlotKind.NARRATES)
        self._addresses = _ranges(matches, SlotKind.ADDRESSES)
        self._concludes = _ranges(matches, SlotKind.CONCLUDES)
        self._clauses = [match.end() for match in _CLAUSE_END.finditer(text)]
        self._sentences = [match.end() for match in _SENTENCE_END.finditer(text)]
        self._turns = [(match.end(), match[1] in _OWN_TURNS) for match in _TURN.finditer(text)]
        self._turn_starts = [start for start, _ in self._turns]

    def stance(self, match: SlotMatch) -> Stance:
        """Return whether `match` is demanded or only mentioned."""
        start, end = match.start, match.end
        clause = _last_at(self._clauses, start)
        sentence = _last_at(self._sentences, start)
        if (
            self._forbids.any_in(clause, start)
            or self._spares.any_in(clause, start)
            or self._reported(sentence, clause, start)
            or self._concluded(end)
            or (match.slot.kind is SlotKind.ACT and self._carried_over(sentence, start, end))
            or self._own_turn(start)
        ):
            return Stance.MENTION
        return Stance.DEMAND

    def _reported(self, sentence: int, clause: int, start: int) -> bool:
        last = self._reports.last_before(sentence, start + 1)
        if last is None:
            return False
        return last[0] >= clause or not self._addresses.any_in(clause, clause + 1)

    def _concluded(self, end: int) -> bool:
        index = bisect_right(self._sentences, end)
        sentence_end = self._sentences[index] if index < len(self._sentences) else end + 400
        return self._concludes.any_in(end - 1, min(sentence_end, end + _CONCLUSION_REACH))

    def _carried_over(self, sentence: int, start: int, end: int) -> bool:
        for words in (self._forbids, self._narrates):
            last = words.last_before(sentence, start)
            if last and not self._addresses.any_in(last[1], end):
                return True
        return False

    def _own_turn(self, start: int) -> bool:
        index = bisect_right(self._turn_starts, start) - 1
        return index >= 0 and self._turns[index][1]


def needs_reading(text: str, matches: Sequence[SlotMatch]) -> bool:
    """Tell whether any word or turn of the text could make something a mention."""
    kinds = {match.slot.kind for match in matches}
    return not kinds.isdisjoint(MENTIONABLE) and (
        not kinds.isdisjoint(_STANCE_KINDS) or (":" in text and _TURN.search(text) is not None)
    )


def _ranges(matches: Sequence[SlotMatch], *kinds: SlotKind) -> _Places:
    return _Places([(match.start, match.end) for match in matches if match.slot.kind in kinds])


def _free(openings: set[int], words: _Places) -> _Places:
    """Leave out the words with which an act itself begins ("也不要告诉家人")."""
    return _Places(
        [
            (start, end)
            for start, end in words.ranges
            if openings.isdisjoint(range(start - _OPENING_REACH, start + 1))
        ]
    )


def _last_at(ends: list[int], place: int) -> int:
    index = bisect_right(ends, place) - 1
    return ends[index] if index >= 0 else 0
