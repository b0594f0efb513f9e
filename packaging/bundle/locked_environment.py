"""Makes the environment a release is frozen with: the run lock and PyInstaller, nothing else."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from bundle.project import ROOT, BuildError

LOCKS = ROOT / "packaging" / "lock"
TOOLS = frozenset(
    {"pyinstaller", "pyinstaller-hooks-contrib", "altgraph", "packaging", "setuptools"}
)
TOOLS_ELSEWHERE = frozenset({"pefile", "pywin32-ctypes", "macholib"})  # on Windows and macOS


def make_environment(folder: Path, run_lock: str = "requirements-run.txt") -> Path:
    """Return the Python of a fresh environment with exactly the locked files. Raises BuildError."""
    shutil.rmtree(folder, ignore_errors=True)
    _run([sys.executable, "-m", "venv", str(folder)])
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / ("python.exe" if sys.platform == "win32" else "python")
    tools = folder / "tools.txt"
    tools.write_text(
        only(TOOLS | TOOLS_ELSEWHERE, (LOCKS / "requirements-dev.txt").read_text("utf-8")), "utf-8"
    )
    locks = ["-r", str(LOCKS / run_lock), "-r", str(tools)]
    options = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-input", "--quiet"]
    _run([str(python), "-m", "pip", "install", "--disable-pip-version-check", *options, *locks])
    return python


def only(names: frozenset[str], lock: str) -> str:
    """Return the blocks of a lock that pin one of the names."""
    blocks = re.split(r"^(?=\S)", lock, flags=re.MULTILINE)
    return "".join(each for each in blocks if each.partition("==")[0] in names)


def _run(command: list[str]) -> None:
    if subprocess.run(command, check=False, stdout=2).returncode:
        raise BuildError(f"failed: {' '.join(command[:4])} …; check the network, and PIP_INDEX_URL")
