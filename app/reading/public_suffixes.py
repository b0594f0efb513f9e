"""Where a host name's owner begins, by the Public Suffix List."""

from collections.abc import Callable, Iterable, Iterator
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
        remembered = lru_cache(maxsize=_REMEMBERED)(self._found)
        self.registrable_domain: Callable[[str], str] = remembered
        """Returns the public suffix and one label before it, in lower case.

        "" for a bare suffix, a single label, an IP address and what is no host name. A top-level
        label unknown to the list counts as a suffix, as the list's own algorithm says.
        """
        self.top_labels = frozenset(rule.rpartition(".")[2] for rule in rules)
        special = frozenset(rule for rule in rules if rule.startswith(("*.", "!")))
        self._special = frozenset(rule.lstrip("*.!") for rule in special)
        self._plain = frozenset(rules) - special - self._special
        self._rules = self._plain | self._special
        self.forget: Callable[[], None] = remembered.cache_clear
        """Drops the hosts that were asked about."""
        self.hanzi_tops = tuple(
            sorted(
                (top for top in self.top_labels if "一" <= top[0] <= "鿿"), key=len, reverse=True
            )
        )

    def _found(self, host: str) -> str:
        name, _, parent = host.partition(".")
        if name and parent in self._plain and host not in self._rules:  # as nearly every host
            return host.lower()
        if host.endswith("]") or host.rpartition(".")[2].isdigit():
            return ""
        # Nearly every rule is plain; the library takes two microseconds for what all may be.
        below, is_named = host, ".." not in host and not host.startswith(".")
        while is_named and below not in self._special and below not in self._plain:
            parent = below.partition(".")[2]
            if parent in self._plain:
                return below.lower()
            below, is_named = parent, bool(parent)
        return self._list.privatesuffix(host) or ""

    def is_known(self, host: str) -> bool:
        """Tell whether the host, in lower case, is a name below an ending that the list names."""
        rest, _, top = host.rpartition(".")
        if not rest or top not in self.top_labels:
            return False
        return "." in rest or bool(self.registrable_domain(host))


def load_public_suffixes(resources: Path) -> PublicSuffixes:
    """Read `public_suffix_list.dat` and `links/hosting_suffixes.toml` below `resources`."""
    lines = (resources / "public_suffix_list.dat").read_text("utf-8").splitlines()
    with (resources / "links" / "hosting_suffixes.toml").open("rb") as file:
        hosting = tomli.load(file)["hosting"]
    return PublicSuffixes(lines + [rule for entry in hosting for rule in entry["rules"]])
