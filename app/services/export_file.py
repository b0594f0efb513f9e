"""Writes a file that a person asked for, whole or not at all."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from ..model.errors import UserFacingError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write_export(file: Path, content: str | bytes) -> None:
    """Write `content` (text as UTF-8) in one step; an older file of that name is replaced.

    Raises UserFacingError: export-full where the disk is full, else export-refused.
    """
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    beside = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(file)
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            beside.unlink(missing_ok=True)
        full = isinstance(error, OSError) and error.errno in _FULL
        raise UserFacingError("export-full" if full else "export-refused") from None
