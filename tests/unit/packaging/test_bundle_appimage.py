"""An AppImage is a folder that starts by AppRun, behind a runtime that finds it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bundle.appimage import MARK, check_runtime, elf_end, join, make_app_dir, squash
from bundle.project import BuildError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a thing of Linux")
NOON = 1_763_640_000
ENOUGH_ELF = Path(sys.executable).resolve()


@pytest.fixture
def app_dir(tmp_path: Path) -> Path:
    frozen, icons = tmp_path / "frozen", tmp_path / "icons"
    (frozen / "_internal").mkdir(parents=True)
    (frozen / "mingbian").write_text('#!/bin/sh\necho "$0|$@"\n', encoding="ascii")
    (frozen / "mingbian").chmod(0o700)
    icons.mkdir()
    (icons / "mingbian-256.png").write_bytes(b"a picture")
    return make_app_dir(frozen, icons, tmp_path / "AppDir", NOON)


def a_runtime(file: Path, mark: bytes = MARK) -> Path:
    data = bytearray(ENOUGH_ELF.read_bytes())
    data[8 : 8 + len(mark)] = mark
    file.write_bytes(bytes(data[: elf_end(bytes(data))]))
    return file


def test_it_starts_from_wherever_it_is_mounted(app_dir: Path, tmp_path: Path) -> None:
    link = tmp_path / "somewhere"
    link.symlink_to(app_dir / "AppRun")
    said = subprocess.run(
        [str(link), "check", "a b"], capture_output=True, text=True, check=True
    ).stdout
    assert said == f"{app_dir}/usr/lib/mingbian/mingbian|check a b\n"


def test_it_has_what_desktops_look_for(app_dir: Path) -> None:
    assert (app_dir / "org.mingbian.Mingbian.desktop").is_file()
    assert (app_dir / "mingbian.png").read_bytes() == (app_dir / ".DirIcon").read_bytes()
    assert list((app_dir / "usr/share/metainfo").glob("*.metainfo.xml"))
    assert "libfuse" in (app_dir / "usr/share/doc/mingbian/appimage-runtime.txt").read_text("utf-8")


def test_the_folder_begins_where_the_runtime_looks_for_it(tmp_path: Path) -> None:
    runtime = a_runtime(tmp_path / "runtime")
    squashed = tmp_path / "folder"
    squashed.write_bytes(b"hsqs and so on")
    image = join(runtime, squashed, tmp_path / "made")
    data = image.read_bytes()
    assert data[elf_end(data) :].startswith(b"hsqs")
    assert image.stat().st_mode & 0o111 == 0o111


def test_what_is_no_such_runtime_is_refused(tmp_path: Path) -> None:
    squashed = tmp_path / "folder"
    squashed.write_bytes(b"hsqs")
    with pytest.raises(BuildError, match="type 2"):
        join(a_runtime(tmp_path / "one", b"\0\0\0"), squashed, tmp_path / "made")
    longer = a_runtime(tmp_path / "two")
    longer.write_bytes(longer.read_bytes() + b"more")
    with pytest.raises(BuildError, match="wrong place"):
        join(longer, squashed, tmp_path / "made")
    with pytest.raises(BuildError, match="not the runtime"):
        check_runtime(longer)


@pytest.mark.skipif(not shutil.which("mksquashfs"), reason="squashfs-tools are not installed")
def test_equal_folders_give_equal_images(app_dir: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(app_dir, other, symlinks=True)
    one = squash(app_dir, tmp_path / "1", NOON).read_bytes()
    assert one == squash(other, tmp_path / "2", NOON).read_bytes()
    assert one.startswith(b"hsqs")
