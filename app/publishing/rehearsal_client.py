"""A client of python-tuf's own that follows a feed from the folder that will be uploaded."""

from collections.abc import Iterator
from pathlib import Path

from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient.fetcher import FetcherInterface
from tuf.ngclient.updater import Updater

from ..feed.feed_card import FeedCard
from ..feed.repository_layout import METADATA_FOLDER, TARGETS_FOLDER
from ..model.errors import DamagedDataError


class FolderFetcher(FetcherInterface):
    """Serves a feed's address from the folder that will be uploaded to it."""

    def __init__(self, base: str, folder: Path) -> None:
        self._base = base
        self._folder = folder.resolve()

    def _fetch(self, url: str) -> Iterator[bytes]:
        path = (self._folder / url.removeprefix(self._base)).resolve()
        if not url.startswith(self._base) or not path.is_relative_to(self._folder):
            raise DownloadHTTPError("outside the feed", 403)
        if not path.is_file():
            raise DownloadHTTPError("not in the feed", 404)
        yield path.read_bytes()


class Follower:
    """Trusts the card's root the first time, and afterwards the last root it verified itself.

    Raises tuf's RepositoryError or DownloadError where a client of people's would stop.
    """

    def __init__(self, card: FeedCard, public: Path, home: Path) -> None:
        metadata = home / "metadata"
        metadata.mkdir(parents=True, exist_ok=True)
        started_before = (metadata / "root.json").is_file()
        self._targets = home / "targets"
        self._updater = Updater(
            str(metadata),
            f"{card.url}{METADATA_FOLDER}/",
            str(self._targets),
            f"{card.url}{TARGETS_FOLDER}/",
            fetcher=FolderFetcher(card.url, public),
            bootstrap=None if started_before else card.root.encode(),
        )
        self._updater.refresh()

    def target(self, name: str) -> bytes:
        """Return a target's verified bytes; DamagedDataError if the feed names none so."""
        info = self._updater.get_targetinfo(name)
        if info is None:
            raise DamagedDataError("damaged-data", cause=f"{name} is not signed")
        self._targets.mkdir(exist_ok=True)
        return Path(self._updater.download_target(info)).read_bytes()
