"""Fetches a target into a folder, goes on where it broke off, and believes it only when whole."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tuf.api.exceptions import DownloadHTTPError, LengthOrHashMismatchError
from tuf.api.metadata import TargetFile

from ..model.errors import DamagedDataError, UserFacingError
from .disk import append, disk_trouble
from .fetcher import FeedFetcher, Opened

_LONGEST_SEAL = 200
_GATHERED = 1 << 20  # bytes between two writes


class TargetStore:
    """Targets by the SHA-256 the publisher signed; a file under its final name was verified once.

    Whoever uses a file verifies it again with `has`: disks forget too.
    """

    def __init__(self, folder: Path, fetcher: FeedFetcher) -> None:
        self._folder = folder
        self._fetcher = fetcher

    def place(self, target: TargetFile) -> Path:
        """Return where the target lies, or will lie."""
        return self._folder / target.hashes["sha256"]

    def has(self, target: TargetFile) -> bool:
        """Tell whether the target is here, whole and unchanged."""
        return is_whole(self.place(target), target)

    def fetch(self, target: TargetFile, address: str, got: Callable[[int], None]) -> None:
        """Fetch the target; `got` is told the bytes there are, at the start and at each piece.

        What was fetched stays when this is broken off, and the next try goes on from there. Raises
        DamagedDataError if the bytes are not what was signed, else UserFacingError.
        """
        with disk_trouble(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            part, seal = self._part(target)
            resumed = part.stat().st_size if part.exists() else 0
            if resumed > target.length:
                resumed = 0
            self._load(target, address, resumed, got)
            if resumed and not is_whole(part, target):
                self._load(target, address, 0, got)  # the old beginning was bad
            seal.unlink(missing_ok=True)
            if not is_whole(part, target):
                part.unlink()
                raise DamagedDataError(
                    "damaged-data", cause=f"{target.path} is not what was signed"
                )
            part.replace(self.place(target))

    def sweep(self, wanted: tuple[TargetFile, ...]) -> None:
        """Remove every file that belongs to none of the wanted targets."""
        kept = {path.name for each in wanted for path in (self.place(each), *self._part(each))}
        with suppress(OSError):
            for file in self._folder.iterdir():
                if file.name not in kept:
                    file.unlink()

    def _part(self, target: TargetFile) -> tuple[Path, Path]:
        name = target.hashes["sha256"]
        return self._folder / f"{name}.part", self._folder / f"{name}.seal"

    def _load(
        self, target: TargetFile, address: str, resumed: int, got: Callable[[int], None]
    ) -> None:
        part, seal = self._part(target)
        if resumed == target.length and part.exists():
            return
        known = _read_seal(seal) if resumed else ""
        try:
            opened = self._fetcher.open(address, resumed if known else 0, known)
        except DownloadHTTPError as error:
            raise UserFacingError("feed-not-there", status=str(error.status_code)) from error
        if not opened.start:
            part.unlink(missing_ok=True)
            part.touch()
            seal.write_text(opened.seal[:_LONGEST_SEAL], encoding="utf-8")
        self._take(target, opened, part, got)

    def _take(
        self, target: TargetFile, opened: Opened, part: Path, got: Callable[[int], None]
    ) -> None:
        there, held = opened.start, bytearray()
        got(there)
        try:
            for chunk in opened.chunks:
                if there + len(held) + len(chunk) > target.length:
                    part.unlink(missing_ok=True)
                    held.clear()
                    raise UserFacingError("feed-too-large")
                held += chunk
                if len(held) >= _GATHERED:
                    append(part, held)
                    there += len(held)
                    held.clear()
                got(there + len(held))
        finally:
            if held:
                append(part, held)


def _read_seal(seal: Path) -> str:
    try:
        return seal.read_text(encoding="utf-8")[:_LONGEST_SEAL]
    except (OSError, UnicodeDecodeError):
        return ""


def is_whole(file: Path, target: TargetFile) -> bool:
    """Tell whether the file is there and is what was signed."""
    try:
        with file.open("rb") as stream:
            target.verify_length_and_hashes(stream)
    except (OSError, LengthOrHashMismatchError):
        return False
    return True
