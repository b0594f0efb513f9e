"""Writes a small file of a person's in one step."""

import os
from pathlib import Path


def write_at_once(file: Path, text: str) -> None:
    """Write beside, then rename: a power cut leaves the old file or the new one, never half."""
    beside = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
