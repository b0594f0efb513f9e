"""Reads the editors' lists of reported indicators, well-known hosts and programs."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from ..model.records import AppRole, HostRole, KnownHost, NamedApp, ReportedIndicator
from .record_rules import RecordRules, ReportedAs
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

Record = TypeVar("Record")

_HOST_LISTS = {
    "shorteners": HostRole.SHORTENER,
    "user_content_hosts": HostRole.USER_CONTENT,
    "own_sites": HostRole.OWN_SITE,
}
_REPORTED_LISTS = ("fake_domains", "lookalike_numbers")
_APP_LISTS = ("fake_apps", "meeting_apps", "niche_chat_apps", "remote_control_apps")
_HOST = ("host", "owner", "subdomains", "sources")
_APP = ("name", "aliases", "ambiguous", "note", "sources")
_REPORTED = ("key", "match", "imitates", "reviewed", "note", "gathered_on", "sources")


class ListTables(Struct, frozen=True):
    """What the lists hold, in the order of their rows."""

    reported: tuple[ReportedIndicator, ...]
    known_hosts: tuple[KnownHost, ...]
    apps: tuple[NamedApp, ...]


def read_lists(folder: Path, rules: RecordRules) -> ListTables:
    """Read the nine lists; raises InvalidTableError.

    The `rules` beside the look-alike numbers describe shapes that the checks know by themselves;
    they are kept for their sources and are no indicators.
    """
    refuse_strangers(folder, (*_HOST_LISTS, *_APP_LISTS, *_REPORTED_LISTS))
    return ListTables(
        reported=(
            *_reported(folder / "lookalike_numbers.toml", "numbers", rules),
            *_reported(folder / "fake_domains.toml", "domains", rules),
        ),
        known_hosts=tuple(
            host
            for name, role in _HOST_LISTS.items()
            for host in _hosts(folder / f"{name}.toml", role, rules)
        ),
        apps=tuple(app for name in _APP_LISTS for app in _apps(folder / f"{name}.toml", rules)),
    )


def _rows(
    path: Path, field: str, label: str, make: Callable[[Row, Row, Sources], Record]
) -> Iterator[Record]:
    table = read_table(path)
    sources = read_sources(table, path.name)
    with Naming(path.name, "-"):
        listing = table["list"]
        rows = listing[field]
    for row in rows:
        with Naming(path.name, row.get(label, "?")):
            yield make(row, listing, sources)


def _reported(path: Path, field: str, rules: RecordRules) -> Iterator[ReportedIndicator]:
    def make(row: Row, _: Row, sources: Sources) -> ReportedIndicator:
        refuse_unknown(row, _REPORTED)
        reported = ReportedIndicator(
            key=row["key"],
            imitates=row["imitates"],
            note=words(row["note"]),
            reviewed=row["reviewed"],
            gathered_on=row["gathered_on"],
            sources=cited(row, sources),
        )
        rules.reported(reported, ReportedAs(row.get("match", "number")))
        return reported

    return _rows(path, field, "key", make)


def _hosts(path: Path, role: HostRole, rules: RecordRules) -> Iterator[KnownHost]:
    def make(row: Row, _: Row, sources: Sources) -> KnownHost:
        refuse_unknown(row, _HOST)
        host = KnownHost(
            host=row["host"],
            role=role,
            owner=words(row["owner"]),
            subdomains=row["subdomains"],
            sources=cited(row, sources),
        )
        rules.known_host(host)
        return host

    return _rows(path, "hosts", "host", make)


def _apps(path: Path, rules: RecordRules) -> Iterator[NamedApp]:
    def make(row: Row, listing: Row, sources: Sources) -> NamedApp:
        refuse_unknown(row, _APP)
        app = NamedApp(
            name=row["name"],
            aliases=tuple(row["aliases"]),
            role=AppRole(listing["role"]),
            ambiguous=row["ambiguous"],
            note=words(row["note"]),
            sources=cited(row, sources),
        )
        rules.app(app)
        return app

    return _rows(path, "apps", "name", make)
