"""Freezes the programs that the benchmarks of bundles compare."""

import lzma
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

from bundle.archives import XZ_PRESET, files_of
from bundle.freezing import repeatable
from bundle.project import ROOT

BARE = Path(__file__).with_name("bare_window.py")
MEASURED = Path(__file__).with_name("our_window.py")
# Qt's three libraries, its character tables, Python, and what binds the two.
_CORE = re.compile(
    r"mingbian$|base_library\.zip|libpython|libQt6(Core|Gui|Widgets)|libicu|Qt(Core|Gui|Widgets)\.abi3"
    r"|libpyside6|shiboken|libstdc\+\+|platforms/libqxcb|libQt6XcbQpa"
)


def our_bundle(build: Path) -> Path:
    """Freeze this program as a release is; return its folder."""
    from build_release import build_folder  # noqa: PLC0415 -- only a benchmark freezes

    return build_folder(Path(sys.executable), build)


def bare_bundle(build: Path) -> Path:
    """Freeze the bare window with everything PyInstaller adds by itself; return its folder."""
    return _freeze(build, [str(BARE)], "bare_window")


def measured_bundle(build: Path) -> Path:
    """Freeze our program with its measure, pruned as a release is; return its folder."""
    (build / "files").mkdir(parents=True)
    spec = (ROOT / "packaging" / "mingbian.spec").read_text(encoding="utf-8")
    entry = 'str(ROOT / "packaging" / "bundle" / "entry.py")'
    if entry not in spec:
        raise ValueError("the spec names its entry in another way")
    spec = spec.replace(entry, repr(str(MEASURED))).replace(
        "SPECPATH", repr(str(ROOT / "packaging"))
    )
    spec = spec.replace("hiddenimports=", "hiddenimports=['tests.benchmarks.bare_window'] + ")
    file = build / "measured.spec"
    file.write_text(spec, encoding="utf-8")
    return _freeze(build, [str(file)], "mingbian")


def _freeze(build: Path, what: list[str], name: str) -> Path:
    command = [sys.executable, "-m", "PyInstaller", *what, "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(build / "dist"), "--workpath", str(build / "work")]
    if not what[0].endswith(".spec"):
        command += ["--specpath", str(build), "--name", name]
    subprocess.run(command, check=True, env=repeatable(build), stdout=subprocess.DEVNULL)
    return build / "dist" / name


def core_files(folder: Path) -> list[str]:
    """Return the places of the files without which no window of Python and Qt opens."""
    return [place for place, _ in files_of(folder) if _CORE.search(place)]


def packed_size(folder: Path, places: Iterable[str] | None = None) -> int:
    """Return the bytes of the folder, or of some places in it, as .tar.xz."""
    chosen = None if places is None else set(places)
    with tempfile.TemporaryFile() as packed:
        with (
            lzma.open(packed, "wb", preset=XZ_PRESET) as stream,
            tarfile.open(fileobj=stream, mode="w") as tar,
        ):
            for place, file in files_of(folder):
                if chosen is None or place in chosen:
                    tar.add(file, place, recursive=False)
        return packed.tell()
