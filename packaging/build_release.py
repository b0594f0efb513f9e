"""Build what is handed to people, on the system it is for.

    build_release.py [--quick] [--out FOLDER] [--key SECRET_KEY] [--run-lock FILE] [--folder-only]
                     [--appimage-runtime FILE]

Without options: a fresh environment from the locks, the frozen folder, its self-test, the packages
of this system (Linux: .deb, .tar.xz and, where a runtime is handed in, .AppImage; Windows: .zip
and, where Inno Setup is, the installer; macOS: .dmg), the bill of materials, SHA256SUMS and, with
a key, its minisign signature.
--quick freezes with the Python that runs this script and stops after the self-test.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bundle import appimage, archives, debian, macos, windows
from bundle.freezing import freeze, source_date
from bundle.glibc import newest_asked
from bundle.linking import binaries, check_links
from bundle.locked_environment import make_environment
from bundle.project import ROOT, BuildError, release_name
from bundle.run_paths import clear_run_paths
from bundle.signing import sign

SCRIPTS = ROOT / "packaging"
READ_ME = SCRIPTS / "portable"  # lies in every portable folder: the mark and a word to read first


def build_folder(python: Path, build: Path) -> Path:
    """Draw the icons, freeze, and lay the licences inside; return the folder. Raises BuildError."""
    (build / "files").mkdir(parents=True, exist_ok=True)
    _run([str(python), str(SCRIPTS / "draw_icons.py"), str(build / "icons")])
    for name in ("mingbian.ico", "mingbian.icns"):
        shutil.copy(build / "icons" / name, build / "files")
    folder = freeze(python, build, build / "dist")
    if sys.platform == "linux":
        clear_run_paths(folder)
        check_links(folder)
    work = build / "work" / "mingbian"
    for each in (folder, folder.with_name("Mingbian.app")):  # the latter on macOS
        if each.exists():
            _run([str(python), "-m", "bundle.licences", str(work), str(each)], SCRIPTS)
    return folder


def selftest(program: Path) -> None:
    """Run the bundle's own test with no file of this person's in reach. Raises BuildError."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "MINGBIAN_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        _run([str(program), "selftest"], environment=environment)


def pack(folder: Path, build: Path, out: Path, *, installer: bool) -> list[Path]:
    """Make this system's downloads; return them. Raises BuildError."""
    seconds = source_date()
    if sys.platform == "win32":
        return windows.pack(portable_copy(folder, build), folder, build, out)
    if sys.platform == "darwin":
        return [macos.pack(build / "dist" / "Mingbian.app", out)]
    portable = out / f"{release_name()}.tar.xz"
    archives.write_tar_xz(portable_copy(folder, build), release_name(), portable, seconds)
    if not installer:
        return [portable]
    deb = debian.build_deb(folder, build / "icons", build / "deb", out, seconds)
    return [portable, deb]


def pack_app_image(folder: Path, build: Path, out: Path, runtime: Path) -> Path:
    """Make the AppImage with that runtime; return it. Raises BuildError."""
    appimage.check_runtime(runtime)
    seconds = source_date()
    app_dir = appimage.make_app_dir(folder, build / "icons", build / "AppDir", seconds)
    squashed = appimage.squash(app_dir, build / "mingbian.squashfs", seconds)
    return appimage.join(runtime, squashed, out / f"{release_name()}.AppImage")


def portable_copy(folder: Path, build: Path) -> Path:
    """Return a copy of the folder with the mark that keeps a person's files beside the program."""
    copy = build / "portable" / release_name()
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy, symlinks=True)
    shutil.copytree(READ_ME, copy, dirs_exist_ok=True)
    return copy


def release(arguments: argparse.Namespace) -> None:
    """Do what the command line asks for. Raises BuildError."""
    build, out = ROOT / "build" / "release", Path(arguments.out).resolve()
    shutil.rmtree(build, ignore_errors=True)
    if arguments.quick:
        selftest(program_in(build_folder(Path(sys.executable), build)))
        return
    python = make_environment(build / "environment", arguments.run_lock)
    folder = build_folder(python, build)
    selftest(program_in(folder))
    out.mkdir(parents=True, exist_ok=True)
    made = pack(folder, build, out, installer=not arguments.folder_only)
    if arguments.appimage_runtime:
        made.append(pack_app_image(folder, build, out, arguments.appimage_runtime))
    bill = out / f"{release_name()}.cdx.json"
    shutil.copy(next(folder.rglob("sbom.cdx.json")), bill)
    if sys.platform == "linux":
        newest, asker = newest_asked(binaries(folder))
        print(f"needs glibc {'.'.join(map(str, newest))} or newer ({asker})")
    sums = out / f"SHA256SUMS-{release_name()}"
    archives.write_sums([*made, bill], sums)
    if arguments.key:
        sign(sums, Path(arguments.key))
    for each in (*made, bill, sums):
        print(f"{each.stat().st_size / 1e6:8.2f} MB  {each}")


def program_in(folder: Path) -> Path:
    """Return the program that answers in a terminal."""
    return folder / ("mingbian-terminal.exe" if sys.platform == "win32" else "mingbian")


def _run(
    command: list[str], folder: Path = ROOT, environment: dict[str, str] | None = None
) -> None:
    done = subprocess.run(command, check=False, cwd=folder, env=environment)
    if done.returncode:
        raise BuildError(f"failed: {' '.join(command)}")


def main() -> int:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="only the folder and its self-test")
    parser.add_argument("--out", default=str(ROOT / "dist"), help="where the downloads go")
    parser.add_argument("--key", help="path of the minisign secret key, never in the repository")
    parser.add_argument("--run-lock", default="requirements-run.txt", help="the lock to build from")
    parser.add_argument("--folder-only", action="store_true", help="no .deb")
    parser.add_argument("--appimage-runtime", type=Path, help="makes an AppImage with this runtime")
    try:
        release(parser.parse_args())
    except BuildError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
