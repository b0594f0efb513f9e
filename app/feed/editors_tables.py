"""Reads all editors' tables into one register."""

from datetime import date, datetime
from pathlib import Path

from ..model.register import Register
from .canon import Canon
from .list_tables import read_lists
from .organization_tables import read_organizations
from .pattern_tables import read_patterns
from .record_rules import RecordRules, check_register
from .table_rows import Naming, read_table
from .tables_digest import tables_digest


def read_tables(resources: Path, canon: Canon) -> Register:
    """Read `resources`/register, lists and patterns; every record is checked against the rules.

    Raises InvalidTableError, which names the table, the row and the rule broken.
    """
    as_of = read_release(resources / "register" / "release.toml")
    rules = RecordRules(canon, as_of)
    known = read_organizations(resources / "register", rules)
    lists = read_lists(resources / "lists", rules)
    patterns = read_patterns(resources / "patterns")
    register = Register(
        version=tables_digest(resources),
        as_of=as_of,
        organizations=tuple(known.organizations),
        numbers=tuple(known.numbers),
        domains=tuple(known.domains),
        never_statements=tuple(known.never_statements),
        reported=lists.reported,
        known_hosts=lists.known_hosts,
        apps=lists.apps,
        slots=patterns.slots,
        word_sets=patterns.word_sets,
        patterns=patterns.patterns,
        weights=patterns.weights,
        wording=patterns.wording,
        category_words=patterns.category_words,
    )
    check_register(register)
    return register


def read_release(path: Path) -> date:
    """Read the date the editors gave the whole register."""
    table = read_table(path)
    with Naming(path.name, "as_of"):
        as_of = table["as_of"]
        if not isinstance(as_of, date) or isinstance(as_of, datetime):
            raise TypeError("as_of is a date, written without quotation marks")
        return as_of
