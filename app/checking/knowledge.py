"""The questions a check may ask the register, each answered from an index in memory."""

from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator
from datetime import date
from functools import cached_property, lru_cache
from typing import TypeVar

from msgspec import Struct

from ..model.feed_index import ListKind, ReportedList
from ..model.indicator import Indicator, Link, ShortCode
from ..model.records import (
    HostRole,
    KnownHost,
    NeverStatement,
    OfficialDomain,
    OfficialNumber,
    Organization,
    ReportedIndicator,
)
from ..model.register import Register
from .category_naming import CategoryNaming
from .host_endings import HostEndings
from .reported_lists import BigList, ReportedLists

_REMEMBERED = 64  # the links of one text; what people paste is not kept longer than it serves
_NUMBERS, _DOMAINS = ListKind.NUMBERS, ListKind.DOMAINS
_NO_ENDINGS = HostEndings()

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def host_suffixes(host: str) -> Iterator[str]:
    """Yield the host and each parent of it, longest first, without the top-level label."""
    while "." in host:
        yield host
        host = host.partition(".")[2]


class Place(Struct, frozen=True, gc=False):
    """What the register knows of a host.

    `owners` are the rows of the longest listed host that covers it, one for each owner; `platform`
    is the shortener, the user-content host or the own site it lies on. `is_unlisted` tells that
    nobody can be named for it: no owner, no platform, no government.
    """

    owners: tuple[OfficialDomain, ...]
    platform: KnownHost | None
    is_unlisted: bool

    @property
    def is_owned(self) -> bool:
        """Tell whether nobody else can publish there.

        So the register says, or everybody knows, or the ending is a government's.
        """
        if self.owners or self.platform is None:
            return not self.is_unlisted
        return self.platform.role is HostRole.OWN_SITE


