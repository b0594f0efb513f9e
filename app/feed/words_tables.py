"""Checks the words a feed brings: every step of advice can be said, in every language."""

import string
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..model.advice_rules import AdviceRules, ContactFrom
from ..model.language import Language
from ..presentation.catalog import flat_words
from .table_rows import Naming, invalid, read_table

WORD_TABLES = ("advice", "category")
_CONTACT_PLACES = frozenset({"name", "number", "site"})
_LONGEST = 400  # characters of one sentence


def check_words(rules: AdviceRules, own: Path, brought: Path) -> None:
    """Check the words below `brought`, which are laid over the program's `own`.

    Both hold one folder for each language. Raises InvalidTableError for a sentence with a place
    nobody fills, one that is no sentence of its table, or a step that has no words.
    """
    contacts = _contacts_by_key(rules)
    for language in Language:
        said: dict[str, str] = {}
        for table in WORD_TABLES:
            said.update(flat_words(own / language.value / f"{table}.toml"))
            said.update(_brought(brought / language.value / f"{table}.toml", table))
        for key, may_name in contacts.items():
            where = f"{language.value}/advice.toml"
            if f"advice.{key}" not in said:
                raise invalid(where, key, "a step without words")
            with Naming(where, key):
                _check_places(said[f"advice.{key}"], _CONTACT_PLACES if may_name else frozenset())


def _contacts_by_key(rules: AdviceRules) -> Mapping[str, bool]:
    """Return for each step whether every rule that gives it brings a contact along."""
    found: dict[str, bool] = {}
    for case in rules.cases.values():
        for rule in case:
            has_contact = rule.contact is not ContactFrom.NOWHERE
            found[rule.key] = found.get(rule.key, True) and has_contact
    return found


def _brought(file: Path, table: str) -> dict[str, str]:
    if not file.exists():
        return {}
    where = f"{file.parent.name}/{file.name}"
    words = dict(_flat("", read_table(file)))
    for key, text in words.items():
        with Naming(where, key):
            if not key.startswith(f"{table}.") or not text.strip() or len(text) > _LONGEST:
                raise ValueError("no sentence of this table")
            _check_places(text, _CONTACT_PLACES if table == "advice" else frozenset())
    return words


def _flat(prefix: str, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(f"{prefix}{name}.", value)
        else:
            yield f"{prefix}{name}", str(value)


def _check_places(text: str, known: frozenset[str]) -> None:
    for _, name, form, conversion in string.Formatter().parse(text):
        if name is not None and (name not in known or form or conversion):
            raise ValueError(f"a place nobody fills: {{{name}}}")
