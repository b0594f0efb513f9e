"""What can never enter a negative list, whoever reports it."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

import tomli

from ..checking.host_endings import load_host_endings
from ..checking.knowledge import Knowledge, host_suffixes
from ..checking.link_signs import load_sign_words
from ..checking.world_brands import load_world_brands
from ..model.indicator import Link, Number
from ..model.records import HostRole
from ..model.register import Register

_RANKED = re.compile(r"\d+,([^,]+)")


class Refusal(StrEnum):
    """Why a row did not enter a list; the values are the tails of the catalog keys."""

    UNREADABLE = "unreadable"
    IP_ADDRESS = "ip_address"
    OFFICIAL = "official"
    POPULAR = "popular"
    SHARED = "shared"
    OUTDATED = "outdated"


class Protected:
    """The register's own numbers and domains, well-known domains, and hosts that many share.

    `popular` are registrable domains, and what everybody knows to be somebody's own site. A host
    below a shared one is its user's alone and may be listed; the shared one itself may not.
    `numbers`, `official`, `popular` and `shared` are keys.
    """

    def __init__(self, register: Register, resources: Path, popular: frozenset[str]) -> None:
        self._knowledge = Knowledge(register, endings=load_host_endings(resources))
        self.numbers = frozenset(each.key for each in register.numbers)
        brands = load_world_brands(resources)
        self.popular = popular | {each.domain for each in brands}
        self.popular |= {domain for each in brands for domain in each.also}
        self.popular |= {e.host for e in register.known_hosts if e.role is HostRole.OWN_SITE}
        platforms = [e for e in register.known_hosts if e.role is not HostRole.OWN_SITE]
        hosting = [each.removeprefix(".") for each in load_sign_words(resources).free_hosting]
        self.official = _with_parents(
            host for each in register.domains for host in (each.host, each.registrable_domain)
        )
        self.shared = frozenset(
            {
                *(each.host for each in platforms),
                *hosting,
                *_with_parents(_suffixes(resources)),
            }
        )
        self._shared_below = frozenset({*(e.host for e in platforms if e.subdomains), *hosting})

    def why_not_number(self, number: Number) -> Refusal | None:
        """Return why a number may not be listed, None if it may."""
        return Refusal.OFFICIAL if self._knowledge.official_numbers(number) else None

    def why_not_link(self, link: Link) -> Refusal | None:
        """Return why a link's host may not be listed, None if it may."""
        host = link.host.removeprefix("www.")
        if host in self.shared:
            return Refusal.SHARED
        place = self._knowledge.place_of(link.host)
        if host in self.official or place.owners:
            return Refusal.OFFICIAL
        if self._knowledge.endings.are_of_government(host):
            return Refusal.OFFICIAL
        if link.registrable_domain in self.popular and not self.is_shared_below(host):
            return Refusal.POPULAR
        return Refusal.POPULAR if place.is_owned else None

    def is_shared_below(self, host: str) -> bool:
        """Tell whether a host lies below one that strangers share, so that it stands alone."""
        return any(each in self._shared_below for each in host_suffixes(host.partition(".")[2]))


def read_popular(files: Iterable[Path]) -> frozenset[str]:
    """Read allow-lists: a domain a line, or `rank,domain` as rankings are published.

    Raises OSError. Lines that begin with # are comments.
    """
    return frozenset(domain for file in files for domain in _domains(file))


def _domains(file: Path) -> Iterator[str]:
    with file.open(encoding="utf-8-sig", errors="replace") as lines:
        for line in lines:
            text = line.strip().lower()
            if text and not text.startswith("#"):
                ranked = _RANKED.match(text)
                yield (ranked[1] if ranked else text).strip().removeprefix("www.")


def _suffixes(resources: Path) -> Iterator[str]:
    """Yield every rule under which registrants follow, of the Public Suffix List and of ours."""
    for line in (resources / "public_suffix_list.dat").read_text("utf-8").splitlines():
        rule = line.partition(" ")[0].strip()
        if rule and not rule.startswith(("//", "!")):
            yield rule.removeprefix("*.")
    hosting = tomli.loads((resources / "links" / "hosting_suffixes.toml").read_text("utf-8"))
    for row in hosting["hosting"]:
        yield from (rule.removeprefix("*.") for rule in row["rules"])


def _with_parents(hosts: Iterable[str]) -> frozenset[str]:
    return frozenset(each for host in hosts for each in (host, *host_suffixes(host)))
