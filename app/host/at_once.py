"""Writes a file in one step."""

import errno
import os
from contextlib import suppress
from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def is_disk_full(error: BaseException) -> bool:
    """Tell whether a write failed for want of room; nothing else about the file is wrong then."""
    return isinstance(error, OSError) and error.errno in _FULL


def write_at_once(file: Path, data: bytes, mode: int = 0o666) -> None:
    """Write beside, then rename: a power cut leaves the old file or the new one, never half.

    `mode` is what a new file may be used for, less the person's own mask. Raises OSError, and then
    `file` is as it was.
    """
    beside = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        with open(beside, "wb", opener=lambda name, flags: os.open(name, flags, mode)) as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(file)
    finally:
        with suppress(OSError, ValueError):  # a name that no file can have was told already
            beside.unlink(missing_ok=True)
