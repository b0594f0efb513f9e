"""Brands known all over the world, laid out as a small register of their sites."""

from datetime import date
from pathlib import Path

import tomli
from msgspec import Struct

from ..model.language import LocalizedText
from ..model.records import OfficialDomain, Organization, Sector, Standing
from ..model.register import Register
from ..model.source_note import SourceClass, SourceNote


class WorldBrand(Struct, frozen=True):
    """One row of `resources/links/world_brands.toml`, whose comments say what the fields are."""

    names: LocalizedText
    site: str
    aliases: tuple[str, ...]
    also: tuple[str, ...]
    source: SourceNote
    gathered_on: str

    @property
    def domain(self) -> str:
        """The site without its www."""
        return self.site.removeprefix("www.")


def load_world_brands(resources: Path) -> tuple[WorldBrand, ...]:
    """Read `links/world_brands.toml` below `resources`."""
    with (resources / "links" / "world_brands.toml").open("rb") as file:
        table = tomli.load(file)
    about = table["source"]
    source = SourceNote(
        about["title"], about["address"], about["date"], SourceClass(about["class"])
    )
    return tuple(
        WorldBrand(
            names=LocalizedText(row["name"]["zh"], row["name"]["en"]),
            site=row["site"],
            aliases=tuple(row.get("aliases", ())),
            also=tuple(row.get("also", ())),
            source=source,
            gathered_on=about["gathered_on"],
        )
        for row in table["brands"]["rows"]
    )


def as_register(brands: tuple[WorldBrand, ...]) -> Register:
    """Return the brands as organisations with one site each."""
    return Register(
        "world brands",
        date.min,
        organizations=tuple(map(_organization, brands)),
        domains=tuple(map(_site, brands)),
    )


def _organization(brand: WorldBrand) -> Organization:
    return Organization(
        brand.domain,
        Sector.PLATFORM,
        brand.names,
        brand.aliases,
        signatures=(),
        apps=(),
        closed_numbers=False,
        closed_domains=False,
    )


def _site(brand: WorldBrand) -> OfficialDomain:
    return OfficialDomain(
        brand.domain,
        brand.site,
        brand.domain,
        brand.gathered_on,
        (brand.source,),
        Standing.COMMUNITY_LIST,
    )
