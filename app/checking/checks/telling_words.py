"""Warns where the wording is that of fraudulent messages, step 3 of the order of judgement."""

from collections.abc import Iterable, Iterator

from ...model.finding import Evidence, Finding, Severity
from ...model.reading import Reading
from ...model.text_span import Span
from ..circumstances import Surroundings
from ..knowledge import Knowledge
from ..telling import Telling
from .check import EVERY_TEXT

_MOST_QUOTES = 3
_NEAR = 2  # characters between words that are quoted as one


class TellingWords:
    """Orange for a short message without a single cue whose words fraudulent ones share."""

    name = "telling_words"
    looks_at = EVERY_TEXT

    def __init__(self, telling: Telling, surroundings: Surroundings) -> None:
        """Take what finds the register's fitted words."""
        self._telling = telling
        self._surroundings = surroundings

    def examine(self, reading: Reading, knowledge: Knowledge) -> Iterator[Finding]:
        """Yield one finding where the words weigh enough."""
        telling = self._telling.of(reading, knowledge)
        if telling:
            yield Finding(
                check=self.name,
                severity=Severity.WARNING,
                reason="telling_words.alike",
                evidence=_evidence(reading.submission.text, telling),
                order=5,
                category=self._surroundings.of(reading, knowledge).category,
            )


def _evidence(text: str, telling: Iterable[str]) -> tuple[Evidence, ...]:
    """Quote the weightiest words as they are written, neighbours in one; disguised ones not."""
    places = []
    lowered = text.lower()
    for word in telling:
        start = lowered.find(word) if len(lowered) == len(text) else text.find(word)
        if start >= 0:
            places.append((start, start + len(word)))
    spans = _joined(sorted(places[: 3 * _MOST_QUOTES]))
    return tuple(Evidence(text[a:b], Span(a, b)) for a, b in spans[:_MOST_QUOTES])


def _joined(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and start <= joined[-1][1] + _NEAR:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
