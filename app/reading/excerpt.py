"""Chooses what is read of an over-long text, so that an answer comes within a second."""

from bisect import bisect_right
from collections.abc import Callable, Iterable

from msgspec import Struct

from ..model.text_span import Span
from .literal_finder import LiteralFinder, finder_of

WHOLE = 100_000  # a text up to this many characters is read whole
EDGE = 50_000  # of a longer one, so much at either end
MOST_WINDOWS = 80
WINDOW = 400  # characters before and behind a suspicious place in the middle
CHUNK = 1 << 18
FARTHEST = 64_000_000  # characters of the middle that are looked through at all
_LINKS = tuple(
    scheme + colon for scheme in ("http", "https", "hxxp", "hxxps") for colon in (":", "：")
)


class Excerpt(Struct, frozen=True):
    """The parts of a text that are read, joined by line breaks, and the way back."""

    text: str
    omitted: int
    starts: tuple[int, ...]  # of each part, in the excerpt
    origins: tuple[int, ...]  # of each part, in the original

    def original(self, span: Span) -> Span:
        """Return where a range of the excerpt stands in the original."""
        part = bisect_right(self.starts, span.start) - 1
        shift = self.origins[part] - self.starts[part]
        return Span(span.start + shift, span.end + shift)


class Sieve:
    """Looks through the middle of a long text for places worth reading."""

    def __init__(self, literals: Callable[[], Iterable[str]]) -> None:
        """Take what gives the literals that stand in the gravest demands."""
        self._literals = literals
        self._made: LiteralFinder | None = None

    @property
    def _finder(self) -> LiteralFinder:
        """What looks for them: made for the first such text, since most people never bring one."""
        made = self._made  # another thread may put its own here; one is as good as the other
        if made is None:
            made = finder_of([*self._literals(), *_LINKS])
            self._made = made
        return made

    def excerpt(self, text: str) -> Excerpt:
        """Return both edges of `text`, and windows around suspicious literals and links between."""
        ranges = [(0, EDGE), *self._windows(text), (len(text) - EDGE, len(text))]
        return _cut(text, _merged(ranges))

    def _windows(self, text: str) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        covered = 0
        last = min(len(text) - EDGE, FARTHEST)
        for start in range(EDGE - WINDOW, last, CHUNK):
            chunk = text[start : min(start + CHUNK, last) + WINDOW]
            places = self._places(chunk)
            for place in places:
                window = (start + place - WINDOW, start + place + WINDOW)
                if found and window[0] <= found[-1][1]:
                    covered += max(window[1] - found[-1][1], 0)
                    found[-1] = (found[-1][0], max(found[-1][1], window[1]))
                else:
                    covered += 2 * WINDOW
                    found.append(window)
                if len(found) >= MOST_WINDOWS or covered > WHOLE:
                    return _shortened(found)
        return _shortened(found)

    def _places(self, chunk: str) -> list[int]:
        # "İ" alone becomes longer in lower case, which would shift every place behind it.
        lower = chunk.replace("İ", "i").lower()
        places: list[int] = []
        done = 0
        for start, end, _ in self._finder.find(lower):
            if start >= done:
                places.append(start)
                done = end
        return places


def _shortened(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep at most WHOLE characters, the earliest first."""
    kept = []
    left = WHOLE
    for start, end in ranges:
        if left <= 0:
            break
        kept.append((start, min(end, start + left)))
        left -= end - start
    return kept


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _cut(text: str, ranges: list[tuple[int, int]]) -> Excerpt:
    parts = [text[start:end] for start, end in ranges]
    starts = [0]
    for part in parts[:-1]:
        starts.append(starts[-1] + len(part) + 1)
    omitted = len(text) - sum(map(len, parts))
    return Excerpt("\n".join(parts), omitted, tuple(starts), tuple(start for start, _ in ranges))
