"""Warns where the wording is that of fraudulent messages, step 3 of the order of judgement."""

import re
from collections.abc import Iterable, Iterator

from ...model.finding import Evidence, Finding, Severity
from ...model.phrases import SignWeight
from ...model.reading import Reading, Stance
from ...model.text_span import Span
from ..circumstances import Surroundings
from ..knowledge import Knowledge
from ..wording import LONGEST_TEXT, Wording

_MOST_QUOTES = 3
_NEAR = 2  # characters between words that are quoted as one
_TURN = re.compile(r"^[^\n:：]{1,8}[:：]", re.MULTILINE)
_DIALOGUE = 2  # turns


class TellingWords:
    """Orange for a short message without a single cue whose words fraudulent ones share.

    Dialogues and texts that forbid or report something are left to the other checks: in them the
    same words are used by honest people.
    """

    name = "telling_words"

    def __init__(self, words: Iterable[SignWeight], surroundings: Surroundings) -> None:
        """Take the register's fitted words."""
        self._wording = Wording(words)
        self._surroundings = surroundings

    def examine(self, reading: Reading, knowledge: Knowledge) -> Iterator[Finding]:
        """Yield one finding where the words weigh enough."""
        if not is_one_short_message(reading) or not self.is_addressed(reading, knowledge):
            return
        telling = self._wording.telling(reading.folded)
        if telling:
            yield Finding(
                check=self.name,
                severity=Severity.WARNING,
                reason="telling_words.alike",
                evidence=_evidence(reading.submission.text, telling),
                order=5,
                category=self._surroundings.of(reading, knowledge).category,
            )

    def is_addressed(self, reading: Reading, knowledge: Knowledge) -> bool:
        """Tell whether nothing is only mentioned, and no link is listed throughout."""
        if reading.hits and Stance.MENTION in [hit.stance for hit in reading.hits]:
            return False
        return not reading.links or not all(map(knowledge.domain_owners, reading.links))


def is_one_short_message(reading: Reading) -> bool:
    """Tell whether the text is one message and no dialogue, and short enough for counting words."""
    text = reading.submission.text
    if reading.bare or len(text) > LONGEST_TEXT:
        return False
    if text.count(":") + text.count("：") < _DIALOGUE:
        return True  # most texts: there are not even colons enough
    return len(_TURN.findall(text)) < _DIALOGUE


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
