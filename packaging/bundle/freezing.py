"""Runs PyInstaller so that the same commit gives the same files."""

import os
import shutil
import subprocess
from datetime import UTC, datetime, time
from pathlib import Path

from bundle.project import ROOT, BuildError, released_on

SPEC = ROOT / "packaging" / "mingbian.spec"


def freeze(python: Path, build: Path, dist: Path) -> Path:
    """Freeze the program with that Python's libraries; return the one folder.

    `build` holds what is made on the way, among it `files`, which goes in (icons, licences).
    Raises BuildError.
    """
    shutil.rmtree(dist / "mingbian", ignore_errors=True)
    command = [str(python), "-m", "PyInstaller", str(SPEC), "--noconfirm", "--clean"]
    command += ["--distpath", str(dist), "--workpath", str(build / "work"), "--log-level", "WARN"]
    environment = repeatable(build)
    if subprocess.run(command, check=False, cwd=ROOT, env=environment, stdout=2).returncode:
        raise BuildError("PyInstaller failed; what it says stands above")
    return dist / "mingbian"


def repeatable(build: Path) -> dict[str, str]:
    """Return the environment in which two builds come out equal."""
    return {
        **os.environ,
        "MINGBIAN_BUILD_FILES": str(build / "files"),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYINSTALLER_CONFIG_DIR": str(build / "pyinstaller"),
        "SOURCE_DATE_EPOCH": str(source_date()),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }


def source_date() -> int:
    """Return the time of the commit in seconds; outside git, of the release day's noon."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(asked, check=False, capture_output=True, text=True)
    except OSError:
        return _release_noon()
    return int(done.stdout) if done.stdout.strip().isdigit() else _release_noon()


def _release_noon() -> int:
    return int(datetime.combine(released_on(), time(12), UTC).timestamp())
