"""Packs a folder so that equal folders give equal files: order, owners and times are fixed."""

import hashlib
import lzma
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

XZ_PRESET = 6
_FIRST_YEAR_OF_ZIP = 1980


def files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the folder's files and links with their places inside it, in order of the places."""
    inside = [each for each in folder.rglob("*") if each.is_symlink() or each.is_file()]
    yield from sorted((each.relative_to(folder).as_posix(), each) for each in inside)


def write_tar_xz(folder: Path, name: str, archive: Path, seconds: int) -> None:
    """Pack the folder as `name` into an .tar.xz whose files are all of that time."""
    with (
        lzma.open(archive, "wb", preset=XZ_PRESET) as stream,
        tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for place, file in files_of(folder):
            info = tar.gettarinfo(file, f"{name}/{place}")
            info.uid = info.gid = 0
            info.uname = info.gname = "root"
            info.mtime = seconds
            info.mode = 0o755 if info.mode & 0o100 else 0o644
            if info.isreg():
                with file.open("rb") as data:
                    tar.addfile(info, data)
            else:
                tar.addfile(info)


def write_zip(folder: Path, name: str, archive: Path, seconds: int) -> None:
    """Pack the folder as `name` into a .zip whose files are all of that time."""
    moment = datetime.fromtimestamp(seconds, UTC)
    stamp = (max(moment.year, _FIRST_YEAR_OF_ZIP), *moment.timetuple()[1:6])
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for place, file in files_of(folder):
            info = zipfile.ZipInfo(f"{name}/{place}", stamp)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = (0o755 if file.stat().st_mode & 0o100 else 0o644) << 16
            packed.writestr(info, file.read_bytes())


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def digests(folder: Path) -> dict[str, str]:
    """Return place → SHA-256 (of a link: where it leads) for everything in the folder."""
    return {
        place: f"-> {file.readlink()}" if file.is_symlink() else digest_of(file)
        for place, file in files_of(folder)
    }


def differences(one: Path, other: Path) -> list[str]:
    """Return the places at which two folders differ, in content or in being there."""
    first, second = digests(one), digests(other)
    return sorted(
        each for each in first.keys() | second.keys() if first.get(each) != second.get(each)
    )


def write_sums(files: Iterable[Path], sums: Path) -> None:
    """Write what `sha256sum --check` reads."""
    lines = [f"{digest_of(each)}  {each.name}\n" for each in sorted(files)]
    sums.write_text("".join(lines), encoding="ascii", newline="\n")


def wrong_sums(sums: Path) -> list[str]:
    """Return the names in the list whose file beside it is missing or another."""
    wrong = []
    for line in sums.read_text(encoding="ascii").splitlines():
        digest, name = line.split(maxsplit=1)
        file = sums.parent / name
        if not file.is_file() or digest_of(file) != digest:
            wrong.append(name)
    return wrong
