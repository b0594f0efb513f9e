"""Tells who speaks in a pasted conversation: the reader's own words ask nothing of the reader."""

import re
from collections.abc import Iterable

from ..model.phrases import WordSet

_LONGEST_NAME = 8
_OPENING = re.compile(r"[\s。!?\"”]")


class Turns:
    """Finds turns by the names before their colons; immutable.

    The names are three sets of `words.toml`: `speaker_self`, who is always the reader;
    `speaker_visitor`, as a counter or a hotline calls the reader; and `speaker_other`.
    """

    def __init__(self, word_sets: Iterable[WordSet]) -> None:
        """Take the register's word sets; of a set that is missing no name is known."""
        named = {each.name: each.words for each in word_sets}
        visitors, self._others = (
            frozenset(named.get(name, ())) for name in ("speaker_visitor", "speaker_other")
        )
        self._own = frozenset(named.get("speaker_self", ()))
        self._own_in_a_talk = self._own | visitors
        known = "|".join(map(re.escape, sorted(self._own_in_a_talk | self._others)))
        # A name, a blank behind it, and what it opens behind: what is farther off opens no turn.
        self._reach = max([_LONGEST_NAME, *map(len, self._own_in_a_talk | self._others)]) + 2
        within = rf"|[\s。!?\"”]({known})\s?:" if known else ""
        self._turn = re.compile(rf"(?:^|\n)\s*([^\s:]{{1,{_LONGEST_NAME}}})\s?:{within}")

    def of(self, text: str) -> list[tuple[int, bool]]:
        """Return where the turns of a folded text start and whether they are the reader's own.

        Any name before a colon opens a turn at the start of a line, a known one within a line too.
        A message may open with "用户:" and be no dialogue: such a turn is the reader's only where
        somebody else speaks as well.
        """
        if ":" not in text:
            return []
        found = [(match.end(), match[match.lastindex or 0]) for match in self._turn.finditer(text)]
        is_talk = any(name in self._others for _, name in found)
        own = self._own_in_a_talk if is_talk else self._own
        return [(end, name in own) for end, name in found]

    def any_in(self, text: str) -> bool:
        """Tell whether anybody is named before a colon."""
        colon = text.find(":")
        while colon >= 0:
            if colon < self._reach or _OPENING.search(text, colon - self._reach, colon):
                return self._turn.search(text) is not None
            colon = text.find(":", colon + 1)
        return False
