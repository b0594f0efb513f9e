"""Reads the editors' tables of slots, acts, word sets and scam patterns."""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ..model.language import LocalizedText
from ..model.phrases import (
    SIGNALS,
    ActGroup,
    CategoryWords,
    PatternStrength,
    ScamPattern,
    SignWeight,
    Slot,
    SlotKind,
    WeighedWords,
    WordSet,
)
from ..model.scam_category import ScamCategory
from .category_words import read_category_words, refuse_strange_category_words
from .sign_weights import refuse_strange_weights, refuse_strange_wording
from .table_rows import Naming, Row, Sources, invalid, read_sources, read_table, words

# Growing a phrase takes time that multiplies with its gaps; ours have three at most, in ten pieces.
_PIECE = re.compile(r"\{[^{}]*\}|…|[^{}…]+")
_MOST_PIECES, _MOST_GAPS, _LONGEST = 16, 4, 600


class PatternTables(Struct, frozen=True):
    """All phrase knowledge of the tables, in the order of the files' names."""

    slots: tuple[Slot, ...]
    word_sets: tuple[WordSet, ...]
    patterns: tuple[ScamPattern, ...]
    weights: tuple[SignWeight, ...]
    wording: tuple[WeighedWords, ...] = ()
    category_words: tuple[CategoryWords, ...] = ()


def read_patterns(folder: Path) -> PatternTables:
    """Read every *.toml below `folder`; raises InvalidTableError naming the table and the row."""
    slots: list[Slot] = []
    word_sets: list[WordSet] = []
    patterns: list[ScamPattern] = []
    weights: list[SignWeight] = []
    wording: list[WeighedWords] = []
    category_words: list[CategoryWords] = []
    captions: dict[str, LocalizedText] = {}
    for path in sorted(folder.rglob("*.toml")):
        table = read_table(path)
        name = path.relative_to(folder).as_posix()
        sources = read_sources(table, name)
        for row in table.get("slot", ()):
            with Naming(name, row.get("id", "?")):
                slots.append(_slot(row, sources))
        for row in table.get("pattern", ()):
            with Naming(name, row.get("id", "?")):
                patterns.append(_pattern(row, sources))
        word_sets += [WordSet(key, tuple(each)) for key, each in table.get("words", {}).items()]
        captions.update(_captions(table, name))
        weights += _weights(table, name)
        wording += _wording(table, name)
        category_words += read_category_words(table, name)
    _refuse_strangers(slots, patterns)
    refuse_strange_weights(slots, weights)
    refuse_strange_wording(wording, weights)
    refuse_strange_category_words(slots, category_words)
    return PatternTables(
        tuple(_captioned(slots, captions)),
        tuple(word_sets),
        tuple(patterns),
        tuple(weights),
        tuple(wording),
        tuple(category_words),
    )


def _phrases(row: Row) -> tuple[str, ...]:
    """Return a slot's phrases; ValueError for one so long that a text made for it could hang us."""
    phrases = (*row.get("zh", ()), *row.get("en", ()))
    for phrase in phrases:
        pieces = len(_PIECE.findall(phrase))
        if pieces > _MOST_PIECES or phrase.count("…") > _MOST_GAPS or len(phrase) > _LONGEST:
            raise ValueError(f"a phrase of more than {_MOST_PIECES} pieces or {_MOST_GAPS} gaps")
    return phrases


def _slot(row: Row, sources: Sources) -> Slot:
    kind = SlotKind(row["kind"])
    group = ActGroup(row["group"]) if kind is SlotKind.ACT else None
    return Slot(
        id=row["id"],
        kind=kind,
        phrases=_phrases(row),
        categories=tuple(ScamCategory(each) for each in row.get("categories", ())),
        group=group,
        company=tuple(row.get("company", ())),
        decides_with=tuple(row.get("decides_with", ())),
        reason=words(row["reason"]) if group else None,
        rule=words(row["rule"]) if group else None,
        sources=tuple(sources[each] for each in row.get("sources", ())),
        matches=tuple(row.get("matches", ())),
        innocent=tuple(row.get("innocent", ())),
    )


def _pattern(row: Row, sources: Sources) -> ScamPattern:
    season = row.get("season")
    return ScamPattern(
        id=row["id"],
        category=ScamCategory(row["category"]),
        strength=PatternStrength(row["strength"]),
        needs=tuple(tuple(group) for group in row["needs"]),
        unless=tuple(row.get("unless", ())),
        within=int(row.get("within", 300)),
        reason=words(row["reason"]),
        rule=words(row["rule"]),
        sources=tuple(sources[each] for each in row["sources"]),
        matches=tuple(row["matches"]),
        innocent=tuple(row["innocent"]),
        season=(season[0], season[1]) if season else None,
    )


def _captions(table: Row, name: str) -> Iterator[tuple[str, LocalizedText]]:
    for slot_id, row in table.get("captions", {}).items():
        with Naming(name, slot_id):
            yield slot_id, words(row)


def _captioned(slots: list[Slot], captions: dict[str, LocalizedText]) -> Iterator[Slot]:
    if strangers := captions.keys() - {each.id for each in slots}:
        raise invalid("captions", min(strangers), "no such slot")
    for slot in slots:
        caption = captions.get(slot.id)
        yield slot if caption is None else replace(slot, caption=caption)


def _weights(table: Row, name: str) -> Iterator[SignWeight]:
    for sign, hundredths in table.get("weights", {}).items():
        with Naming(name, sign):
            yield SignWeight(sign, _hundredths(hundredths))


def _wording(table: Row, name: str) -> Iterator[WeighedWords]:
    """Yield the words of each weight: `"-12" = "甲|乙丙"`, many thousand of them in few lines."""
    for hundredths, listed in table.get("wording", {}).items():
        with Naming(name, hundredths):
            yield WeighedWords(int(hundredths), tuple(listed.split("|")))


def _hundredths(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("a weight is a whole number of hundredths")
    return value


def _refuse_strangers(slots: list[Slot], patterns: list[ScamPattern]) -> None:
    known = {each.id for each in slots}
    if len(known) != len(slots):
        doubled = next(each.id for each in slots if sum(slot.id == each.id for slot in slots) > 1)
        raise invalid("slots", doubled, "id twice")
    for pattern in patterns:
        for wanted in _wanted(pattern):
            if wanted not in known and wanted not in SIGNALS:
                raise invalid("patterns", pattern.id, f"unknown slot {wanted}")


def _wanted(pattern: ScamPattern) -> Iterator[str]:
    for group in pattern.needs:
        yield from group
    yield from pattern.unless
