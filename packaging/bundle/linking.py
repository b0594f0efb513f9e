"""Which shared libraries the bundle's binaries ask for, and who brings them (Linux)."""

import re
from collections.abc import Iterator
from pathlib import Path

from bundle.elf import is_elf, needed
from bundle.project import BuildError

# What every Linux desktop has, and what has to fit its kernel, its driver or its bus.
OF_THE_SYSTEM = re.compile(
    r"(ld-linux.*|lib(c|m|dl|pthread|rt|util|resolv|GL|EGL|xcb|dbus-1|wayland-(client|cursor|egl)))"
    r"\.so\.\d+"
)

# Asked for by a plugin that Qt passes over where the computer has no printing of its own.
NOT_EVERYWHERE = frozenset({"libcups.so.2"})


def binaries(folder: Path) -> Iterator[Path]:
    """Yield the folder's programs and shared libraries."""
    for each in sorted(folder.rglob("*")):
        if each.is_file() and not each.is_symlink():
            with each.open("rb") as stream:
                if is_elf(stream.read(8)):
                    yield each


def asked_of_system(folder: Path) -> dict[str, str]:
    """Return each library the folder asks for and does not bring, with one file that asks."""
    found = list(binaries(folder))
    inside = {each.name for each in found}
    return {
        name: each.name
        for each in found
        for name in needed(each.read_bytes())
        if name not in inside
    }


def check_links(folder: Path) -> None:
    """Raise BuildError for a library that was pruned although something needs it."""
    lost = [
        f"{name} (for {asker})"
        for name, asker in asked_of_system(folder).items()
        if not OF_THE_SYSTEM.fullmatch(name) and name not in NOT_EVERYWHERE
    ]
    if lost:
        raise BuildError(f"pruned too much, or too little: {', '.join(sorted(lost))}")
