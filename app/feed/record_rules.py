"""What makes a record, and a whole register of them, valid."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from enum import StrEnum

from ..model.language import LocalizedText
from ..model.records import (
    Answer,
    DirectionBasis,
    KnownHost,
    NamedApp,
    NeverKind,
    NeverStatement,
    NumberKind,
    OfficialDomain,
    OfficialNumber,
    Organization,
    ReportedIndicator,
    Standing,
)
from ..model.register import Register
from ..model.source_note import SourceClass, SourceNote
from .canon import Canon
from .table_rows import invalid

_DAY = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?\Z")
_YEAR = re.compile(r"undated\Z|\d{4}\Z")
_ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*\Z")
_RECENT = "2023"


# What nobody says decides nothing: a call from a line that only takes calls is warned of.
_SAID = frozenset({DirectionBasis.DOCUMENTED, DirectionBasis.LISTED, DirectionBasis.RULE})


class ReportedAs(StrEnum):
    """What kind of thing a row of a negative list names."""

    NUMBER = "number"
    HOST = "host"
    REGISTRABLE = "registrable"
    URL = "url"


class RecordRules:
    """The rules a single record can break, each a ValueError that says the rule.

    `as_of` is the register's date: nothing in it may have been gathered later.
    """

    def __init__(self, canon: Canon, as_of: date) -> None:
        self._canon = canon
        self._as_of = as_of

    def organization(self, organization: Organization) -> None:
        """Check one organisation: its id, and that its names are filled."""
        _require(bool(_ID.match(organization.id)), "an id is lower-case words joined by - . or _")
        _require_words(organization.names)
        _require_words(organization.note)

    def number(self, number: OfficialNumber) -> None:
        """Check one number: canonical form, sources that carry its standing, dates."""
        key = self._canon.number_key(number.key)
        _require(key == number.key, f"not canonical: the reader makes {key} of it")
        _require_sources(number.sources)
        _require_standing(number.standing, number.sources)
        _require(
            number.kind is not NumberKind.SMS_SENDER or not number.takes_calls,
            "an SMS sender takes no calls",
        )
        _require(
            number.direction_basis in _SAID or not _decides(number),
            "that a number calls or sends, or never calls, needs somebody who says so",
        )
        _require_words(number.note)
        self._require_past(number.gathered_on)
        if number.since:
            _day(number.since)

    def domain(self, domain: OfficialDomain) -> None:
        """Check one host: canonical form, its registrable domain, sources, date."""
        self._require_host(domain.host, domain.registrable_domain)
        _require(bool(domain.sources), "a source is missing")
        if domain.standing is not Standing.UNVERIFIED:
            _require_sources(domain.sources)
            _require_standing(domain.standing, domain.sources)
        self._require_past(domain.gathered_on)

    def never(self, never: NeverStatement) -> None:
        """Check one statement: channels name no slots, `recent` agrees with the source."""
        _require(bool(_ID.match(never.id)), "an id is lower-case words joined by - . or _")
        _require_words(never.statement)
        _require_sources(never.sources)
        _require(
            never.kind is not NeverKind.CHANNEL or not never.slots,
            "a statement about channels decides nothing, so it names no slots",
        )
        year = never.newest_source
        _require(bool(_YEAR.match(year)), "newest_source is a year or undated")
        _require(
            never.recent == (year[0].isdigit() and year >= _RECENT), "recent means 2023 or later"
        )

    def reported(self, reported: ReportedIndicator, reported_as: ReportedAs) -> None:
        """Check one row of a negative list: canonical form, sources, date."""
        if reported_as is ReportedAs.NUMBER:
            key = self._canon.number_key(reported.key)
            _require(key == reported.key, f"not canonical: the reader makes {key} of it")
        elif reported_as is ReportedAs.URL:
            host, slash, path = reported.key.partition("/")
            _require(bool(slash and path), "a URL is written host/path, without its scheme")
            self._require_host(host, None)
        else:
            whole = reported.key if reported_as is ReportedAs.REGISTRABLE else None
            self._require_host(reported.key, whole)
        _require_words(reported.note)
        _require_sources(reported.sources)
        self._require_past(reported.gathered_on)

    def known_host(self, host: KnownHost) -> None:
        """Check one shortener or user-content host."""
        self._require_host(host.host, None)
        _require_words(host.owner)
        _require_sources(host.sources)

    def app(self, app: NamedApp) -> None:
        """Check one program; it is a hint, so common knowledge may be its source."""
        _require(bool(app.name), "a name is missing")
        _require_words(app.note)
        _require(bool(app.sources), "a source is missing")

    def _require_host(self, host: str, registrable: str | None) -> None:
        found = self._canon.host_key(host)
        _require(found is not None, "the reader finds no host in it")
        if found is not None:
            _require(found[0] == host, f"not canonical: the reader makes {found[0]} of it")
            wrong = registrable is not None and found[1] != registrable
            _require(not wrong, f"its registrable domain is {found[1]}")

    def _require_past(self, gathered_on: str) -> None:
        _require(_day(gathered_on) <= self._as_of, "gathered after the register's date")


def check_register(register: Register) -> None:
    """Check what only the whole can show; raises InvalidTableError.

    Ids are unique, every record's organisation and slots exist, and nothing that is listed as
    official is also listed as fraud.
    """
    for row, rule in _faults(register):
        raise invalid("register", row, rule)


def _faults(register: Register) -> Iterator[tuple[str, str]]:
    yield from _twice(register)
    yield from _strangers(register)
    yield from _contradictions(register)


def _twice(register: Register) -> Iterator[tuple[str, str]]:
    listed: tuple[tuple[str, Iterable[Hashable]], ...] = (
        ("organization id", [each.id for each in register.organizations]),
        ("statement id", [each.id for each in register.never_statements]),
        ("number", [(each.organization_id, each.key) for each in register.numbers]),
        ("host", [(each.organization_id, each.host) for each in register.domains]),
        ("reported key", [each.key for each in register.reported]),
        ("known host", [each.host for each in register.known_hosts]),
        ("app", [each.name for each in register.apps]),
    )
    for what, keys in listed:
        for key, count in Counter(keys).items():
            if count > 1:
                yield str(key), f"{what} twice"


def _strangers(register: Register) -> Iterator[tuple[str, str]]:
    known = {each.id for each in register.organizations}
    for each in register.reported:
        if each.imitates and each.imitates not in known:
            yield each.key, f"unknown organisation {each.imitates}"
    slots = {each.id for each in register.slots}
    for never in register.never_statements:
        for slot in never.slots:
            if slots and slot not in slots:
                yield never.id, f"unknown slot {slot}"


def _contradictions(register: Register) -> Iterator[tuple[str, str]]:
    official = {each.key for each in register.numbers}
    official |= {each.host for each in register.domains}
    official |= {each.registrable_domain for each in register.domains}
    for each in register.reported:
        if each.key in official:
            yield each.key, "listed as official and as fraud"


def _decides(number: OfficialNumber) -> bool:
    return number.calls_out is not Answer.UNKNOWN or number.sends_sms is Answer.YES


def _require(holds: bool, rule: str) -> None:  # noqa: FBT001 - reads as a sentence where it is used
    if not holds:
        raise ValueError(rule)


def _require_words(words: LocalizedText | None) -> None:
    _require(words is None or bool(words.zh and words.en), "words are needed in every language")


def _require_sources(sources: tuple[SourceNote, ...]) -> None:
    _require(bool(sources), "a source is missing")
    _require(
        any(each.source_class is not SourceClass.NONE for each in sources),
        "common knowledge alone is no source",
    )


def _require_standing(standing: Standing, sources: tuple[SourceNote, ...]) -> None:
    if standing is Standing.DOCUMENTED:
        _require(
            any(each.source_class.is_answered_for for each in sources),
            "documented needs an authority, the organisation or the press",
        )
    if standing is Standing.LISTED_TWICE:
        _require(len(sources) > 1, "listed_twice needs two sources")


def _day(text: str) -> date:
    found = _DAY.match(text)
    if not found:
        raise ValueError(f"a date is YYYY-MM or YYYY-MM-DD, not {text}")
    return date(int(found[1]), int(found[2]), int(found[3] or 1))
