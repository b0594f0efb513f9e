"""Which shared libraries the bundle's binaries ask for, and who brings them (Linux)."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from bundle.project import BuildError

# What every Linux desktop has, and what has to fit its kernel, its driver or its bus.
OF_THE_SYSTEM = re.compile(
    r"(ld-linux.*|lib(c|m|dl|pthread|rt|util|resolv|GL|EGL|xcb|dbus-1|wayland-(client|cursor|egl)))"
    r"\.so\.\d+"
)


def binaries(folder: Path) -> Iterator[Path]:
    """Yield the folder's programs and shared libraries."""
    for each in sorted(folder.rglob("*")):
        if each.is_file() and not each.is_symlink():
            with each.open("rb") as stream:
                if stream.read(4) == b"\x7fELF":
                    yield each


def linked(file: Path) -> list[str]:
    """Return the names of the libraries that a binary asks for."""
    return re.findall(r"NEEDED\s+(\S+)", objdump("-p", file))


def objdump(option: str, file: Path) -> str:
    """Return what objdump says of a binary. Raises BuildError where there is none."""
    try:
        done = subprocess.run(
            ["objdump", option, str(file)], check=False, capture_output=True, text=True
        )
    except OSError as error:
        raise BuildError("objdump is needed (package binutils)") from error
    return done.stdout


def asked_of_system(folder: Path) -> dict[str, str]:
    """Return each library the folder asks for and does not bring, with one file that asks."""
    found = list(binaries(folder))
    inside = {each.name for each in found}
    return {name: each.name for each in found for name in linked(each) if name not in inside}


def check_links(folder: Path) -> None:
    """Raise BuildError for a library that was pruned although something needs it."""
    lost = [
        f"{name} (for {asker})"
        for name, asker in asked_of_system(folder).items()
        if not OF_THE_SYSTEM.fullmatch(name)
    ]
    if lost:
        raise BuildError(f"pruned too much, or too little: {', '.join(sorted(lost))}")
