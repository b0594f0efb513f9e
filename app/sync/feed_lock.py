"""Keeps two programs from syncing at once."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..model.errors import UserFacingError
from .disk import disk_trouble

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def feed_lock(folder: Path) -> Iterator[None]:
    """Hold the lock of `folder`; UserFacingError "feed-busy" if another program has it.

    The lock is the system's, on an open file: it ends with the process that holds it, however that
    dies. The file itself stays.
    """
    with disk_trouble(folder):
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _take(handle)
        except OSError as error:
            raise UserFacingError("feed-busy") from error
        yield
    finally:
        os.close(handle)
