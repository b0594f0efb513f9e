"""Writes that are whole or not there, and the words for a disk that refuses them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..host.at_once import is_disk_full, write_at_once
from ..model.errors import UserFacingError


@contextmanager
def disk_trouble(folder: Path) -> Iterator[None]:
    """Turn an OSError from writing below `folder` into what a person can do about it."""
    try:
        yield
    except OSError as error:
        raise told(error, folder) from error


def told(error: OSError, folder: Path) -> UserFacingError:
    """Return the UserFacingError for a write that failed."""
    if is_disk_full(error):
        return UserFacingError("feed-disk-full", folder=str(folder))
    return UserFacingError(
        "feed-cannot-write", folder=str(folder), cause=error.strerror or type(error).__name__
    )


def append(file: Path, data: bytes | bytearray) -> None:
    """Write `data` at the end of `file`; raises OSError."""
    with file.open("ab") as stream:
        stream.write(data)


def write_whole(file: Path, data: bytes) -> None:
    """Write in one step, and see to it that a power cut keeps it."""
    write_at_once(file, data)
    settle(file.parent)


def move(old: Path, new: Path) -> None:
    """Give a file or a folder its final name, and see to it that a power cut keeps it."""
    old.replace(new)
    settle(new.parent)


def settle(path: Path) -> None:
    """Have the system write a file or a folder's list of names down now."""
    if os.name == "nt" and path.is_dir():
        return  # Windows has no such thing for folders
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def settle_tree(folder: Path) -> None:
    """Have the system write down everything below `folder`."""
    for path, _, names in os.walk(folder):
        for name in names:
            settle(Path(path, name))
        settle(Path(path))
