"""Writes a file that a person asked for, whole or not at all."""

from pathlib import Path

from ..host.at_once import is_disk_full, write_at_once
from ..model.errors import UserFacingError


def write_export(file: Path, content: str | bytes) -> None:
    """Write `content` (text as UTF-8) in one step; an older file of that name is replaced.

    Raises UserFacingError: export-full where the disk is full, else export-refused.
    """
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    try:
        write_at_once(file, data)
    except (OSError, ValueError) as error:
        raise UserFacingError("export-full" if is_disk_full(error) else "export-refused") from None
