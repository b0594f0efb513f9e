"""Finds the telling words of a reading, once though several checks ask."""

import re
from collections.abc import Iterable

from ..model.phrases import SignWeight
from ..model.reading import Reading, Stance
from .knowledge import Knowledge
from .wording import LONGEST_TEXT, Wording

_TURN = re.compile(r"^[^\n:：]{1,8}[:：]", re.MULTILINE)
_DIALOGUE = 2  # turns
_CHAT = 4  # lines without marks
_CHAT_LINE = 40  # characters, on average


class Telling:
    """Looks at one short message that is addressed to the reader.

    Dialogues and texts that forbid or report something are left out: in them the same words are
    used by honest people.
    """

    def __init__(self, words: Iterable[SignWeight] = ()) -> None:
        """Take the register's fitted words; without any, nothing is ever found."""
        self._wording = Wording(words)
        self._last: tuple[Reading, tuple[str, ...]] | None = None

    def of(self, reading: Reading, knowledge: Knowledge) -> tuple[str, ...]:
        """Return the words that tell, weightiest first; none where they do not weigh enough."""
        last = self._last  # another thread may put its own here; each keeps what it took
        if last is None or last[0] is not reading:
            last = (reading, self._found(reading, knowledge))
            self._last = last
        return last[1]

    def forget(self) -> None:
        """Drop the last reading."""
        self._last = None

    def _found(self, reading: Reading, knowledge: Knowledge) -> tuple[str, ...]:
        if not is_addressed(reading, knowledge) or not is_one_short_message(reading):
            return ()
        return self._wording.telling(reading.folded)


def is_addressed(reading: Reading, knowledge: Knowledge) -> bool:
    """Tell whether nothing is only mentioned, and no link is listed throughout."""
    if reading.hits and Stance.MENTION in [hit.stance for hit in reading.hits]:
        return False
    return not reading.links or not all(map(knowledge.domain_owners, reading.links))


def is_one_short_message(reading: Reading) -> bool:
    """Tell whether the text is one message and no dialogue, and short enough for counting words."""
    text = reading.submission.text
    if reading.bare or len(text) > LONGEST_TEXT:
        return False
    if is_dialogue(text):
        return False
    lines = text.strip().count("\n") + 1
    return lines < _CHAT or len(text) > lines * _CHAT_LINE or bool(reading.links)


def is_dialogue(text: str) -> bool:
    """Tell whether lines of the text open with names and colons."""
    # Most texts have not even colons enough.
    return text.count(":") + text.count("：") >= _DIALOGUE and len(_TURN.findall(text)) >= _DIALOGUE
