"""Reads the editors' tables of organisations, one file a sector."""

from pathlib import Path

from msgspec import Struct, field

from ..model.records import (
    Answer,
    DirectionBasis,
    NeverKind,
    NeverStatement,
    NumberKind,
    OfficialDomain,
    OfficialNumber,
    Organization,
    Sector,
    Standing,
)
from .record_rules import RecordRules
from .table_rows import (
    Naming,
    Row,
    Sources,
    cited,
    read_sources,
    read_table,
    refuse_strangers,
    refuse_unknown,
    words,
)

_ORGANIZATION = (
    *("id", "zh", "en", "aliases", "signatures", "apps", "note"),
    *("closed_numbers", "closed_domains", "numbers", "domains", "never"),
)
_NUMBER = (
    *("number", "kind", "takes_calls", "calls_out", "sends_sms", "basis", "standing"),
    *("since", "area_codes", "extensions", "note", "gathered_on", "sources"),
)
_DOMAIN = ("host", "registrable", "standing", "gathered_on", "sources")
_NEVER = ("id", "kind", "zh", "en", "slots", "recent", "newest_source", "sources")


class OrganizationTables(Struct, frozen=True):
    """What the sectors' files hold, in the order of the files' names and of their rows."""

    organizations: list[Organization] = field(default_factory=list)
    numbers: list[OfficialNumber] = field(default_factory=list)
    domains: list[OfficialDomain] = field(default_factory=list)
    never_statements: list[NeverStatement] = field(default_factory=list)


def read_organizations(folder: Path, rules: RecordRules) -> OrganizationTables:
    """Read `<folder>/<sector>.toml` of every sector; raises InvalidTableError."""
    tables = OrganizationTables()
    refuse_strangers(folder, (*Sector, "release"))
    for sector in sorted(Sector):
        path = folder / f"{sector}.toml"
        table = read_table(path)
        with Naming(path.name, "-"):
            refuse_unknown(table, ("sources", "organization"))
        sources = read_sources(table, path.name)
        for row in table.get("organization", ()):
            _read_organization(_Page(path.name, sources, rules), sector, row, tables)
    return tables


class _Page(Struct, frozen=True):
    name: str
    sources: Sources
    rules: RecordRules


def _read_organization(page: _Page, sector: Sector, row: Row, tables: OrganizationTables) -> None:
    owner = str(row.get("id", "?"))
    with Naming(page.name, owner):
        organization = _organization(sector, row)
        page.rules.organization(organization)
        tables.organizations.append(organization)
    for each in row.get("numbers", ()):
        with Naming(page.name, f"{owner} {each.get('number', '?')}"):
            number = _number(owner, each, page.sources)
            page.rules.number(number)
            tables.numbers.append(number)
    for each in row.get("domains", ()):
        with Naming(page.name, f"{owner} {each.get('host', '?')}"):
            domain = _domain(owner, each, page.sources)
            page.rules.domain(domain)
            tables.domains.append(domain)
    for each in row.get("never", ()):
        with Naming(page.name, each.get("id", "?")):
            never = _never(owner, each, page.sources)
            page.rules.never(never)
            tables.never_statements.append(never)


def _organization(sector: Sector, row: Row) -> Organization:
    refuse_unknown(row, _ORGANIZATION)
    return Organization(
        id=row["id"],
        sector=sector,
        names=words({"zh": row["zh"], "en": row["en"]}),
        aliases=tuple(row.get("aliases", ())),
        signatures=tuple(row.get("signatures", ())),
        apps=tuple(row.get("apps", ())),
        closed_numbers=row.get("closed_numbers", False),
        closed_domains=row.get("closed_domains", False),
        note=words(row["note"]) if "note" in row else None,
    )


def _number(owner: str, row: Row, sources: Sources) -> OfficialNumber:
    refuse_unknown(row, _NUMBER)
    return OfficialNumber(
        organization_id=owner,
        key=row["number"],
        kind=NumberKind(row["kind"]),
        takes_calls=row["takes_calls"],
        calls_out=Answer(row["calls_out"]),
        sends_sms=Answer(row["sends_sms"]),
        standing=Standing(row["standing"]),
        note=words(row["note"]) if "note" in row else None,
        gathered_on=row["gathered_on"],
        sources=cited(row, sources),
        since=row.get("since", ""),
        area_codes=row.get("area_codes", False),
        extensions=row.get("extensions", 0),
        direction_basis=DirectionBasis(row["basis"]),
    )


def _domain(owner: str, row: Row, sources: Sources) -> OfficialDomain:
    refuse_unknown(row, _DOMAIN)
    return OfficialDomain(
        organization_id=owner,
        host=row["host"],
        registrable_domain=row["registrable"],
        gathered_on=row["gathered_on"],
        sources=cited(row, sources),
        standing=Standing(row["standing"]),
    )


def _never(owner: str, row: Row, sources: Sources) -> NeverStatement:
    refuse_unknown(row, _NEVER)
    return NeverStatement(
        id=row["id"],
        organization_id=owner,
        kind=NeverKind(row["kind"]),
        statement=words({"zh": row["zh"], "en": row["en"]}),
        slots=tuple(row["slots"]),
        recent=row["recent"],
        newest_source=row["newest_source"],
        sources=cited(row, sources),
    )
