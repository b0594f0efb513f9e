"""Makes the AppImage: one file that a person marks as a program and double-clicks.

It is a runtime that mounts, and behind it the folder as squashfs with AppRun in it. The runtime is
the AppImage project's own (type 2, MIT); no package registry has it, so that whoever builds hands
it in, and packaging/linux/appimage-runtime.sha256 says which one is taken.
"""

import hashlib
import os
import shutil
import struct
import subprocess
from pathlib import Path

from bundle.debian import put_documents, put_in_menu
from bundle.project import IDENTIFIER, ROOT, BuildError

RUNTIME_SUM = ROOT / "packaging" / "linux" / "appimage-runtime.sha256"
ICON_SIDE = 256
MARK = b"AI\x02"  # in the ELF head: an AppImage of type 2
_MARK_AT = 8
APP_RUN = """\
#!/bin/sh
# What is mounted can only be read; a person's files lie in their home.
here=$(dirname "$(readlink -f "$0")")
exec "$here/usr/lib/mingbian/mingbian" "$@"
"""
ABOUT_RUNTIME = """\
The first part of this file is the AppImage type 2 runtime: MIT, with musl (MIT), libfuse
(LGPL-2.1), squashfuse (BSD-2-Clause), zlib (Zlib) and zstd (BSD-3-Clause) in it. Its sources, and
how to build and relink it, are at https://github.com/AppImage/type2-runtime; put another one before
the squashfs that begins where it ends, and the file works as before. Everything else is named in
usr/lib/mingbian/_internal/resources/licences/third_party.txt.
"""


def make_app_dir(folder: Path, icons: Path, stage: Path, seconds: int) -> Path:
    """Lay the frozen folder out as an AppDir under `stage`, every file of that time; return it."""
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(folder, stage / "usr" / "lib" / "mingbian", symlinks=True)
    (stage / "usr" / "bin").mkdir()
    (stage / "usr" / "bin" / "mingbian").symlink_to("../lib/mingbian/mingbian")
    share = stage / "usr" / "share"
    put_in_menu(share, icons)
    put_documents(share, seconds)
    documents = share / "doc" / "mingbian"
    (documents / "appimage-runtime.txt").write_text(ABOUT_RUNTIME, encoding="utf-8")
    (stage / "AppRun").write_text(APP_RUN, encoding="ascii")
    shutil.copy(share / "applications" / f"{IDENTIFIER}.desktop", stage)
    for name in ("mingbian.png", ".DirIcon"):
        shutil.copy(icons / f"mingbian-{ICON_SIDE}.png", stage / name)
    for each in sorted(stage.rglob("*"), reverse=True):
        if not each.is_symlink():
            runs = each.is_dir() or each.name in ("AppRun", "mingbian")
            each.chmod(0o755 if runs else 0o644)
        os.utime(each, (seconds, seconds), follow_symlinks=False)
    return stage


def squash(app_dir: Path, target: Path, seconds: int) -> Path:
    """Pack the AppDir so that equal ones give equal files; return `target`. Raises BuildError."""
    target.unlink(missing_ok=True)
    command = ["mksquashfs", str(app_dir), str(target), "-root-owned", "-noappend", "-no-xattrs"]
    command += [
        "-comp",
        "zstd",
        "-Xcompression-level",
        "19",
        "-b",
        "256K",
        "-quiet",
        "-no-progress",
    ]
    command += ["-mkfs-time", str(seconds), "-all-time", str(seconds)]
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    try:
        done = subprocess.run(command, check=False, stdout=2, env=kept)
    except OSError as error:
        raise BuildError("mksquashfs is needed (package squashfs-tools)") from error
    if done.returncode:
        raise BuildError("mksquashfs failed; what it says stands above")
    return target


def join(runtime: Path, squashed: Path, target: Path) -> Path:
    """Write the runtime and the squashfs behind it as one program. Raises BuildError."""
    head = runtime.read_bytes()
    if head[_MARK_AT : _MARK_AT + len(MARK)] != MARK:
        raise BuildError(f"{runtime.name} is no AppImage runtime of type 2")
    if elf_end(head) != len(head):
        raise BuildError(f"{runtime.name} would look for the folder at a wrong place")
    target.write_bytes(head + squashed.read_bytes())
    target.chmod(0o755)
    return target


def elf_end(data: bytes) -> int:
    """Return where an ELF file of 64 bit ends by its own head: there the runtime looks further."""
    [sections] = struct.unpack_from("<Q", data, 0x28)
    size, count = struct.unpack_from("<HH", data, 0x3A)
    return int(sections + size * count)


def check_runtime(runtime: Path) -> None:
    """Raise BuildError unless it is the very runtime that is taken."""
    wanted = RUNTIME_SUM.read_text(encoding="ascii").split()[0]
    if hashlib.sha256(runtime.read_bytes()).hexdigest() != wanted:
        raise BuildError(f"{runtime.name} is not the runtime named in {RUNTIME_SUM.name}")
