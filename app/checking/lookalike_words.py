"""The words by which names inside a host name are judged."""

from dataclasses import dataclass
from pathlib import Path

import tomli


@dataclass(frozen=True, slots=True)
class LookalikeWords:
    """`resources/links/lookalikes.toml`, whose comments say what each list is for."""

    lures: frozenset[str]
    companions: frozenset[str]
    generic: frozenset[str]
    common_parts: tuple[str, ...]
    neighbours: frozenset[str]
    ordinary_suffixes: frozenset[str]


def load_lookalike_words(resources: Path) -> LookalikeWords:
    """Read `links/lookalikes.toml` below `resources`."""
    with (resources / "links" / "lookalikes.toml").open("rb") as file:
        table = tomli.load(file)
    return LookalikeWords(
        lures=frozenset(table["lures"]),
        companions=frozenset(table["companions"]),
        generic=frozenset(table["generic"]),
        common_parts=tuple(table["common_parts"]),
        neighbours=frozenset(table["neighbours"]),
        ordinary_suffixes=frozenset(table["ordinary_suffixes"]),
    )
