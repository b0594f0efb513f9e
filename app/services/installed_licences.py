"""The libraries of a clone and their licences, as those that are installed declare them."""

import re
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

from ..model.component import Component

_TEXTS = ("licen", "copying", "notice", "copyright", "authors")
_CODE = (".py", ".pyc", ".pyi")


class InstalledLicences:
    """`requirements` are what the program asks for; `shipped` holds texts that libraries lack."""

    def __init__(self, requirements: Sequence[str], shipped: Path) -> None:
        self._requirements = requirements
        self._shipped = shipped

    def components(self) -> tuple[Component, ...]:
        """Return every library that is asked for and installed, and what it asks for itself."""
        found = [_component(each) for each in _closure(self._requirements)]
        return tuple(sorted(found, key=lambda each: each.name))

    def text_of(self, component: Component) -> str:
        """Return every text that came with the library, "" if none did."""
        try:
            files = metadata.distribution(component.name).files or ()
        except metadata.PackageNotFoundError:
            files = ()
        own = [Path(str(each.locate())) for each in files if _is_licence(each.name)]
        own += sorted(self._shipped.glob(f"{component.name}*.txt"))
        return "\n\n".join(
            each.read_text(encoding="utf-8", errors="replace").strip()
            for each in own
            if each.is_file()
        )


def declared_licence(said: "metadata.PackageMetadata") -> str:
    """Return the licence a library declares, "" if it declares none."""
    if "License-Expression" in said:
        return said["License-Expression"]
    trove = [each for each in said.get_all("Classifier") or () if each.startswith("License ::")]
    if trove:
        return " AND ".join(each.rpartition(" :: ")[2] for each in trove)
    lines = said["License"].splitlines() if "License" in said else []
    return lines[0] if lines else ""


def canonical(name: str) -> str:
    """Return a library's name as PEP 503 writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _component(found: metadata.Distribution) -> Component:
    said = found.metadata
    return Component(canonical(said["Name"]), found.version, declared_licence(said))


def _closure(requirements: Sequence[str]) -> Iterator[metadata.Distribution]:
    waiting, seen = list(requirements), set[str]()
    while waiting:
        name = _name_of(waiting.pop())
        if not name or name in seen:
            continue
        seen.add(name)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:  # it is for another system or another Python
            continue
        yield found
        waiting += found.requires or ()


def _name_of(requirement: str) -> str:
    """Return whom a requirement is about, "" for one of an extra that nobody asked for."""
    asked, _, marker = requirement.partition(";")
    name = re.match(r"\s*([\w.-]+)", asked)
    return canonical(name[1]) if name and "extra" not in marker else ""


def _is_licence(name: str) -> bool:
    lower = name.lower()
    return lower.startswith(_TEXTS) and not lower.endswith(_CODE)
