"""Reads a feed from a folder, such as a stick."""

import stat
from collections.abc import Iterator
from pathlib import Path

from tuf.api.exceptions import DownloadHTTPError

from ..model.errors import UserFacingError
from .feed_names import STICK, name_below
from .fetcher import FeedFetcher, Opened

_CHUNK = 1 << 18


class FolderFetcher(FeedFetcher):
    """Serves STICK addresses from the folder that holds `metadata/` and `targets/`.

    Links, pipes and devices are treated as absent: opening them could lead out of the folder, or
    never end.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        if not self._is_plain("metadata/timestamp.json"):
            raise UserFacingError("feed-not-here", name=folder.name)

    def open(self, url: str, start: int = 0, seal: str = "") -> Opened:  # noqa: ARG002 -- nothing is resumed
        name = name_below(STICK, url)
        if name is None or not self._is_plain(name):
            raise DownloadHTTPError("not in this folder", 404)
        return Opened(_chunks(self._folder / name))

    def _is_plain(self, name: str) -> bool:
        path = self._folder
        try:
            for part in name.split("/"):
                path /= part
                mode = path.lstat().st_mode
                if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
                    return False
        except OSError:
            return False
        return stat.S_ISREG(mode)


def _chunks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise UserFacingError("feed-unreadable", cause=str(error.strerror or error)) from error
