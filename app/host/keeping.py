"""Whether this computer lets the program keep anything in a folder."""

import tempfile
from pathlib import Path


def can_keep(folder: Path) -> bool:
    """Try it: rights say little on Windows, and nothing about a stick's lock. Makes the folder."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
