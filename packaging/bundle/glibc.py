"""Tells which glibc a folder's binaries ask for: what is older cannot load them (Linux)."""

import platform
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from bundle.project import BuildError

Version = tuple[int, ...]


def newest_asked(files: Iterable[Path]) -> tuple[Version, str]:
    """Return the newest glibc that a symbol of the binaries is of, and the name of one that asks.

    (0,) and "" if none asks. Raises BuildError without objdump.
    """
    newest: Version = (0,)
    asker = ""
    for file in files:
        asked = max(versions_in(_symbols(file)), default=(0,))
        if asked > newest:
            newest, asker = asked, file.name
    return newest, asker


def versions_in(symbols: str) -> set[Version]:
    """Return the versions of glibc in what objdump says of the symbols."""
    found = re.findall(r"\bGLIBC_(\d+(?:\.\d+)+)", symbols)
    return {tuple(map(int, each.split("."))) for each in found}


def of_this_system() -> Version:
    """Return this computer's glibc; (0,) where there is none."""
    name, version = platform.libc_ver()
    return tuple(map(int, version.split("."))) if name == "glibc" else (0,)


def _symbols(file: Path) -> str:
    try:
        done = subprocess.run(
            ["objdump", "-T", str(file)], check=False, capture_output=True, text=True
        )
    except OSError as error:
        raise BuildError("objdump is needed (package binutils)") from error
    return done.stdout
