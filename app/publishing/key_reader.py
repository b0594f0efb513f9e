"""Reads a row of somebody's list into the key that the program will look up."""

import re
from dataclasses import dataclass
from pathlib import Path

from ..model.indicator import Link
from ..reading.links import LinkReader
from ..reading.numbering_plan import read_plan
from ..reading.numbers import NumberReader
from ..reading.public_suffixes import load_public_suffixes
from .protected import Protected, Refusal

_HOST = re.compile(
    r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)+\Z"
)
_SCHEME = re.compile(r"(?i)h(?:xx|tt)p(s?)://")
_LONGEST = 4000  # characters of a row


@dataclass(frozen=True, slots=True)
class Readers:
    """The reading room's own readers, so that a list and a paste mean the same by the same key."""

    numbers: NumberReader
    links: LinkReader


def open_readers(resources: Path) -> Readers:
    """Build the readers over the tables in `resources`."""
    return Readers(
        NumberReader(read_plan(resources / "numbering" / "cn.toml")),
        LinkReader(load_public_suffixes(resources)),
    )


class NumberKeys:
    """Reads telephone numbers: E.164, short codes and senders.

    With a `country_code` ("+886") numbers without "+" are those of that country, with or without
    the 0 that people dial in front of them there; without one they are the mainland's.
    """

    def __init__(self, readers: Readers, protected: Protected, country_code: str = "") -> None:
        self._numbers = readers.numbers
        self._protected = protected
        self._country_code = country_code

    def key(self, text: str) -> str | Refusal:
        """Return the canonical key, or why there is none."""
        if self._country_code and not text.strip().startswith("+"):
            text = f"{self._country_code} {text.strip().removeprefix('0')}"
        number = self._numbers.read_one(text)
        if number is None:
            return Refusal.UNREADABLE
        return self._protected.why_not_number(number) or number.key


class DomainKeys:
    """Reads hosts and addresses, also where they are blunted (hxxp://evil[.]example).

    The key is the host, without www. in front of a registrable domain. With `whole_domains` it is
    the registrable domain, except where strangers share that.
    """

    def __init__(self, readers: Readers, protected: Protected, *, whole_domains: bool) -> None:
        self._links = readers.links
        self._protected = protected
        self._whole = whole_domains

    def key(self, text: str) -> str | Refusal:
        """Return the canonical key, or why there is none."""
        link = self._link(text)
        if link is None:
            return Refusal.UNREADABLE
        if link.is_ip:
            return Refusal.IP_ADDRESS
        if refusal := self._protected.why_not_link(link):
            return refusal
        if not link.registrable_domain:
            return Refusal.SHARED
        if not _HOST.match(link.host):
            return Refusal.UNREADABLE
        return self._narrow(link)

    def _narrow(self, link: Link) -> str:
        bare = link.host.removeprefix("www.")
        if self._whole and not self._protected.is_shared_below(bare):
            return link.registrable_domain
        return bare if bare == link.registrable_domain else link.host

    def _link(self, text: str) -> Link | None:
        plain = text.strip().replace("[.]", ".").replace("(.)", ".").replace("[:]", ":").rstrip(".")
        if not plain or len(plain) > _LONGEST or len(plain.split(None, 1)) > 1:
            return None
        scheme = _SCHEME.match(plain)
        rest = plain[scheme.end() :] if scheme else plain
        address = f"http{scheme[1].lower() if scheme else ''}://{rest}"
        if "@" in rest.partition("/")[0] or "://" in rest.partition("/")[0]:
            return None
        link = self._links.read_one(address if "/" in rest else f"{address}/")
        return link if link and not link.has_userinfo else None
