"""Weighs a reading once though several checks ask."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model.phrases import SignWeight, WeighedWords
from ..model.reading import PhraseHit, Reading
from .circumstances import Circumstances, Surroundings
from .knowledge import Knowledge
from .sign_sum import NOTHING, Scales, SignSum
from .wording import Wording

WINDOW = 1_500  # characters within which things belong together
_PART = 80  # characters of neighbouring sentences
_SENTENCE = re.compile(r"[^。!?;\n]+[。!?;\n]*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the folded text with the demanded phrases in it."""

    text: str
    hits: tuple[PhraseHit, ...]


class Weighing:
    """Gives the largest sum of any stretch of a reading, and of any few sentences of it.

    A text no longer than a stretch is weighed whole. Of a longer one only what surrounds a demanded
    phrase is weighed: thousands of words alone are no evidence.
    """

    def __init__(
        self,
        weights: Iterable[SignWeight] = (),
        wording: Iterable[WeighedWords] = (),
        surroundings: Surroundings | None = None,
    ) -> None:
        """Take the register's fitted tables; without any, nothing weighs and nothing is doubted."""
        self.scales = Scales(weights)
        self.wording = Wording(wording)
        self._surroundings = surroundings or Surroundings()
        self._last: tuple[Reading, SignSum] | None = None

    def of(self, reading: Reading, knowledge: Knowledge) -> SignSum:
        """Return the largest sum of any stretch; NOTHING where there is nothing to weigh."""
        last = self._last  # another thread may put its own here; each keeps what it took
        if last is None or last[0] is not reading:
            sums = [self._sum(each, around) for each, around in self._stretches(reading, knowledge)]
            last = (reading, max(sums, key=lambda each: each.total, default=NOTHING))
            self._last = last
        return last[1]

    def of_a_part(self, reading: Reading, knowledge: Knowledge, level: int) -> SignSum:
        """Return the largest sum of any few sentences, NOTHING if none reaches `level`.

        However many kind words stand before and after, they take nothing off these few.
        """
        sums = [
            self._sum(part, around)
            for stretch, around in self._stretches(reading, knowledge)
            if self._sum(stretch, around).most >= level
            for part in _parts(stretch)
        ]
        best = max(sums, key=lambda each: each.total, default=NOTHING)
        return best if best.total >= level else NOTHING

    def doubts(self, reading: Reading, knowledge: Knowledge) -> bool:
        """Tell whether no few sentences support a suspicion, so that it counts a step less."""
        doubt = self.scales.doubt
        return bool(
            self.scales
            and self.of(reading, knowledge).total < doubt
            and self.of_a_part(reading, knowledge, doubt) is NOTHING
        )

    def forget(self) -> None:
        """Drop the last reading."""
        self._last = None

    def _stretches(
        self, reading: Reading, knowledge: Knowledge
    ) -> Iterator[tuple[Stretch, Circumstances]]:
        if not self.scales or reading.bare:
            return
        around = self._surroundings.of(reading, knowledge)
        for stretch in _stretches(reading.folded, around.demanded):
            yield stretch, around

    def _sum(self, stretch: Stretch, around: Circumstances) -> SignSum:
        words = self.wording.weigh(stretch.text)
        return self.scales.weigh(stretch.hits, around.weighed_signals, words)


def _stretches(folded: str, hits: tuple[PhraseHit, ...]) -> Iterator[Stretch]:
    """Yield stretches that overlap by half, so that no neighbours are torn apart."""
    if len(folded) <= WINDOW:
        yield Stretch(folded, hits)
        return
    starts = [hit.start for hit in hits]
    for place in sorted({start // (WINDOW // 2) for start in starts}):
        low = place * (WINDOW // 2)
        within = hits[bisect_left(starts, low) : bisect_left(starts, low + WINDOW)]
        moved = tuple(hit._replace(start=hit.start - low, end=hit.end - low) for hit in within)
        yield Stretch(folded[low : low + WINDOW], moved)


def _parts(stretch: Stretch) -> Iterator[Stretch]:
    """Yield each sentence, and with those that follow it as far as they are short together."""
    sentences = [match.span() for match in _SENTENCE.finditer(stretch.text)]
    ends = [end for _, end in sentences]
    reached = 0
    for start, end in sentences:
        yield _cut(stretch, start, end)
        short = bisect_right(ends, start + _PART)
        last = max(end, ends[short - 1]) if short else end
        if last > max(end, reached):  # else it is the tail of the part before
            yield _cut(stretch, start, last)
        reached = max(last, reached)


def _cut(stretch: Stretch, start: int, end: int) -> Stretch:
    within = tuple(hit for hit in stretch.hits if start <= hit.start and hit.end <= end)
    return Stretch(stretch.text[start:end], within)
