"""The numbers and sites this person has found in a list by mistake, one canonical key a line."""

from pathlib import Path

from .at_once import write_at_once

_MOST = 10_000
_LONGEST = 300  # characters; a host has at most 253
_HEAD = "# mingbian: keys that a list marks wrongly on this computer\n"


class AllowList:
    """Read when first asked, and again after each change made through it.

    Whatever is unreadable in the file is passed over: the lists then speak, which is the careful
    way to be wrong.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._keys: frozenset[str] | None = None

    def __contains__(self, key: object) -> bool:
        return key in self._known()

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys, sorted."""
        return tuple(sorted(self._known()))

    def add(self, key: str) -> None:
        """Take a key in; OSError if the file cannot be written."""
        self._write(_read(self._file) | {key})

    def remove(self, key: str) -> bool:
        """Take a key out and tell whether it was there; OSError if the file cannot be written."""
        keys = _read(self._file)
        if key not in keys:
            return False
        self._write(keys - {key})
        return True

    def _known(self) -> frozenset[str]:
        if self._keys is None:
            self._keys = _read(self._file)
        return self._keys

    def _write(self, keys: frozenset[str]) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        text = _HEAD + "".join(f"{key}\n" for key in sorted(keys))
        write_at_once(self._file, text.encode())
        self._keys = keys


def _read(file: Path) -> frozenset[str]:
    try:
        text = file.read_bytes().decode("utf-8", "replace")
    except OSError:
        return frozenset()
    lines = [line.strip() for line in text.splitlines()[: _MOST + 1]]
    return frozenset(
        line for line in lines if line and len(line) <= _LONGEST and not line.startswith("#")
    )
