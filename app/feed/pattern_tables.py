"""Reads the editors' tables of slots, acts, word sets and scam patterns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli

from ..model.errors import InvalidTableError
from ..model.language import LocalizedText
from ..model.phrases import ActGroup, PatternStrength, ScamPattern, Slot, SlotKind, WordSet
from ..model.scam_category import ScamCategory
from ..model.source_note import SourceClass, SourceNote

Row = Mapping[str, Any]
Sources = Mapping[str, SourceNote]


@dataclass(frozen=True, slots=True)
class PatternTables:
    """All phrase knowledge of the tables, in the order of the files' names."""

    slots: tuple[Slot, ...]
    word_sets: tuple[WordSet, ...]
    patterns: tuple[ScamPattern, ...]


def read_patterns(folder: Path) -> PatternTables:
    """Read every *.toml below `folder`; raises InvalidTableError naming the table and the row."""
    slots: list[Slot] = []
    word_sets: list[WordSet] = []
    patterns: list[ScamPattern] = []
    for path in sorted(folder.rglob("*.toml")):
        table = _read(path)
        name = path.relative_to(folder).as_posix()
        sources = {key: _source(row) for key, row in table.get("sources", {}).items()}
        for row in table.get("slot", ()):
            with _Naming(name, row):
                slots.append(_slot(row, sources))
        for row in table.get("pattern", ()):
            with _Naming(name, row):
                patterns.append(_pattern(row, sources))
        word_sets += [WordSet(key, tuple(words)) for key, words in table.get("words", {}).items()]
    _refuse_strangers(slots, patterns)
    return PatternTables(tuple(slots), tuple(word_sets), tuple(patterns))


SIGNALS = frozenset(
    {"link", "unlisted_link", "phone", "outside_number", "money", "claimed_organisation"}
)


class _Naming:
    """Turns a missing or wrong field into an error that names the row."""

    def __init__(self, table: str, row: Row) -> None:
        self._table = table
        self._row = str(row.get("id", "?"))

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, LookupError | ValueError | TypeError | AttributeError):
            raise _invalid(self._table, self._row, str(error)) from error


def _read(path: Path) -> Row:
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _invalid(path.name, "", str(error)) from error


def _slot(row: Row, sources: Sources) -> Slot:
    kind = SlotKind(row["kind"])
    group = ActGroup(row["group"]) if kind is SlotKind.ACT else None
    return Slot(
        id=row["id"],
        kind=kind,
        phrases=(*row.get("zh", ()), *row.get("en", ())),
        categories=tuple(ScamCategory(each) for each in row.get("categories", ())),
        group=group,
        company=tuple(row.get("company", ())),
        decides_with=tuple(row.get("decides_with", ())),
        reason=_words(row["reason"]) if group else None,
        rule=_words(row["rule"]) if group else None,
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
        reason=_words(row["reason"]),
        rule=_words(row["rule"]),
        sources=tuple(sources[each] for each in row["sources"]),
        matches=tuple(row["matches"]),
        innocent=tuple(row["innocent"]),
        season=(season[0], season[1]) if season else None,
    )


def _words(row: Row) -> LocalizedText:
    return LocalizedText(zh=row["zh"], en=row["en"])


def _source(row: Row) -> SourceNote:
    return SourceNote(row["title"], row["address"], row["date"], SourceClass(row["class"]))


def _refuse_strangers(slots: list[Slot], patterns: list[ScamPattern]) -> None:
    known = {each.id for each in slots}
    if len(known) != len(slots):
        doubled = next(each.id for each in slots if sum(slot.id == each.id for slot in slots) > 1)
        raise _invalid("slots", doubled, "id twice")
    for pattern in patterns:
        for wanted in _wanted(pattern):
            if wanted not in known and wanted not in SIGNALS:
                raise _invalid("patterns", pattern.id, f"unknown slot {wanted}")


def _wanted(pattern: ScamPattern) -> Iterator[str]:
    for group in pattern.needs:
        yield from group
    yield from pattern.unless


def _invalid(table: str, row: str, rule: str) -> InvalidTableError:
    return InvalidTableError("invalid-table", table=table, row=row, rule=rule)
