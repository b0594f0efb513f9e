"""The mainland's telephone numbering plan, as data."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli
from msgspec import Struct

from ..model.errors import InvalidTableError
from ..model.source_note import SourceClass, SourceNote

_HEAD = 2  # digits


class ShortCodeRule(Struct, frozen=True):
    """The short codes that begin with `start`.

    `base` counts the digits of the plain code, `lengths` those a code may be read with. `extended`
    tells that the plan lets holders append digits, up to `longest` in all. `needs_cue`: inside a
    sentence such digits count only behind a word like 拨打.
    """

    start: str
    base: int
    lengths: frozenset[int]
    longest: int
    extended: bool
    needs_cue: bool
    source: SourceNote


class ContextWords(Struct, frozen=True):
    """Words around digits that tell what the digits are; all in folded text."""

    cues: tuple[str, ...]
    cues_behind: tuple[str, ...]
    refuses: tuple[str, ...]
    chats: tuple[str, ...]
    letters: tuple[str, ...]
    letters_behind: tuple[str, ...]
    units: tuple[str, ...]
    units_of_three: tuple[str, ...]
    unit_exceptions: tuple[str, ...]
    one_time: tuple[str, ...]


class NumberingPlan(Struct, frozen=True):
    """MIIT's plan of 2017 with the notes on it (`source` says which rule is whose).

    `area_codes` carry their leading 0. `port_ranges` are the SMS ports that carriers give out.
    `digits` maps characters that stand for digits. `code_heads` are the first digits of all short
    codes, by which most figures are seen to be none.
    """

    area_codes: frozenset[str]
    glued_starts: tuple[str, ...]
    mobile_starts: tuple[str, ...]
    virtual_prefixes: tuple[str, ...]
    machine_prefixes: tuple[str, ...]
    machine_digits: int
    four_hundred: str
    eight_hundred: str
    service_digits: int
    port_prefix: str
    port_shortest: int
    port_longest: int
    port_ranges: tuple[str, ...]
    short_codes: Mapping[str, ShortCodeRule]
    start_lengths: tuple[int, ...]
    code_heads: tuple[str, ...]
    code_lengths: frozenset[int]
    context: ContextWords
    digits: Mapping[str, str]
    sources: Mapping[str, SourceNote]

    def short_code(self, digits: str) -> ShortCodeRule | None:
        """Return the rule of the range the digits lie in if they may be a code of it, else None."""
        if len(digits) not in self.code_lengths or not digits.startswith(self.code_heads):
            return None
        rule = self.range_of(digits)
        return rule if rule and len(digits) in rule.lengths else None

    def range_of(self, digits: str) -> ShortCodeRule | None:
        """Return the rule of the longest start that the digits begin with, of any length."""
        for length in self.start_lengths:
            if rule := self.short_codes.get(digits[:length]):
                return rule
        return None

    def area_code_of(self, digits: str) -> str:
        """Return the area code that the digits begin with (both with leading 0), "" if none."""
        if digits[:3] in self.area_codes:
            return digits[:3]
        return digits[:4] if digits[:4] in self.area_codes else ""

    def is_local(self, area_code: str, digits: str) -> bool:
        """Tell whether the digits can be a local number behind that area code ("" for unknown)."""
        lengths = (8,) if len(area_code) == len("010") else (7, 8)
        return len(digits) in lengths and digits[0] != "0"

    def is_mobile(self, digits: str) -> bool:
        """Tell whether the digits have the shape of a mobile; ranges not yet assigned included."""
        return len(digits) == len("13800138000") and digits[:2] in self.mobile_starts

    def is_virtual(self, digits: str) -> bool:
        """Tell whether a mobile was first given out by a virtual operator."""
        return digits.startswith(self.virtual_prefixes)

    def is_machine(self, digits: str) -> bool:
        """Tell whether the digits are a data card's number."""
        return len(digits) == self.machine_digits and digits.startswith(self.machine_prefixes)

    def is_port(self, digits: str) -> bool:
        """Tell whether the digits are an enterprise SMS port."""
        return (
            digits.startswith(self.port_prefix)
            and self.port_shortest <= len(digits) <= self.port_longest
        )

    def is_service(self, digits: str) -> bool:
        """Tell whether the digits are a 400 or 800 number."""
        return len(digits) == self.service_digits and digits.startswith(
            (self.four_hundred, self.eight_hundred)
        )


def read_plan(path: Path) -> NumberingPlan:
    """Read the plan from its TOML file; raise InvalidTableError for a missing or wrong entry."""
    try:
        return _plan_of(tomli.loads(path.read_text(encoding="utf-8")))
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidTableError(
            "invalid-table", table=path.name, row="", rule=f"{type(error).__name__}: {error}"
        ) from error


def _plan_of(table: Mapping[str, Any]) -> NumberingPlan:
    sources = {key: _source(row) for key, row in table["sources"].items()}
    parts = ("area_codes", "mobile", "virtual_mobile", "machine", "four_hundred", "sms_port")
    for part in (*parts, "eight_hundred"):
        _ = sources[table[part]["source"]]  # no rule without a source
    rules = [_rule(row, sources) for row in table["short_code"]]
    context = table["context"]
    return NumberingPlan(
        area_codes=frozenset(table["area_codes"]["codes"]),
        glued_starts=tuple(table["area_codes"]["glued"]["starts"]),
        mobile_starts=tuple(table["mobile"]["first_two"]),
        virtual_prefixes=tuple(table["virtual_mobile"]["prefixes"]),
        machine_prefixes=tuple(table["machine"]["prefixes"]),
        machine_digits=int(table["machine"]["digits"]),
        four_hundred=str(table["four_hundred"]["prefix"]),
        eight_hundred=str(table["eight_hundred"]["prefix"]),
        service_digits=int(table["four_hundred"]["digits"]),
        port_prefix=str(table["sms_port"]["prefix"]),
        port_shortest=int(table["sms_port"]["shortest"]),
        port_longest=int(table["sms_port"]["longest"]),
        port_ranges=tuple(table["sms_port"]["ranges"]),
        short_codes={rule.start: rule for rule in rules},
        start_lengths=tuple(sorted({len(rule.start) for rule in rules}, reverse=True)),
        code_heads=tuple({rule.start[:_HEAD] for rule in rules}),
        code_lengths=frozenset().union(*(rule.lengths for rule in rules)),
        context=ContextWords(**{name: tuple(words) for name, words in context.items()}),
        digits=dict(table["digits"]),
        sources=sources,
    )


def _source(row: Mapping[str, str]) -> SourceNote:
    return SourceNote(row["title"], row["address"], row["date"], SourceClass(row["class"]))


def _rule(row: Mapping[str, Any], sources: Mapping[str, SourceNote]) -> ShortCodeRule:
    lengths = frozenset(int(each) for each in row["lengths"])
    return ShortCodeRule(
        start=str(row["start"]),
        base=int(row["base"]),
        lengths=lengths,
        longest=int(row.get("longest", max(lengths))),
        extended=bool(row.get("extended", False)),
        needs_cue=_needs_cue(row.get("in_text", "always")),
        source=sources[row["source"]],
    )


def _needs_cue(in_text: str) -> bool:
    if in_text not in {"always", "cue"}:
        raise ValueError(f"in_text: {in_text}")
    return in_text == "cue"
