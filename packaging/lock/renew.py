"""Write the hash-locked requirement files beside this script anew from pyproject.toml.

Needs `uv` on the path. The locks hold for every system and Python version the project supports,
name no index host, and the later ones repeat nothing of `requirements-run.txt`.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

LOCKS = Path(__file__).resolve().parent
PROJECT = LOCKS.parents[1] / "pyproject.toml"
COMPILE = (
    *("uv", "--no-config", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
    *("--only-binary", ":all:", "--generate-hashes", "--no-header", "--no-annotate"),
)
LAST_QT_FOR_OLD_DESKS = "PySide6-Essentials<6.10"  # 6.9.3 runs with glibc 2.28
SETTINGS = ("UV_INDEX", "UV_FIND_LINKS", "UV_EXTRA_INDEX", "PIP_FIND_LINKS")  # of this machine only


def compile_lock(*arguments: str) -> str:
    """Return the text of a lock; CalledProcessError when uv finds no solution."""
    settings = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    command = [*COMPILE, *arguments]
    done = subprocess.run(command, check=True, env=settings, stdout=subprocess.PIPE, text=True)
    return done.stdout


def names(lock: str) -> list[str]:
    """Return the names of the packages a lock pins."""
    return re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)


def without(lock: str, unwanted: list[str]) -> str:
    """Return the lock without the blocks of the unwanted packages."""
    blocks = re.split(r"^(?=\S)", lock, flags=re.MULTILINE)
    return "".join(each for each in blocks if each.partition("==")[0] not in unwanted)


def pins(lock: str, unwanted: str = "") -> str:
    """Return a lock's versions as constraints, without hashes."""
    found: list[str] = re.findall(r"^[\w.-]+==[^\s;]+", lock, re.MULTILINE)
    return "\n".join(pin for pin in found if not (unwanted and re.match(unwanted, pin)))


def write(name: str, lock: str) -> None:
    """Write one lock, and say so."""
    (LOCKS / name).write_text(lock, encoding="utf-8", newline="\n")
    print(f"{name}: {len(names(lock))} packages, {lock.count('--hash=')} hashes")


def main() -> int:
    """Write all four locks."""
    if not shutil.which("uv"):
        sys.exit("uv is needed on the path.")
    with tempfile.TemporaryDirectory() as folder:
        constraints = Path(folder, "constraints.txt")
        project, constrained = str(PROJECT), ("--constraint", str(constraints))
        run = compile_lock(project)
        write("requirements-run.txt", run)
        constraints.write_text(pins(run), encoding="utf-8")
        for group in ("dev", "bench"):
            more = compile_lock(project, "--group", f"{PROJECT}:{group}", *constrained)
            write(f"requirements-{group}.txt", without(more, names(run)))
        older = f"{pins(run, 'pyside6|shiboken6')}\n{LAST_QT_FOR_OLD_DESKS}\n"
        constraints.write_text(older, encoding="utf-8")
        write("requirements-run-glibc228.txt", compile_lock(project, *constrained))
    return 0


if __name__ == "__main__":
    sys.exit(main())
