"""Whose software is inside this copy of the program, and under which terms."""

from functools import cached_property
from pathlib import Path

import tomli

from ..host.paths import Paths
from ..model.component import Component
from .collected_licences import CollectedLicences
from .installed_licences import InstalledLicences

OWN_LICENCE = "Apache-2.0"
_OWN = ("NOTICE", "LICENSE")
_OTHERS = "third_party.txt"


class LicenceService:
    """A bundle has all the texts in a folder; in a clone the installed libraries are asked."""

    def __init__(self, paths: Paths) -> None:
        clone = paths.resources.parent
        self._folder = paths.licences if paths.licences.is_dir() else clone
        self._clone = clone

    @property
    def is_collected(self) -> bool:
        """Tell whether the texts of all others came along."""
        return (self._folder / _OTHERS).is_file()

    def own_texts(self) -> tuple[str, ...]:
        """Return our notice and our licence, as far as they are there."""
        files = (self._folder / name for name in _OWN)
        return tuple(each.read_text(encoding="utf-8") for each in files if each.is_file())

    def collected_text(self) -> str:
        """Return everything about the others as one text, "" in a clone."""
        file = self._folder / _OTHERS
        return file.read_text(encoding="utf-8") if file.is_file() else ""

    def components(self) -> tuple[Component, ...]:
        """Return the software of others, first what declares the name of its licence."""
        return tuple(sorted(self._source.components(), key=lambda each: not each.licence))

    def text_of(self, component: Component) -> str:
        """Return the text of its licence, "" if none came with it."""
        return self._source.text_of(component)

    def inside_text(self) -> str:
        """Return what lies compiled inside the libraries, "" where nobody has collected that."""
        return self._source.inside if isinstance(self._source, CollectedLicences) else ""

    @cached_property
    def _source(self) -> CollectedLicences | InstalledLicences:
        if self.is_collected:
            return CollectedLicences(self.collected_text())
        shipped = self._clone / "packaging" / "licences"
        return InstalledLicences(_requirements(self._clone / "pyproject.toml"), shipped)


def _requirements(file: Path) -> list[str]:
    """Return what a clone asks for; nothing if that is not written where it should be."""
    try:
        table = tomli.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomli.TOMLDecodeError):
        return []
    match table:
        case {"project": {"dependencies": list() as asked}}:
            return [each for each in asked if isinstance(each, str)]
    return []
