"""The register at one version: all records, as plain tuples."""

from datetime import date

from msgspec import Struct

from .phrases import CategoryWords, ScamPattern, SignWeight, Slot, WeighedWords, WordSet
from .records import (
    KnownHost,
    NamedApp,
    NeverStatement,
    OfficialDomain,
    OfficialNumber,
    Organization,
    ReportedIndicator,
)


class Register(Struct, frozen=True):
    """`version` is the SHA-256 of the editors' tables, `as_of` the date the editors gave them."""

    version: str
    as_of: date
    organizations: tuple[Organization, ...] = ()
    numbers: tuple[OfficialNumber, ...] = ()
    domains: tuple[OfficialDomain, ...] = ()
    never_statements: tuple[NeverStatement, ...] = ()
    reported: tuple[ReportedIndicator, ...] = ()
    known_hosts: tuple[KnownHost, ...] = ()
    apps: tuple[NamedApp, ...] = ()
    slots: tuple[Slot, ...] = ()
    word_sets: tuple[WordSet, ...] = ()
    patterns: tuple[ScamPattern, ...] = ()
    weights: tuple[SignWeight, ...] = ()
    wording: tuple[WeighedWords, ...] = ()
    category_words: tuple[CategoryWords, ...] = ()
