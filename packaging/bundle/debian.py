"""Makes the .deb: the frozen folder with its entry in the menu, and what it needs of the system."""

import gzip
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from bundle.glibc import newest_asked
from bundle.linking import NOT_EVERYWHERE, asked_of_system, binaries
from bundle.project import IDENTIFIER, ROOT, BuildError, released_on, version

LINUX = ROOT / "packaging" / "linux"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
MAINTAINER = "The Mingbian contributors <mingbian@localhost>"
DESCRIPTION = """\
checks suspicious calls, messages and links, offline
 Paste a number, a message or a link: Mingbian compares it with an official
 register and with the scripts swindlers follow, both kept on this computer,
 and answers in large letters what it is, why, and what to do now.
 .
 接到可疑的电话、短信、链接，贴进来看一眼。全程不联网。
"""
SONAME_PACKAGE = re.compile(r"^(?P<package>[^:,]+)")


def build_deb(folder: Path, icons: Path, stage: Path, target: Path, seconds: int) -> Path:
    """Stage and pack; return the .deb in the folder `target`. Raises BuildError."""
    shutil.rmtree(stage, ignore_errors=True)
    library = stage / "usr" / "lib" / "mingbian"
    shutil.copytree(folder, library, symlinks=True)
    (stage / "usr" / "bin").mkdir()
    (stage / "usr" / "bin" / "mingbian").symlink_to("../lib/mingbian/mingbian")
    put_in_menu(stage / "usr" / "share", icons)
    put_documents(stage / "usr" / "share", seconds)
    architecture = ARCHITECTURES[os.uname().machine]
    control = stage / "DEBIAN"
    control.mkdir()
    size = sum(each.lstat().st_size for each in stage.rglob("*") if not each.is_dir()) // 1024
    (control / "control").write_text(
        control_text(architecture, size, needed_packages(library)), encoding="utf-8"
    )
    tidy(stage, seconds)
    deb = target / f"mingbian_{version()}_{architecture}.deb"
    packed = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(stage), str(deb)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(seconds)}
    if subprocess.run(packed, check=False, env=environment, stdout=2).returncode:
        raise BuildError("dpkg-deb failed")
    return deb


def control_text(architecture: str, kilobytes: int, needed: Iterable[str]) -> str:
    """Return the package's control file."""
    fields = {
        "Package": "mingbian",
        "Version": version(),
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(kilobytes),
        "Depends": ", ".join(needed),
        "Recommends": "fonts-noto-cjk | fonts-wqy-microhei, libcups2t64 | libcups2",
        "Section": "utils",
        "Priority": "optional",
        "Description": DESCRIPTION.rstrip(),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def put_in_menu(share: Path, icons: Path) -> None:
    """Lay the menu entry, the description, the kind of file and the icons under `share`."""
    for name, place in (
        (f"{IDENTIFIER}.desktop", "applications"),
        (f"{IDENTIFIER}.metainfo.xml", "metainfo"),
        ("mingbian.xml", "mime/packages"),
    ):
        (share / place).mkdir(parents=True, exist_ok=True)
        text = (LINUX / name).read_text(encoding="utf-8")
        filled = text.replace("@VERSION@", version()).replace("@DATE@", str(released_on()))
        (share / place / name).write_text(filled, encoding="utf-8")
    for file in sorted(icons.glob("mingbian-*.png")):
        side = file.stem.rpartition("-")[2]
        folder = share / "icons" / "hicolor" / f"{side}x{side}" / "apps"
        folder.mkdir(parents=True)
        shutil.copy(file, folder / "mingbian.png")
    scalable = share / "icons" / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True)
    shutil.copy(ROOT / "resources" / "icons" / "mingbian.svg", scalable)


def put_documents(share: Path, seconds: int) -> None:
    """Lay the copyright, the changelog and the manual page where Debian looks for them."""
    documents = share / "doc" / "mingbian"
    documents.mkdir(parents=True)
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    apache = "The Apache License 2.0 is in /usr/share/common-licenses/Apache-2.0.\n"
    others = "Texts of others: /usr/lib/mingbian/_internal/resources/licences/third_party.txt\n"
    (documents / "copyright").write_text(notice + "\n" + apache + others, encoding="utf-8")
    _gzip((ROOT / "CHANGELOG.md").read_bytes(), documents / "NEWS.md.gz")
    _gzip(changelog(seconds).encode(), documents / "changelog.gz")
    pages = share / "man" / "man1"
    pages.mkdir(parents=True)
    _gzip((LINUX / "mingbian.1").read_bytes(), pages / "mingbian.1.gz")


def changelog(seconds: int) -> str:
    """Return Debian's own kind of changelog: which release this package is of."""
    day = format_datetime(datetime.fromtimestamp(seconds, UTC))
    head = f"mingbian ({version()}) unstable; urgency=medium"
    return f"{head}\n\n  * See NEWS.md.\n\n -- {MAINTAINER}  {day}\n"


def _gzip(text: bytes, target: Path) -> None:
    target.write_bytes(gzip.compress(text, 9, mtime=0))


def tidy(stage: Path, seconds: int) -> None:
    """Give every file the rights and the time that no building machine changes."""
    for each in sorted(stage.rglob("*"), reverse=True):
        if not each.is_symlink():
            runs = each.is_dir() or each.name in ("mingbian",)
            each.chmod(0o755 if runs else 0o644)
        os.utime(each, (seconds, seconds), follow_symlinks=False)


def needed_packages(library: Path) -> list[str]:
    """Return what the folder's binaries link to and do not bring, as packages of this Debian.

    What the program can do without is only recommended.
    Raises BuildError for a library no package here owns.
    """
    packages = {package_of(each) for each in asked_of_system(library) if each not in NOT_EVERYWHERE}
    minimum = ".".join(map(str, newest_asked(binaries(library))[0]))
    return sorted({f"libc6 (>= {minimum})" if each == "libc6" else each for each in packages})


def package_of(soname: str) -> str:
    """Return the package of this system that brings a shared library. Raises BuildError."""
    said = _said(["dpkg", "-S", f"*/{soname}"])
    for line in said.splitlines():
        package, _, place = line.partition(": ")
        found = SONAME_PACKAGE.match(package)
        if found and re.fullmatch(rf"(/usr)?/lib/[\w-]*-linux-gnu/{re.escape(soname)}", place):
            return found["package"]
    raise BuildError(f"no installed package brings {soname}: install it, or keep it in the bundle")


def _said(command: list[str]) -> str:
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    except OSError as error:
        raise BuildError(f"{command[0]} is needed: {error}") from error
    return done.stdout
