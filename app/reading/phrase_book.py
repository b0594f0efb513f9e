"""Gathers what each literal of the phrases and names stands for, before any text is scanned."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache

from ..model.errors import InvalidTableError
from ..model.phrases import Slot, WordSet
from .anchored_phrase import AnchoredPhrase
from .literal_meanings import LiteralMeanings, Meaning
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
    somewhere. Needed while a matcher is made; the literals themselves take more memory than what
    they stand for.
    """

    def __init__(
        self,
        slots: Sequence[Slot],
        word_sets: Sequence[WordSet],
        names: Iterable[tuple[str, str]],
        fold: Callable[[str], str],
    ) -> None:
        """Take the slots, their word sets, (name, organisation id) pairs, and the folding of texts.

        Raises InvalidTableError for a phrase that cannot be read or is too short.
        """
        fold = cache(fold)  # of four words in the phrases three stand in several
        self.slots = tuple(slots)
        self._groups: dict[tuple[str, ...], int] = {}
        meanings = LiteralMeanings()
        # Folded once, a word is one object in all the phrases its set stands in.
        sets = {each.name: tuple(map(fold, each.words)) for each in word_sets}
        for index, slot in enumerate(self.slots):
            for phrase in slot.phrases:
                if parsed := parse_phrase(phrase, sets, fold):
                    self._add(index, slot, phrase, parsed, meanings)
        for name, organization_id in names:
            if literal := fold(name).strip():
                meanings.add(literal, Meaning(names=(organization_id,)))
        for words, group in self._groups.items():
            for word in words:
                meanings.add(word, Meaning(groups=(group,)))
        self.literals = (*meanings.by_literal,)
        self._meanings = (*meanings.by_literal.values(),)
        self.groups = {
            index: each.groups for index, each in enumerate(self._meanings) if each.groups
        }
        self.entries = self._entries()

    def literals_of(self, slot_ids: Collection[str]) -> tuple[str, ...]:
        """Return the literals these slots hang on, but for single hanzi, which stand everywhere."""
        wanted = {index for index, slot in enumerate(self.slots) if slot.id in slot_ids}
        # Thousands of literals share a meaning.
        distinct = {id(each): each for each in self._meanings}
        is_wanted = {key: not wanted.isdisjoint(_slots_of(each)) for key, each in distinct.items()}
        return tuple(
            literal
            for literal, meaning in zip(self.literals, self._meanings, strict=True)
            if is_wanted[id(meaning)] and not is_too_short(literal)
        )

    def _entries(self) -> list[Entry | None]:
        anchors: dict[Anchored, Anchors | None] = {(): None}
        shared: dict[tuple[Meaning, bool], Entry | None] = {}
        for literal, meaning in zip(self.literals, self._meanings, strict=True):
            kind = (meaning, literal.isascii())
            if kind in shared:
                continue
            if meaning.anchored not in anchors:
                anchors[meaning.anchored] = _by_character(meaning.anchored)
            entry = (meaning.slots, anchors[meaning.anchored], meaning.names, literal.isascii())
            shared[kind] = None if meaning.is_only_needed else entry
        return [
            shared[meaning, literal.isascii()]
            for literal, meaning in zip(self.literals, self._meanings, strict=True)
        ]

    def _add(
        self, index: int, slot: Slot, source: str, phrase: Phrase, meanings: LiteralMeanings
    ) -> None:
        if phrase.before or phrase.after:
            anchored = AnchoredPhrase(index, phrase, self._needed_group(phrase))
            meaning = Meaning(anchored=(anchored,))
        else:
            meaning = Meaning(slots=(index,))
        for word in phrase.anchor:
            if meaning.slots and is_too_short(word):
                raise InvalidTableError(
                    "invalid-table", table=slot.id, row=source, rule="too short"
                )
            meanings.add(word, meaning)

    def _needed_group(self, phrase: Phrase) -> int:
        """Return the number of the words without one of which the phrase cannot be there.

        Most anchors stand alone, and a look at what else the text holds is quicker than growing.
        """
        pieces = [piece.words for piece in (*phrase.before, *phrase.after)]
        best = max(pieces, key=lambda words: min(map(len, words)))
        if min(map(len, best)) < SHORTEST_HANZI:
            return NO_GROUP
        return self._groups.setdefault(best, len(self._groups))


def _slots_of(meaning: Meaning) -> set[int]:
    """Return the slots that a literal is a phrase of, or an anchor."""
    return {*meaning.slots, *(each.slot for each in meaning.anchored)}


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
