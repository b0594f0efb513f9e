"""What a frozen folder is made of: which library each collected file came from."""

import ast
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from bundle.embedded import known_libraries
from bundle.project import ROOT, canonical

PYPI, SYSTEM, RED_HAT, PYTHON = "pypi", "deb", "rpm", "generic"
_LICENCE_FILES = ("licen", "copying", "notice", "copyright", "authors")


@dataclass(frozen=True, slots=True)
class Component:
    """One library in the bundle. `texts` are the licence files that came with it."""

    kind: str
    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]


def components(work: Path) -> list[Component]:
    """Return what PyInstaller's notes in the folder `work` say was collected, by name."""
    sources = set(collected_files(work))
    found = [*libraries_of(sources), *system_packages(outside(sources)), python_itself()]
    return sorted(found, key=lambda each: (each.kind, each.name))


def collected_files(work: Path) -> Iterator[Path]:
    """Yield the files that went in, as they were called on the building machine."""
    for note in ("COLLECT-00.toc", "PYZ-00.toc"):
        yield from _files_in(ast.literal_eval((work / note).read_text(encoding="utf-8")))


def _files_in(table: object) -> Iterator[Path]:
    match table:
        case (str(), str(source), str(kind)) if kind != "DEPENDENCY" and source:
            yield Path(source)
        case list() | tuple():
            for each in table:
                yield from _files_in(each)


def libraries_of(sources: set[Path]) -> Iterator[Component]:
    """Yield the installed Python libraries that at least one file comes from."""
    known = known_libraries()
    for each in distributions_of(sources):
        name = canonical(each.metadata["Name"])
        corrected = known[name].licence if name in known else ""
        yield Component(
            PYPI,
            name,
            each.version,
            corrected or licence_of(each),
            tuple(sorted(_place(each, f) for f in each.files or () if _is_licence(f.name))),
        )


def distributions_of(sources: set[Path]) -> Iterator[metadata.Distribution]:
    """Yield what pip installed and at least one file with code comes from."""
    for each in metadata.distributions():
        files = each.files or ()
        if any(_place(each, file) in sources for file in files if file.suffix in _CODE):
            yield each


def without_owner(sources: Iterable[Path], build: Path = ROOT) -> list[Path]:
    """Return the files that no library, no package of the system, not Python and not we brought.

    `build` is where the build makes its own, which may lie outside the clone.
    """
    owned = {_place(each, file) for each in metadata.distributions() for file in each.files or ()}
    python = Path(sys.base_prefix, "lib")

    def is_known(file: Path) -> bool:
        of_python = file.is_relative_to(python) and "site-packages" not in file.parts
        return file in owned or of_python or _is_ours(file, build)

    return sorted(each for each in sources if not is_known(each) and not _owner(each))


def _is_ours(file: Path, build: Path) -> bool:
    inside = file.is_relative_to(ROOT) or file.is_relative_to(build)
    return inside and "site-packages" not in file.parts


_CODE = frozenset({".py", ".so", ".pyd", ".dll", ".dylib"})


def _place(distribution: metadata.Distribution, file: metadata.PackagePath) -> Path:
    return Path(str(distribution.locate_file(file)))


def _is_licence(name: str) -> bool:
    lower = name.lower()
    return lower.startswith(_LICENCE_FILES) and not lower.endswith((".py", ".pyc", ".pyi"))


def licence_of(distribution: metadata.Distribution) -> str:
    """Return the licence a library declares; "unknown" if it declares none."""
    said = distribution.metadata
    if "License-Expression" in said:
        return said["License-Expression"]
    trove = [each for each in said.get_all("Classifier") or () if each.startswith("License ::")]
    if trove:
        return " AND ".join(each.rpartition(" :: ")[2] for each in trove)
    return said["License"].splitlines()[0] if "License" in said else "unknown"


def python_itself() -> Component:
    """Return the interpreter as a component, with its licence if it is kept beside it."""
    folder = Path(
        sys.base_prefix, "lib", f"python{sys.version_info.major}.{sys.version_info.minor}"
    )
    places = (folder / "LICENSE.txt", Path(sys.base_prefix, "LICENSE.txt"))
    texts = tuple(each for each in places if each.is_file())[:1]
    return Component(PYTHON, "cpython", sys.version.split()[0], "PSF-2.0", texts)


def outside(sources: Iterable[Path]) -> list[Path]:
    """Return the shared libraries that belong to the building machine's system."""
    of_python = tuple(str(Path(each)) for each in {sys.prefix, sys.base_prefix})
    return sorted(
        each for each in sources if ".so" in each.name and not str(each).startswith(of_python)
    )


def system_packages(files: Iterable[Path]) -> Iterator[Component]:
    """Yield the Debian packages those libraries belong to; nothing on other systems."""
    owners: dict[str, str] = {}
    red_hat: dict[str, Component] = {}
    for file in files:
        if package := _owner_of_dpkg(file):
            owners[package] = _output(["dpkg-query", "-W", "-f", "${Version}", package])
        elif said := _owner_of_rpm(file):
            red_hat[said] = rpm_component(said)
    yield from red_hat.values()
    for package, version in owners.items():
        text = Path("/usr/share/doc", package.partition(":")[0], "copyright")
        texts = (text,) if text.is_file() else ()
        yield Component(SYSTEM, package.partition(":")[0], version, "see its text", texts)


def rpm_component(said: str, texts: Path = Path("/usr/share/licenses")) -> Component:
    """Return a package of AlmaLinux and its kin from "name|version|licence"."""
    name, version, licence = said.split("|", 2)
    return Component(RED_HAT, name, version, licence, tuple(sorted((texts / name).glob("*"))))


def _owner(file: Path) -> str:
    return _owner_of_dpkg(file) or _owner_of_rpm(file)


def _owner_of_rpm(file: Path) -> str:
    form = "%{NAME}|%{VERSION}-%{RELEASE}|%{LICENSE}\\n"
    said = _output(["rpm", "-q", "--qf", form, "-f", str(file.resolve())])
    return next((line for line in said.splitlines() if line.count("|") == 2), "")


def _owner_of_dpkg(file: Path) -> str:
    # Debian 12 moved /lib into /usr/lib, and dpkg still knows some packages by the old name.
    for place in (str(file), str(file.resolve()), str(file.resolve()).removeprefix("/usr")):
        if said := _output(["dpkg-query", "-S", place]):
            return said.splitlines()[0].partition(": ")[0].split(",")[0]
    return ""


def _output(command: list[str]) -> str:
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    except OSError:
        return ""
    return done.stdout
