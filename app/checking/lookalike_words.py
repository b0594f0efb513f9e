"""The words by which hosts and links are judged, and the brands of the world."""

from pathlib import Path

import tomli
from msgspec import Struct

from .host_endings import HostEndings, load_host_endings
from .link_signs import SignWords, load_sign_words
from .world_brands import WorldBrand, load_world_brands


class LookalikeWords(Struct, frozen=True):
    """`resources/links/lookalikes.toml`, whose comments say what each list is for.

    `brands`, `signs` and `endings` are the tables `world_brands.toml`, `link_signs.toml` and
    `host_endings.toml` beside it.
    """

    lures: frozenset[str]
    companions: frozenset[str]
    generic: frozenset[str]
    common_parts: tuple[str, ...]
    neighbours: frozenset[str]
    abroad: frozenset[str]
    twin_suffixes: frozenset[str]
    brands: tuple[WorldBrand, ...]
    signs: SignWords
    endings: HostEndings


def load_lookalike_words(resources: Path) -> LookalikeWords:
    """Read the tables of `links` below `resources`."""
    with (resources / "links" / "lookalikes.toml").open("rb") as file:
        table = tomli.load(file)
    return LookalikeWords(
        lures=frozenset(table["lures"]),
        companions=frozenset(table["companions"]),
        generic=frozenset(table["generic"]),
        common_parts=tuple(table["common_parts"]),
        neighbours=frozenset(table["neighbours"]),
        abroad=frozenset(table["abroad"]),
        twin_suffixes=frozenset(table["twin_suffixes"]),
        brands=load_world_brands(resources),
        signs=load_sign_words(resources),
        endings=load_host_endings(resources),
    )
