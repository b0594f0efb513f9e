"""What the build scripts say of the program itself."""

import ast
import platform
import re
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


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
    """Return what a download is called after: linux-x86_64, windows-x86_64, macos-arm64."""
    systems = {"win32": "windows", "darwin": "macos"}
    machine = platform.machine().lower()
    return f"{systems.get(sys.platform, 'linux')}-{'x86_64' if machine == 'amd64' else machine}"


def release_name() -> str:
    """Return the stem of this system's downloads."""
    return f"mingbian-{version()}-{system_name()}"


def canonical(name: str) -> str:
    """Return a library's name as indexes write it."""
    return re.sub(r"[-_.]+", "-", name).lower()
