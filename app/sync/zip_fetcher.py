"""Reads a feed from a zip file, entry by entry and without unpacking it."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from tuf.api.exceptions import DownloadHTTPError

from ..model.errors import UserFacingError
from .feed_names import STICK, name_below
from .fetcher import FeedFetcher, Opened

_CHUNK = 1 << 18
_MOST_ENTRIES = 5000
_LARGEST_DIRECTORY = 2_000_000  # bytes of the zip's own table of contents
_END = struct.Struct("<4s4H2LH")  # end of central directory record, APPNOTE 6.3 section 4.3.16
_TIMESTAMP = "metadata/timestamp.json"
# What else there is (bzip2, LZMA) unfolds a block at once, however large it comes out.
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError)


class ZipFetcher(FeedFetcher):
    """Serves STICK addresses from a zip of the repository, or of the folder that holds it.

    A zip with a name that leads out of it, with a link, with one name twice or with too many
    entries is refused as a whole. Entries are read in pieces, so callers' limits bound them.
    """

    def __init__(self, file: Path) -> None:
        self._name = file.name
        try:
            self._file = file.open("rb")  # our own: a reader given up half-way would keep zipfile's
        except OSError as error:
            raise UserFacingError("feed-unreadable", cause=str(error.strerror or error)) from error
        try:
            _refuse_large_directory(self._file)
            self._zip = zipfile.ZipFile(self._file)
            self._entries = _checked_entries(self._zip)
        except (*_BROKEN, OSError) as error:
            self._file.close()
            raise UserFacingError("feed-bad-zip", name=file.name, cause=str(error)) from error
        inside = min((n for n in self._entries if _is_timestamp(n)), key=len, default=None)
        if inside is None:
            self.close()
            raise UserFacingError("feed-not-here", name=file.name)
        self._prefix = inside.removesuffix(_TIMESTAMP)

    def open(self, url: str, start: int = 0, seal: str = "") -> Opened:  # noqa: ARG002 -- nothing is resumed
        name = name_below(STICK, url)
        entry = self._entries.get(f"{self._prefix}{name}") if name else None
        if entry is None:
            raise DownloadHTTPError("not in this zip", 404)
        return Opened(self._chunks(entry))

    def close(self) -> None:
        self._zip.close()
        self._file.close()

    def _chunks(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        try:
            with self._zip.open(entry) as file:
                while chunk := file.read(_CHUNK):
                    yield chunk
        except (*_BROKEN, OSError) as error:
            raise UserFacingError("feed-bad-zip", name=self._name, cause=str(error)) from error


def _is_timestamp(name: str) -> bool:
    return name == _TIMESTAMP or name.endswith(f"/{_TIMESTAMP}")


def _leads_out(name: str) -> bool:
    """Tell whether a name is no plain relative path; its folders may be called anything."""
    odd = "\\" in name or ":" in name or not name.isprintable()
    return odd or any(part in ("", ".", "..") for part in name.split("/"))


def _refuse_large_directory(stream: BinaryIO) -> None:
    """Look at the zip's end before zipfile reads its whole table of contents into memory."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _END.size - 0xFFFF))
    tail = stream.read()
    place = tail.rfind(b"PK\x05\x06")
    if place < 0 or len(tail) - place < _END.size:
        raise zipfile.BadZipFile("no zip file")
    _, _, _, _, entries, directory, _, _ = _END.unpack_from(tail, place)
    if entries > _MOST_ENTRIES or directory > _LARGEST_DIRECTORY:
        raise zipfile.BadZipFile("too many entries")


def _checked_entries(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    entries: dict[str, zipfile.ZipInfo] = {}
    for entry in archive.infolist():
        name = entry.filename.removesuffix("/")
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise ValueError(f"a link or a device: {name[:80]!r}")
        if _leads_out(name) or entry.orig_filename != entry.filename:
            raise ValueError(f"a name that leads out: {name[:80]!r}")
        if name in entries:
            raise ValueError(f"one name twice: {name[:80]!r}")
        if entry.compress_type not in _METHODS or entry.flag_bits & 1:
            raise ValueError(f"packed in a way we do not read: {name[:80]!r}")
        if not entry.is_dir():
            entries[name] = entry
    return entries
