"""Takes in a list that others publish: every row becomes a key, or a refusal with its reason."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol, TextIO

from msgspec import Struct

from ..model.errors import UserFacingError
from .fingerprint_heap import FingerprintHeap
from .importers.entry import Entry
from .importers.kinds import ImportKind, read_entries
from .importers.text_lines import Progress, text_lines
from .list_about import read_about
from .list_store import ListStore, ListVersion
from .protected import Refusal

REFUSED = "refused.tsv"
_SHOWN = 200  # characters of a refused row
_SMALLEST_SHARE = 0.5  # of the version before


class Keys(Protocol):
    """Reads a row's text into the key that the program will look up."""

    def key(self, text: str) -> str | Refusal:
        """Return the canonical key, or why there is none."""
        ...


class Source(Struct, frozen=True):
    """A file as it was fetched on `dated`, and the editors' description of it."""

    kind: ImportKind
    file: Path
    about: Path
    dated: date


class ImportReport(Struct, frozen=True):
    """`accepted` counts rows, `version.entries` different ones; `is_new` tells if any changed."""

    name: str
    version: ListVersion
    is_new: bool
    accepted: int
    refused: Mapping[Refusal, int]


class Importing:
    """One import. Nothing of the list changes before every row is read."""

    def __init__(self, keys: Keys, folder: Path, today: date, progress: Progress) -> None:
        self._keys = keys
        self._folder = folder
        self._today = today
        self._progress = progress

    def run(self, source: Source, keep: int, *, may_shrink: bool = False) -> ImportReport:
        """Read the source into a new version of the list.

        Beside the versions lies `refused.tsv`: line, reason and text of every row that was refused.
        Raises UserFacingError for a file of another form, for one that holds nothing, and, unless
        `may_shrink`, for one that lost half of the list: most likely only part of it arrived.
        """
        about = read_about(source.about)
        self._check_day(source.dated, about.lasts_days)
        oldest = self._today - timedelta(days=about.oldest_days) if about.oldest_days else date.min
        heap, refused, accepted = FingerprintHeap(), Counter[Refusal](), 0
        with self._refusals() as stream:
            for entry in self._entries(source):
                is_old = entry.day is not None and entry.day < oldest
                key = Refusal.OUTDATED if is_old else self._keys.key(entry.text)
                if isinstance(key, Refusal):
                    refused[key] += 1
                    _note(stream, entry, key)
                else:
                    accepted += 1
                    heap.add(key)
            fingerprints = heap.ascending(self._progress)
            store = ListStore(self._folder)
            self._check_size(store, len(fingerprints), may_shrink=may_shrink)
            version, is_new = store.add(
                source.about.read_bytes(),
                fingerprints,
                source.dated,
                lasts=about.lasts_days,
                keep=keep,
                progress=self._progress,
            )
        return ImportReport(about.told.name, version, is_new, accepted, refused)

    def _entries(self, source: Source) -> Iterator[Entry]:
        about = read_about(source.about)
        try:
            lines = text_lines(source.file, about.encoding, self._progress)
            yield from read_entries(source.kind, about, lines)
        except OSError as error:
            cause = str(error.strerror or error)
            raise UserFacingError("import-unreadable", cause=cause) from error

    def _check_day(self, dated: date, lasts: int) -> None:
        if not self._today - timedelta(days=lasts) < dated <= self._today:
            raise UserFacingError("import-day", dated=dated.isoformat(), days=str(lasts))

    def _check_size(self, store: ListStore, entries: int, *, may_shrink: bool) -> None:
        if not entries:
            raise UserFacingError("import-empty")
        before = versions[-1].entries if (versions := store.versions()) else 0
        if entries < before * _SMALLEST_SHARE and not may_shrink:
            raise UserFacingError("import-shrunk", before=str(before), now=str(entries))

    @contextmanager
    def _refusals(self) -> Iterator[TextIO]:
        """Give a file for the refusals that takes its place only if all goes well."""
        self._folder.mkdir(parents=True, exist_ok=True)
        beside = self._folder / f"{REFUSED}.{os.getpid()}.new"
        try:
            with beside.open("w", encoding="utf-8", newline="\n") as stream:
                yield stream
            beside.replace(self._folder / REFUSED)
        finally:
            beside.unlink(missing_ok=True)
            with suppress(OSError):
                self._folder.rmdir()  # a list that never came to be


def _note(stream: TextIO, entry: Entry, reason: Refusal) -> None:
    text = "".join(each if each.isprintable() else "\ufffd" for each in entry.text[:_SHOWN])
    stream.write(f"{entry.line}\t{reason}\t{text}\n")