class Knowledge:
    """Look-ups over one immutable Register and big lists; safe to share between threads.

    `allowed` holds the keys that this person has set free of the big lists, and of nothing else.
    """

    def __init__(
        self,
        register: Register,
        lists: Iterable[BigList] = (),
        allowed: Container[str] = frozenset(),
        endings: HostEndings = _NO_ENDINGS,
    ) -> None:
        self.register = register
        self.endings = endings
        self._lists = ReportedLists(lists, allowed)
        self.has_lists = bool(self._lists)
        self._organizations = {each.id: each for each in register.organizations}
        self._numbers = _grouped((each.key, each) for each in register.numbers)
        self._extended = tuple(each for each in register.numbers if each.extensions)
        self._domains = _grouped((_covered(each), each) for each in register.domains)
        self._numbers_of = _grouped((each.organization_id, each) for each in register.numbers)
        self._domains_of = _grouped((each.organization_id, each) for each in register.domains)
        self._never_of = _grouped(
            (each.organization_id, each) for each in register.never_statements
        )
        self._reported = {each.key: each for each in register.reported}
        self.reported: Callable[[str], ReportedIndicator | None] = self._reported.get
        """Returns the negative row with exactly this key."""
        self._reported_hosts = frozenset(map(_host_in, self._reported))
        self._known_hosts = {each.host: each for each in register.known_hosts}
        # A dozen questions about one link end here, in one walk over its parents.
        remembered = lru_cache(maxsize=_REMEMBERED)(self._place)
        self.place_of: Callable[[str], Place] = remembered
        """Returns what is known of a host."""
        self.forget: Callable[[], None] = remembered.cache_clear
        """Drops the hosts that were asked about."""

    @property
    def as_of(self) -> date:
        """The date the editors gave the register."""
        return self.register.as_of

    @cached_property
    def naming(self) -> CategoryNaming | None:
        """What tells which fraud a text is; None where no table is fitted."""
        rows = self.register.category_words
        return CategoryNaming(rows) if rows else None

    def organization(self, organization_id: str) -> Organization:
        """Return the organisation; KeyError means a record names one that is not in the tables."""
        return self._organizations[organization_id]

    def numbers_of(self, organization_id: str) -> tuple[OfficialNumber, ...]:
        """Return the organisation's published numbers, in the editors' order."""
        return self._numbers_of.get(organization_id, ())

    def domains_of(self, organization_id: str) -> tuple[OfficialDomain, ...]:
        """Return the organisation's published hosts, in the editors' order."""
        return self._domains_of.get(organization_id, ())

    def never_of(self, organization_id: str) -> tuple[NeverStatement, ...]:
        """Return what the organisation says it never does."""
        return self._never_of.get(organization_id, ())

    def official_numbers(self, indicator: Indicator) -> tuple[OfficialNumber, ...]:
        """Return every listed number that this very number is, of any standing."""
        exact = self._numbers.get(indicator.key, ())
        if exact or not isinstance(indicator, ShortCode):
            return exact
        if indicator.area_code:
            same_code = self._numbers.get(indicator.digits, ())
            return tuple(each for each in same_code if each.area_codes)
        return tuple(each for each in self._extended if _extends(each, indicator.digits))

    def _place(self, host: str) -> Place:
        domains, hosts = self._domains, self._known_hosts
        owners: tuple[OfficialDomain, ...] = ()
        platform = None
        parent = host
        while "." in parent:
            owners = owners or domains.get(parent, ())
            if parent in hosts and platform is None:
                is_itself = parent == host.removeprefix("www.")
                platform = hosts[parent] if is_itself or hosts[parent].subdomains else None
            parent = parent.partition(".")[2]
        is_known = bool(owners) or platform is not None or self.endings.are_of_government(host)
        return Place(owners, platform, not is_known)

    def reported_link(self, link: Link) -> ReportedIndicator | None:
        """Return the row of the page, of its host, or of a parent down to the registrable one."""
        rows, host = self._reported, link.host
        if host in self._reported_hosts and (row := rows.get((host + link.path).rstrip("/"))):
            return row
        while "." in host:
            row = rows.get(host)
            if row or host == link.registrable_domain:
                return row
            host = host.partition(".")[2]
        return None

    def list_hits(self, indicator: Indicator, today: date) -> tuple[ReportedList, ...]:
        """Return the big lists in force that hold the number or the link.

        None speaks of what the register lists as somebody's, or of what this person set free.
        """
        if isinstance(indicator, Link):
            if self.place_of(indicator.host).owners:
                return ()
            keys = self._host_keys(indicator.host, indicator.registrable_domain)
            hits = self._lists.holding(_DOMAINS, keys, today)
            return () if hits and self._lists.allows((indicator.host, *keys)) else hits
        keys = (indicator.key,)
        hits = self._lists.holding(_NUMBERS, keys, today)
        if hits and (self.official_numbers(indicator) or self._lists.allows(keys)):
            return ()
        return hits

    def lists_with_number(self, key: str, today: date) -> tuple[ReportedList, ...]:
        """Return the big lists in force that hold a canonical number."""
        return self._lists.holding(_NUMBERS, (key,), today)

    def lists_with_host(
        self, host: str, registrable_domain: str, today: date
    ) -> tuple[ReportedList, ...]:
        """Return the big lists in force that hold the host, or a parent down to the registrable."""
        keys = self._host_keys(host, registrable_domain)
        return self._lists.holding(_DOMAINS, keys, today)

    def _host_keys(self, host: str, registrable_domain: str) -> tuple[str, ...]:
        """Return what a list may mean by the host: where anybody publishes, the host alone."""
        known = self.place_of(host).platform
        if known and known.role is not HostRole.OWN_SITE:
            return () if host.removeprefix("www.") == known.host else (host,)
        if registrable_domain in ("", host):
            return (host,)
        parents = host_suffixes(host)
        return tuple(each for each in parents if f".{each}".endswith(f".{registrable_domain}"))


def _host_in(key: str) -> str:
    """Return the host of a reported page, which is written without its scheme, or of a host."""
    return key.partition("/")[0]


def _covered(domain: OfficialDomain) -> str:
    """Return the host from which on everything is the owner's.

    Who publishes www.X owns X if X is registrable; else ("www.gov.cn") it is that host alone.
    """
    bare = domain.host.removeprefix("www.")
    return bare if bare == domain.registrable_domain else domain.host


def _extends(number: OfficialNumber, digits: str) -> bool:
    return (
        digits.startswith(number.key)
        and len(digits) == len(number.key) + number.extensions
        and digits.isdigit()
    )
