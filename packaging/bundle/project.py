"""What the build scripts say of the program itself."""

import ast
import platform
import re
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IDENTIFIER = "org.mingbian.Mingbian"  # by which a system knows the program
QT_NEEDS_GLIBC = (2, 34)  # what is built on an older system holds the older Qt, and is named so


class BuildError(Exception):
    """A build that cannot go on. The message says what failed and what to do next."""


def version() -> str:
    """Return the program's version without importing the program."""
    return str(_value("VERSION"))


def released_on() -> date:
    """Return the day of release."""
    call = _node("RELEASED_ON")
    if not isinstance(call, ast.Call):
        raise BuildError("app/version.py: RELEASED_ON is no date")
    year, month, day = (ast.literal_eval(each) for each in call.args)
    return date(year, month, day)


def _value(name: str) -> object:
    return ast.literal_eval(_node(name))


def _node(name: str) -> ast.expr:
    tree = ast.parse((ROOT / "app" / "version.py").read_text(encoding="utf-8"))
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
                return value
    raise BuildError(f"app/version.py says no {name}")


def system_name() -> str:
    """Return what a download is called after: linux-x86_64, windows-x86_64, macos-arm64.

    One built for older desks says so: linux-glibc2.28-x86_64.
    """
    machine = platform.machine().lower()
    machine = "x86_64" if machine == "amd64" else machine
    systems = {"win32": "windows", "darwin": "macos"}
    return f"{systems.get(sys.platform) or _linux_name(platform.libc_ver()[1])}-{machine}"


def _linux_name(glibc: str) -> str:
    numbers = tuple(int(each) for each in glibc.split(".")[:2] if each.isdigit())
    return f"linux-glibc{glibc}" if numbers and numbers < QT_NEEDS_GLIBC else "linux"


def release_name() -> str:
    """Return the stem of this system's downloads."""
    return f"mingbian-{version()}-{system_name()}"


def canonical(name: str) -> str:
    """Return a library's name as indexes write it."""
    return re.sub(r"[-_.]+", "-", name).lower()
