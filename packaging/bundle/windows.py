"""Makes the downloads for Windows; runs on Windows alone."""

import shutil
import subprocess
from pathlib import Path

from bundle.archives import write_zip
from bundle.freezing import source_date
from bundle.project import ROOT, BuildError, release_name, version

SCRIPT = ROOT / "packaging" / "windows" / "mingbian.iss"


def pack(portable: Path, folder: Path, build: Path, out: Path) -> list[Path]:
    """Return the portable .zip and the installer, the latter where Inno Setup is installed."""
    archive = out / f"{release_name()}-portable.zip"
    write_zip(portable, release_name(), archive, source_date())
    compiler = shutil.which("iscc")
    if compiler is None:
        print("Inno Setup (iscc) is not on the path: no installer was made")
        return [archive]
    name = f"{release_name()}-setup"
    values = {"Version": version(), "Folder": folder, "Icons": build / "icons", "Name": name}
    command = [compiler, *(f"/D{key}={value}" for key, value in values.items())]
    if subprocess.run([*command, f"/O{out}", str(SCRIPT)], check=False).returncode:
        raise BuildError("Inno Setup failed; what it says stands above")
    return [archive, out / f"{name}.exe"]
