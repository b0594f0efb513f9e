"""Gathers what each literal of the phrases and names stands for, before any text is scanned."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from ..model.errors import InvalidTableError
from ..model.phrases import Slot, WordSet
from .anchored_phrase import AnchoredPhrase
from .phrase_syntax import Phrase, parse_phrase

NO_GROUP = -1
SHORTEST_HANZI = 2
SHORTEST_LATIN = 3

Anchored = tuple[AnchoredPhrase, ...]
Anchors = tuple[dict[str, Anchored], Anchored]
"""The phrases anchored at a literal, by the character behind it, and for every other character."""

# A plain tuple, because named ones take four times as long to unpack, and that is done for nearly
# every literal of a text.
Entry = tuple[tuple[int, ...], Anchors | None, tuple[str, ...], bool]
"""Slots, anchors and organisation ids of a literal, and whether it is a Latin word."""


class PhraseBook:
    """The literals of one register, and for each of them an entry and the groups it is a word of.

    Thousands of literals mean the same; their entries are one object, so that 40,000 literals cost
    no memory twice and stay near the processor. An entry is None for a word that only has to stand
    somewhere.
    """

    def __init__(
        self,
        slots: Sequence[Slot],
        word_sets: Sequence[WordSet],
        names: Iterable[tuple[str, str]],
        fold: Callable[[str], str],
    ) -> None:
        """Raise InvalidTableError for a phrase that cannot be read or is too short."""
        self._plain: defaultdict[str, list[int]] = defaultdict(list)
        self._anchored: defaultdict[str, list[AnchoredPhrase]] = defaultdict(list)
        self._names: defaultdict[str, list[str]] = defaultdict(list)
        self._groups: dict[tuple[str, ...], int] = {}
        sets = {each.name: each.words for each in word_sets}
        for index, slot in enumerate(slots):
            for phrase in slot.phrases:
                if parsed := parse_phrase(phrase, sets, fold):
                    self._add(index, slot, phrase, parsed)
        for name, organization_id in names:
            literal = fold(name).strip()
            if literal and organization_id not in self._names[literal]:
                self._names[literal].append(organization_id)
        needed = self._needed()
        self.literals = (*dict.fromkeys((*self._plain, *self._anchored, *self._names, *needed)),)
        self.groups = [needed.get(each, ()) for each in self.literals]
        self.entries = self._entries()

    def _needed(self) -> dict[str, tuple[int, ...]]:
        """Return the groups by their words, equal ones as one object."""
        needed: defaultdict[str, list[int]] = defaultdict(list)
        for words, group in self._groups.items():
            for word in words:
                needed[word].append(group)
        shared: dict[tuple[int, ...], tuple[int, ...]] = {}
        return {word: shared.setdefault(tuple(each), tuple(each)) for word, each in needed.items()}

    def _entries(self) -> list[Entry | None]:
        anchors = {each: _by_character(each) for each in map(tuple, self._anchored.values())}
        shared: dict[tuple[object, ...], Entry] = {}
        entries: list[Entry | None] = []
        for literal in self.literals:
            slots = tuple(self._plain.get(literal, ()))
            anchored = tuple(self._anchored.get(literal, ()))
            names = tuple(self._names.get(literal, ()))
            latin = literal.isascii()
            if slots or anchored or names:
                entry = (slots, anchors.get(anchored), names, latin)
                entries.append(shared.setdefault((slots, anchored, names, latin), entry))
            else:
                entries.append(None)
        return entries

    def _add(self, index: int, slot: Slot, source: str, phrase: Phrase) -> None:
        if phrase.before or phrase.after:
            anchored = AnchoredPhrase(index, phrase, self._needed_group(phrase))
            for word in phrase.anchor:
                self._anchored[word].append(anchored)
            return
        for word in phrase.anchor:
            if is_too_short(word):
                raise InvalidTableError(
                    "invalid-table", table=slot.id, row=source, rule="too short"
                )
            self._plain[word].append(index)

    def _needed_group(self, phrase: Phrase) -> int:
        """Return the number of the words without one of which the phrase cannot be there.

        Most anchors stand alone, and a look at what else the text holds is quicker than growing.
        """
        pieces = [piece.words for piece in (*phrase.before, *phrase.after)]
        best = max(pieces, key=lambda words: min(map(len, words)))
        if min(map(len, best)) < SHORTEST_HANZI:
            return NO_GROUP
        return self._groups.setdefault(best, len(self._groups))


def _by_character(phrases: Anchored) -> Anchors:
    """Sort phrases of one anchor by what may come behind it.

    Most anchors are everyday words, and a look at one character spares growing.
    """
    characters = {char for phrase in phrases for char in phrase.opens or ""}
    return (
        {
            char: tuple(each for each in phrases if each.opens is None or char in each.opens)
            for char in characters
        },
        tuple(each for each in phrases if each.opens is None),
    )


def is_too_short(word: str) -> bool:
    """Tell whether a literal is so short that it stands everywhere."""
    return len(word) < (SHORTEST_LATIN if word.isascii() else SHORTEST_HANZI)
