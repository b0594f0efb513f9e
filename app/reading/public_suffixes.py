"""Where a host name's owner begins, by the Public Suffix List."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import tomli
from publicsuffixlist import PublicSuffixList

_REMEMBERED = 256  # hosts, for as long as one check takes


def _rules(lines: Iterable[str]) -> Iterator[str]:
    # The library would turn all 10,000 rules into punycode; only 500 need it.
    for line in lines:
        rule = line.split(" ", 1)[0].strip()
        if not rule or rule.startswith("//"):
            continue
        yield rule
        if not rule.isascii():
            yield rule.encode("idna").decode("ascii")


class PublicSuffixes:
    """The Public Suffix List with its private section; immutable, safe to share between threads.

    `lines` are the list's own lines, with further rules in the same notation behind them.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        rules = tuple(_rules(lines))
        self._list = PublicSuffixList(rules, accept_encoded_idn=False)
        # A check asks about the same few hosts several times.
        self._registrable = lru_cache(maxsize=_REMEMBERED)(self._found)
        self.top_labels = frozenset(rule.rpartition(".")[2] for rule in rules)
        # The root of a wildcard is a suffix too, though nobody writes it down.
        self._suffixes = frozenset(rule.removeprefix("*.") for rule in rules)
        wild = {rule.removeprefix("*.") for rule in rules if rule.startswith("*.")}
        self._plain_tops = self.top_labels & self._suffixes - wild
        self.hanzi_tops = tuple(
            sorted(
                (top for top in self.top_labels if "一" <= top[0] <= "鿿"), key=len, reverse=True
            )
        )

    def registrable_domain(self, host: str) -> str:
        """Return the public suffix and one label before it, in lower case.

        "" for a bare suffix, a single label, an IP address and what is no host name. A top-level
        label unknown to the list counts as a suffix, as the list's own algorithm says.
        """
        return self._registrable(host)

    def _found(self, host: str) -> str:
        rest, _, top = host.rpartition(".")
        if host.endswith("]") or top.isdigit():
            return ""
        # Nearly every host is one label below a plain top-level label: no need for the library's
        # two microseconds of looking for the longest rule.
        if top in self._plain_tops and rest and "." not in rest and host not in self._suffixes:
            return host.lower()
        return self._list.privatesuffix(host) or ""

    def forget(self) -> None:
        """Drop the hosts that were asked about."""
        self._registrable.cache_clear()

    def is_known(self, host: str) -> bool:
        """Tell whether the host, in lower case, is a name below an ending that the list names."""
        rest, _, top = host.rpartition(".")
        if not rest or top not in self.top_labels:
            return False
        return "." in rest or bool(self._registrable(host))


def load_public_suffixes(resources: Path) -> PublicSuffixes:
    """Read `public_suffix_list.dat` and `links/hosting_suffixes.toml` below `resources`."""
    lines = (resources / "public_suffix_list.dat").read_text("utf-8").splitlines()
    with (resources / "links" / "hosting_suffixes.toml").open("rb") as file:
        hosting = tomli.load(file)["hosting"]
    return PublicSuffixes(lines + [rule for entry in hosting for rule in entry["rules"]])
