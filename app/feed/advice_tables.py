"""Reads the editors' tables of advice."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TypeVar, cast

import tomli

from ..model.advice import AdviceAction, AdviceStep
from ..model.advice_rules import AdviceRule, AdviceRules, Circumstance, ContactFrom, sort_rules
from ..model.errors import InvalidTableError
from ..model.records import Sector
from ..model.scam_category import ScamCategory
from ..model.submission import Channel
from ..model.verdict import VerdictLevel

Choice = TypeVar("Choice", bound=StrEnum)

_MOST_STEPS = 7
_MOST_OF_GROUP = 2
_FIELDS = frozenset(
    {
        "key",
        "action",
        "rank",
        "levels",
        "kinds",
        "categories",
        "without_category",
        "sectors",
        "acts",
        "numbers",
        "except_numbers",
        "when",
        "unless",
        "contact",
        "number",
        "group",
    }
)
_PLACES = frozenset(each.value for each in ContactFrom) - {ContactFrom.ORGANISATION.value}


def read_advice_rules(folder: Path) -> AdviceRules:
    """Read every *.toml of `folder`; InvalidTableError names file, step and the rule broken.

    `contact` is one of "claimed", "claimed_site", "listed", "listed_site", or an organisation's id,
    then perhaps with `number`, the key of the row to dial.
    """
    rules: list[AdviceRule] = []
    for file in sorted(folder.glob("*.toml")):
        rules.extend(_rules_of(file))
    if not rules:
        raise InvalidTableError("invalid-table", table=folder.name, row="-", rule="no steps")
    return sort_rules(tuple(rules), _MOST_STEPS, _MOST_OF_GROUP)


def _rules_of(file: Path) -> Iterator[AdviceRule]:
    try:
        table = tomli.loads(file.read_text(encoding="utf-8"))
    except tomli.TOMLDecodeError as error:
        raise InvalidTableError(
            "invalid-table", table=file.name, row="-", rule=str(error)
        ) from error
    for row in cast("list[dict[str, object]]", table.get("step", [])):
        try:
            yield _rule(row)
        except (KeyError, ValueError, TypeError) as error:
            name = str(row.get("key", "?"))
            raise InvalidTableError(
                "invalid-table", table=file.name, row=name, rule=str(error)
            ) from error


def _rule(row: dict[str, object]) -> AdviceRule:
    if unknown := row.keys() - _FIELDS:
        raise ValueError(f"unknown field {min(unknown)}")
    contact, organization_id = _contact(str(row.get("contact", "")))
    key, action = str(row["key"]), AdviceAction(str(row["action"]))
    return AdviceRule(
        key=key,
        action=action,
        rank=int(str(row["rank"])),
        levels=_choices(VerdictLevel, row, "levels"),
        kinds=_choices(Channel, row, "kinds"),
        categories=_choices(ScamCategory, row, "categories"),
        without_category=bool(row.get("without_category", False)),
        sectors=_choices(Sector, row, "sectors"),
        acts=frozenset(_strings(row, "acts")),
        numbers=frozenset(_strings(row, "numbers")),
        except_numbers=frozenset(_strings(row, "except_numbers")),
        when=_choices(Circumstance, row, "when"),
        unless=_choices(Circumstance, row, "unless"),
        contact=contact,
        organization_id=organization_id,
        number=str(row.get("number", "")),
        group=str(row.get("group", "")),
        plain_step=AdviceStep(action, key) if contact is ContactFrom.NOWHERE else None,
    )


def _contact(word: str) -> tuple[ContactFrom, str]:
    if word in _PLACES:
        return ContactFrom(word), ""
    return ContactFrom.ORGANISATION, word


def _strings(row: dict[str, object], field: str) -> tuple[str, ...]:
    value = row.get(field, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise TypeError(f"{field} must be a list of strings")
    return tuple(value)


def _choices(kind: type[Choice], row: dict[str, object], field: str) -> frozenset[Choice]:
    return frozenset(kind(each) for each in _strings(row, field))
