"""What the ending of a host name tells by itself."""

from pathlib import Path

import tomli
from msgspec import Struct

_COUNTRY = 2
_KINDS = frozenset({"com", "co", "net", "org", "gov", "edu", "ac"})  # as in com.sg, ac.jp


class HostEndings(Struct, frozen=True):
    """`resources/links/host_endings.toml`.

    Below those of `government` only public bodies get names, of China or of elsewhere; by those of
    `meant` two bare words are meant as a site; both have their dot in front. Under those of
    `ordinary` a brand usually owns its name; those of `vanity` are a country's and sold to anybody
    in the world.
    """

    government: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()
    ordinary: frozenset[str] = frozenset()
    vanity: frozenset[str] = frozenset()

    def are_of_government(self, host: str) -> bool:
        """Tell whether only a public body can have this host."""
        return f".{host}".endswith(self.government)

    def are_ordinary(self, suffix: str) -> bool:
        """Tell whether the owner of a name usually has it under this suffix ("com.sg") too."""
        kind, country = suffix.partition(".")[0], suffix.rpartition(".")[2]
        return suffix in self.ordinary or (len(country) == _COUNTRY and kind in _KINDS)

    def are_of_a_country(self, suffix: str) -> bool:
        """Tell whether the suffix is a country's, and given to those who live there."""
        return len(suffix.rpartition(".")[2]) == _COUNTRY and suffix not in self.vanity


def load_host_endings(resources: Path) -> HostEndings:
    """Read `links/host_endings.toml` below `resources`."""
    with (resources / "links" / "host_endings.toml").open("rb") as file:
        table = tomli.load(file)
    return HostEndings(
        government=tuple(f".{each}" for row in table["government"] for each in row["endings"]),
        meant=tuple(f".{each}" for each in table["meant"]["endings"]),
        ordinary=frozenset(table["ordinary"]["endings"]),
        vanity=frozenset(table["vanity"]["endings"]),
    )
