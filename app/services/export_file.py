"""Writes a file that a person asked for, whole or not at all."""

import errno
from pathlib import Path

from ..host.at_once import write_at_once
from ..model.errors import UserFacingError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write_export(file: Path, content: str | bytes) -> None:
    """Write `content` (text as UTF-8) in one step; an older file of that name is replaced.

    Raises UserFacingError: export-full where the disk is full, else export-refused.
    """
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    try:
        write_at_once(file, data)
    except (OSError, ValueError) as error:
        full = isinstance(error, OSError) and error.errno in _FULL
        raise UserFacingError("export-full" if full else "export-refused") from None
