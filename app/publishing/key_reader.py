"""Reads a row of somebody's list into the key that the program will look up."""

import re
from pathlib import Path

from msgspec import Struct

from ..model.indicator import Link
from ..model.text_span import Span
from ..reading.links import LinkReader
from ..reading.numbering_plan import read_plan
from ..reading.numbers import NumberReader
from ..reading.public_suffixes import PublicSuffixes, load_public_suffixes
from .protected import Protected, Refusal

_HOST = re.compile(
    r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)+\Z"
)
_PLAIN_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,20}\Z")
_LONGEST_HOST = 254
_SCHEME = re.compile(r"(?i)h(?:xx|tt)p(s?)://")
_LONGEST = 4000  # characters of a row


class Readers(Struct, frozen=True):
    """The reading room's own readers, so that a list and a paste mean the same by the same key."""

    numbers: NumberReader
    links: LinkReader
    suffixes: PublicSuffixes


def open_readers(resources: Path) -> Readers:
    """Build the readers over the tables in `resources`."""
    suffixes = load_public_suffixes(resources)
    numbers = NumberReader(read_plan(resources / "numbering" / "cn.toml"))
    return Readers(numbers, LinkReader(suffixes), suffixes)


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
        self._suffixes = readers.suffixes
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
        # Most rows are plain hosts, which a browser reads as they stand: a third of the time.
        if _PLAIN_HOST.match(text) and "xn--" not in text and len(text) < _LONGEST_HOST:
            return plain_link(text, self._suffixes)
        return self._browser_link(text)

    def _browser_link(self, text: str) -> Link | None:
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


def plain_link(host: str, suffixes: PublicSuffixes) -> Link:
    """Return the link to a host of lower-case ASCII letters, digits and hyphens.

    A test holds it against the reading room, which takes longer to come to the same.
    """
    address = f"http://{host}/"
    return Link(
        url=address,
        scheme="http",
        host=host,
        unicode_host=host,
        registrable_domain=suffixes.registrable_domain(host),
        port=None,
        path="/",
        has_userinfo=False,
        is_ip=False,
        as_written=address,
        span=Span(0, len(address)),
    )
