"""Opens the lists of an installed edition; one that is missing or damaged stops no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from ..model.errors import DamagedDataError
from ..model.feed_index import ReportedList
from .fingerprint_file import FingerprintFile


class OpenList(Struct, frozen=True):
    """A list that can be asked, and what it says of itself."""

    about: ReportedList
    file: FingerprintFile

    @property
    def holds(self) -> Callable[[str], bool]:
        """What tells whether a canonical key is in the list; taken once, it is asked often."""
        return self.file.holds


class OpenedLists(Struct, frozen=True):
    """`lists` can be asked, those named in `not_asked` cannot, and people should hear of it."""

    lists: tuple[OpenList, ...]
    not_asked: tuple[str, ...]

    def close(self) -> None:
        """Let all files go."""
        for each in self.lists:
            each.file.close()


def list_file(folder: Path, listed: ReportedList) -> Path:
    """Return where this version of a list lies; each version has a file of its own."""
    return folder / f"{listed.name}-{listed.version}.prints"


def open_lists(folder: Path, lists: Iterable[ReportedList]) -> OpenedLists:
    """Open what an edition names. Never raises for what is wrong with a file."""
    opened, not_asked = [], []
    for listed in lists:
        file = _opened(folder, listed)
        if file is None:
            not_asked.append(listed.name)
        else:
            opened.append(OpenList(listed, file))
    return OpenedLists(tuple(opened), tuple(not_asked))


def _opened(folder: Path, listed: ReportedList) -> FingerprintFile | None:
    try:
        file = FingerprintFile.open(list_file(folder, listed))
    except (OSError, DamagedDataError):
        return None
    if (file.entries, file.sha256) != (listed.entries, listed.sha256):
        file.close()
        return None
    return file
