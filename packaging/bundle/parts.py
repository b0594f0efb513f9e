"""What goes into the bundle: the program's modules, the libraries it declares, its tables."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from app.cli.selftest_parts import PARTS
from bundle.project import canonical

# Rooms of the program that people who only ask have no use for.
ROOMS_LEFT_OUT = ("app.publishing",)
# Whole libraries that some other one asks for and the program never reaches.
LIBRARIES_LEFT_OUT = (
    *(
        "pip",
        "setuptools",
        "pkg_resources",
        "_distutils_hack",
        "numpy",
        "scipy",
        "sklearn",
        "pandas",
    ),
    *(
        "PIL",
        "matplotlib",
        "lxml",
        "IPython",
        "pytest",
        "_pytest",
        "hypothesis",
        "mypy",
        "dnstwist",
    ),
    *("tkinter", "_tkinter", "turtle", "curses", "pydoc", "pydoc_data", "doctest", "lib2to3"),
    *("ensurepip", "idlelib", "test", "pygments", "rich", "simplejson", "brotli", "socks"),
)
# Tables of phonenumbers that cost 20 MB and three seconds, and that no answer needs.
TABLES_LEFT_OUT = ("phonenumbers.geodata", "phonenumbers.carrierdata", "phonenumbers.tzdata")
QT_LEFT_OUT = (
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtSql"),
    *("PySide6.QtTest", "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtUiTools"),
)
# Libraries that are imported by their top name alone, or by a hook that PyInstaller has.
NOT_BY_NAME = frozenset({"PySide6", "Shiboken", "shiboken6", "importlib_metadata"})
RESOURCES_LEFT_OUT = frozenset({"pictures", "manuals"})  # for readers of the repository


def excluded_modules() -> list[str]:
    """Return the modules that must not be found in the bundle."""
    return [*ROOMS_LEFT_OUT, *LIBRARIES_LEFT_OUT, *TABLES_LEFT_OUT, *QT_LEFT_OUT]


def hidden_imports(root: Path) -> list[str]:
    """Return what PyInstaller does not see by itself.

    These are our own modules, what their functions import, the parts that the self-test asks for,
    and every library that is declared.
    """
    parts = {each.module for each in PARTS if not each.why_absent}
    ours = {*program_modules(root), *reached_lazily(root)}
    return sorted(parts | ours | set(declared_modules(root)))


def program_modules(root: Path) -> Iterator[str]:
    """Yield every module of the program that ships."""
    for path in sorted((root / "app").rglob("*.py")):
        *folders, name = path.relative_to(root).with_suffix("").parts
        dotted = ".".join(folders if name == "__init__" else [*folders, name])
        if not is_left_out(dotted):
            yield dotted


def reached_lazily(root: Path) -> Iterator[str]:
    """Yield the outside modules that the program's functions import, PyInstaller's hooks apart."""
    for path in sorted((root / "app").rglob("*.py")):
        if is_left_out(".".join(path.relative_to(root).with_suffix("").parts)):
            continue
        for name in _imported(ast.parse(path.read_text(encoding="utf-8"))):
            if not name.startswith(("app", "PySide6")) and not is_left_out(name):
                yield name


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (each.name for each in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module


def is_left_out(module: str) -> bool:
    """Tell whether the module belongs to something that must not ship."""
    return any(module == each or module.startswith(f"{each}.") for each in excluded_modules())


def declared_modules(root: Path) -> Iterator[str]:
    """Yield the import names of the run dependencies that are installed here."""
    names = _names_by_distribution()
    for requirement in declared_libraries(root):
        for module in names.get(canonical(requirement), ()):
            if module not in NOT_BY_NAME and not module.startswith("_"):
                yield module


def declared_libraries(root: Path) -> list[str]:
    """Return the names in pyproject.toml's run dependencies."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [re.split(r"[<>=~!; \[]", each, maxsplit=1)[0] for each in project["dependencies"]]


def _names_by_distribution() -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for module, distributions in metadata.packages_distributions().items():
        for each in distributions:
            names.setdefault(canonical(each), set()).add(module)
    return names


def data_files(root: Path, extra: Path) -> list[tuple[str, str]]:
    """Return PyInstaller's pairs of a file and its folder inside the bundle."""
    pairs = [
        (str(file), file.parent.relative_to(root).as_posix())
        for file in _files(root / "resources")
        if file.relative_to(root).parts[1] not in RESOURCES_LEFT_OUT
    ]
    pairs += [(str(root / name), "resources/licences") for name in ("LICENSE", "NOTICE")]
    pairs += [(str(file), "resources/licences") for file in _files(extra / "licences")]
    return pairs


def _files(folder: Path) -> Iterable[Path]:
    return sorted(each for each in folder.rglob("*") if each.is_file())
