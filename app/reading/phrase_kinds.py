"""Gathers what each literal of the phrases and names stands for, before any text is scanned."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ..model.errors import InvalidTableError
from ..model.phrases import Slot, WordSet
from .anchored_phrase import NO_GROUP, AnchoredPhrase
from .literal_meanings import LiteralMeanings, Meaning
from .phrase_book import Kind
from .phrase_syntax import Phrase, parse_phrase

SHORTEST_HANZI = 2
SHORTEST_LATIN = 3


class PhraseGround(NamedTuple):
    """What a book of phrases is made of.

    `names` are (name, organisation id) pairs; `fold` folds as texts are folded, and `folding` tells
    this folding from any other.
    """

    slots: tuple[Slot, ...]
    word_sets: tuple[WordSet, ...]
    names: tuple[tuple[str, str], ...]
    fold: Callable[[str], str]
    folding: bytes = b""


def kinds_of(ground: PhraseGround) -> dict[Kind, list[str]]:
    """Return the literals of each kind.

    Raises InvalidTableError for a phrase that cannot be read or is too short.
    """
    ground = ground._replace(fold=cache(ground.fold))  # three of four words stand in several places
    meanings = LiteralMeanings()
    groups: dict[tuple[str, ...], int] = {}
    for index, slot, source, phrase in _parsed(ground):
        meaning = _meaning(index, phrase, groups)
        for word in phrase.anchor:
            if meaning.slots and is_too_short(word):
                raise InvalidTableError(
                    "invalid-table", table=slot.id, row=source, rule="too short"
                )
            meanings.add(word, meaning)
    for name, organization_id in ground.names:
        if literal := ground.fold(name).strip():
            meanings.add(literal, Meaning(names=(organization_id,)))
    for words, group in groups.items():
        for word in words:
            meanings.add(word, Meaning(groups=(group,)))
    return _by_kind(meanings.by_literal)


def anchors_of(ground: PhraseGround) -> Iterable[str]:
    """Return the literals the phrases hang on, but for single hanzi, which stand everywhere."""
    words = (word for _, _, _, phrase in _parsed(ground) for word in phrase.anchor)
    return dict.fromkeys(word for word in words if not is_too_short(word))


def is_too_short(word: str) -> bool:
    """Tell whether a literal is so short that it stands everywhere."""
    return len(word) < (SHORTEST_LATIN if word.isascii() else SHORTEST_HANZI)


def _parsed(ground: PhraseGround) -> Iterator[tuple[int, Slot, str, Phrase]]:
    """Yield each phrase with its slot and as it was written."""
    # Folded once, a word is one object in all the phrases its set stands in.
    sets = {each.name: tuple(map(ground.fold, each.words)) for each in ground.word_sets}
    for index, slot in enumerate(ground.slots):
        for source in slot.phrases:
            if phrase := parse_phrase(source, sets, ground.fold):
                yield index, slot, source, phrase


def _meaning(slot: int, phrase: Phrase, groups: dict[tuple[str, ...], int]) -> Meaning:
    """Return what the anchor of a phrase stands for; the group that it needs joins `groups`."""
    if not (phrase.before or phrase.after):
        return Meaning(slots=(slot,))
    after = tuple((piece.gap, piece.words) for piece in phrase.after)
    before = tuple((piece.gap, piece.words) for piece in phrase.before)
    needs = _needed_group(phrase, groups)
    return Meaning(anchored=(AnchoredPhrase(slot, needs, after, before, latin=phrase.latin),))


def _needed_group(phrase: Phrase, groups: dict[tuple[str, ...], int]) -> int:
    """Return the number of the words without one of which the phrase cannot be there.

    Most anchors stand alone, and a look at what else the text holds is quicker than growing.
    """
    pieces = [piece.words for piece in (*phrase.before, *phrase.after)]
    best = max(pieces, key=lambda words: min(map(len, words)))
    if min(map(len, best)) < SHORTEST_HANZI:
        return NO_GROUP
    return groups.setdefault(best, len(groups))


def _by_kind(meanings: dict[str, Meaning]) -> dict[Kind, list[str]]:
    # Equal meanings are one object, whose number is found faster than its hash.
    kinds: dict[tuple[int, bool], tuple[Kind, list[str]]] = {}
    for literal, meaning in meanings.items():
        key = (id(meaning), literal.isascii())
        if key not in kinds:
            kinds[key] = (Kind(meaning, key[1]), [])
        kinds[key][1].append(literal)
    return dict(kinds.values())
