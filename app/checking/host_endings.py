"""What the ending of a host name tells by itself."""

from pathlib import Path

import tomli
from msgspec import Struct


class HostEndings(Struct, frozen=True):
    """`resources/links/host_endings.toml`; each ending with its dot in front.

    Below those of `government` only public bodies get names, of China or of elsewhere; by those of
    `meant` two bare words are meant as a site.
    """

    government: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()

    def are_of_government(self, host: str) -> bool:
        """Tell whether only a public body can have this host."""
        return f".{host}".endswith(self.government)


def load_host_endings(resources: Path) -> HostEndings:
    """Read `links/host_endings.toml` below `resources`."""
    with (resources / "links" / "host_endings.toml").open("rb") as file:
        table = tomli.load(file)
    return HostEndings(
        government=tuple(f".{each}" for row in table["government"] for each in row["endings"]),
        meant=tuple(f".{each}" for each in table["meant"]["endings"]),
    )
