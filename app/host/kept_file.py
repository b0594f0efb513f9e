"""Keeps in a file what can always be made again."""

from contextlib import suppress
from pathlib import Path

from .at_once import write_at_once


class KeptFile:
    """One such file. Whoever takes from it must tell for himself whether it is what he needs."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def take(self) -> bytes | None:
        """Return what was put last, or None if there is nothing or it cannot be read."""
        try:
            return self._path.read_bytes()
        except OSError:
            return None

    def put(self, data: bytes) -> None:
        """Keep `data`, if this computer lets us."""
        with suppress(OSError):  # full disk, no rights, or somebody reads the old file on Windows
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_at_once(self._path, data)
            self._sweep()

    def _sweep(self) -> None:
        """Remove what a program left that was ended while it wrote.

        Who is writing at this moment loses his half; what was just put is as good.
        """
        for half in self._path.parent.glob(f"{self._path.name}.*.new"):
            with suppress(OSError):
                half.unlink()
