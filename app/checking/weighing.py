"""Weighs a reading once though several checks ask."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..model.finding import Severity
from ..model.phrases import SignWeight, WeighedWords
from ..model.reading import PhraseHit, Reading
from ..reading.sealed import Kept
from .circumstances import Circumstances, Surroundings
from .knowledge import Knowledge
from .lazily import Lazily
from .sign_sum import NOTHING, Scales, SignSum
from .wording import Wording

_LESS = {Severity.ALARM: Severity.WARNING, Severity.WARNING: Severity.NOTE}
_DISBELIEVED = {Severity.ALARM: Severity.NOTE, Severity.WARNING: Severity.NOTE}
_MUCH_LESS = {Severity.DECISIVE: Severity.WARNING, **_DISBELIEVED}
_USUAL = 360  # bytes, as 120 hanzi take; an English text of as many words takes about as many
WINDOW = 1_500  # characters within which things belong together
_PART = 80  # characters of neighbouring sentences
_SENTENCE = re.compile(r"[^。!?;\n]+[。!?;\n]*")


class Stretch(NamedTuple):
    """Where a piece of the folded text lies, and the demanded phrases in it."""

    start: int
    end: int
    hits: tuple[PhraseHit, ...]


class Weighed:
    """The sums of one reading."""

    def __init__(
        self, reading: Reading, around: Circumstances, scales: Scales, words: Wording
    ) -> None:
        self.reading = reading
        self._around = around
        self._scales = scales
        self._words = words.find(reading.folded)
        stretches = _stretches(len(reading.folded), around.demanded)
        self._sums = [(each, self._sum(each)) for each in stretches]

    @Lazily
    def whole(self) -> SignSum:
        """Return the largest sum of any stretch; NOTHING where there is none."""
        return max((found for _, found in self._sums), key=_total, default=NOTHING)

    @Lazily
    def part(self) -> SignSum:
        """Return the largest sum of any few sentences that hold a demanded phrase, else NOTHING.

        However many kind words stand before and after, they take nothing off these few.
        """
        folded = self.reading.folded
        sums = (
            found if part == each else self._sum(part)  # a text of one sentence is its own part
            for each, found in self._sums
            for part in _parts(folded, each)
        )
        return max(sums, key=_total, default=NOTHING)

    @Lazily
    def reassured(self) -> int:
        """Return what a listed link takes off every sum; it lessens no alarm. 0 or less."""
        return self._scales.calmed_by(self._around.weighed_signals)

    @Lazily
    def lengths(self) -> float:
        """Return the length of the text; 1 is a long message, and most above it are talks."""
        return len(self.reading.folded.encode(errors="replace")) / _USUAL

    def has_a_part_of(self, level: int) -> bool:
        """Tell whether a few sentences reach `level`; most texts do not even without what calms."""
        return any(found.most >= level for _, found in self._sums) and self.part.total >= level

    def _sum(self, stretch: Stretch) -> SignSum:
        start, end, hits = stretch
        words = self._words.between(start, end)
        return self._scales.weigh(hits, self._around.weighed_signals, words)


class Weighing:
    """Gives the sums of a reading.

    A text no longer than a stretch is weighed whole. Of a longer one only what surrounds a demanded
    phrase is weighed: thousands of words alone are no evidence.
    """

    def __init__(
        self,
        weights: Iterable[SignWeight] = (),
        wording: Iterable[WeighedWords] = (),
        surroundings: Surroundings | None = None,
        kept: Kept | None = None,
    ) -> None:
        """Take the register's fitted tables; without any, nothing weighs and nothing is doubted.

        `kept` is where what finds the words is kept from one start to the next.
        """
        self.scales = Scales(weights)
        self._has_levels = bool(self.scales)
        self.wording = Wording(wording, kept)
        self._surroundings = surroundings or Surroundings()
        self._last: Weighed | None = None

    def of(self, reading: Reading, knowledge: Knowledge) -> Weighed | None:
        """Return the sums, or None where there is nothing to weigh or to measure by."""
        if reading.bare or not self._has_levels:
            return None
        last = self._last  # another thread may put its own here; each keeps what it took
        if last is None or last.reading is not reading:
            around = self._surroundings.of(reading, knowledge)
            last = Weighed(reading, around, self.scales, self.wording)
            self._last = last
        return last

    def tempered(self, severity: Severity, reading: Reading, knowledge: Knowledge) -> Severity:
        """Return `severity` as far as what is around supports it.

        Where the whole speaks against it and no few sentences strongly for it, it counts a step
        less, and is a note where the whole speaks strongly against it; what decides is not doubted
        in a message. Among the hundreds of words of a talk some phrase always sounds like a demand:
        there a script is a note, and what would decide warns.
        """
        scales, weighed = self.scales, self.of(reading, knowledge)
        if weighed is None:
            return severity
        total = weighed.whole.total - weighed.reassured
        if total >= scales.doubt or weighed.has_a_part_of(scales.backing + weighed.reassured):
            return severity
        if weighed.lengths > 1:
            return _MUCH_LESS.get(severity, severity)
        less = _LESS if total >= scales.disbelief else _DISBELIEVED
        return less.get(severity, severity)

    def forget(self) -> None:
        """Drop the last reading."""
        self._last = None


def _total(found: SignSum) -> int:
    return found.total


def _stretches(length: int, hits: tuple[PhraseHit, ...]) -> Iterator[Stretch]:
    """Yield stretches that overlap by half, so that no neighbours are torn apart."""
    if length <= WINDOW:
        yield Stretch(0, length, hits)
        return
    starts = [hit.start for hit in hits]
    for place in sorted({start // (WINDOW // 2) for start in starts}):
        low = place * (WINDOW // 2)
        within = hits[bisect_left(starts, low) : bisect_left(starts, low + WINDOW)]
        yield Stretch(low, min(low + WINDOW, length), within)


def _parts(folded: str, stretch: Stretch) -> Iterator[Stretch]:
    """Yield each sentence with a hit, and with those that follow it as far as they are short."""
    found = _SENTENCE.finditer(folded, stretch.start, stretch.end)
    sentences = [match.span() for match in found]
    ends = [end for _, end in sentences]
    reached = 0
    for start, end in sentences:
        short = bisect_right(ends, start + _PART)
        last = max(end, ends[short - 1]) if short else end
        reaches_on = last > max(end, reached)  # else it is the tail of the part before
        reached = max(last, reached)
        for bound in (end, last) if reaches_on else (end,):
            within = tuple([hit for hit in stretch.hits if start <= hit.start and hit.end <= bound])
            if within:
                yield Stretch(start, bound, within)
