"""Keeps the versions of an imported list: sorted fingerprints, and a table of what they are."""

from array import array
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct

from ..feed.table_rows import Naming, Row, read_table
from ..lists.buckets import sorted_digest
from ..lists.list_wire import decode_full, encode_full
from ..model.errors import DamagedDataError
from .importers.text_lines import Progress
from .list_about import ListAbout, read_about
from .workspace import write_at_once

ABOUT = "about.toml"
_VERSIONS = "versions.toml"


class ListVersion(Struct, frozen=True):
    """One import. `dated` is the day of the source's data; `sha256` as in a ReportedList."""

    number: int
    entries: int
    sha256: str
    dated: date
    expires: date


class ListStore:
    """The folder of one list. A version is there once its table names it; else it never was."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def about(self) -> ListAbout:
        """Return what the editors say of it; raises InvalidTableError."""
        return read_about(self._folder / ABOUT)

    def versions(self) -> tuple[ListVersion, ...]:
        """Return the versions kept, oldest first; raises InvalidTableError."""
        file = self._folder / _VERSIONS
        if not file.is_file():
            return ()
        with Naming(file.name, "version"):
            return tuple(map(_version, read_table(file)["version"]))

    def full(self, version: ListVersion) -> bytes:
        """Return a version as it is published; raises OSError."""
        return self._file(version.number).read_bytes()

    def fingerprints(self, version: ListVersion) -> "array[int]":
        """Return a version's fingerprints; DamagedDataError if they are not what they were."""
        found = decode_full(self.full(version), version.entries)
        if sorted_digest(found) != version.sha256:
            raise DamagedDataError("damaged-data", cause=self._file(version.number).name)
        return found

    def add(
        self,
        about: bytes,
        fingerprints: "array[int]",
        dated: date,
        *,
        lasts: int,
        keep: int,
        progress: Progress = lambda *_: None,
    ) -> tuple[ListVersion, bool]:
        """Keep a new version, unless nothing changed but its date; tell whether it is new.

        Older ones beyond `keep` go. Raises OSError, and then all is as it was.
        """
        versions = self.versions()
        digest = sorted_digest(fingerprints)
        last = versions[-1] if versions else None
        is_new = last is None or last.sha256 != digest
        number = (last.number if last else 0) + is_new
        version = ListVersion(
            number, len(fingerprints), digest, dated, dated + timedelta(days=lasts)
        )
        if is_new:
            packed = encode_full(fingerprints, lambda share: progress(int(100 * share), 100))
            write_at_once(self._file(number), packed)
        kept = (*(each for each in versions if each.number != number), version)[-keep:]
        write_at_once(self._folder / ABOUT, about)
        write_at_once(self._folder / _VERSIONS, _table(kept))
        for each in versions:
            if each.number < kept[0].number:
                self._file(each.number).unlink(missing_ok=True)
        return version, is_new

    def _file(self, number: int) -> Path:
        return self._folder / f"{number}.full.zst"


def _version(row: Row) -> ListVersion:
    return ListVersion(row["number"], row["entries"], row["sha256"], row["dated"], row["expires"])


def _table(versions: tuple[ListVersion, ...]) -> bytes:
    return "\n".join(
        "[[version]]\n"
        f"number = {each.number}\n"
        f"entries = {each.entries}\n"
        f'sha256 = "{each.sha256}"\n'
        f"dated = {each.dated.isoformat()}\n"
        f"expires = {each.expires.isoformat()}\n"
        for each in versions
    ).encode()
