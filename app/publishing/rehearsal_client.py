"""A client of python-tuf's own that follows a feed from the folder that will be uploaded."""

from pathlib import Path

from tuf.ngclient.updater import Updater

from ..feed.feed_card import FeedCard
from ..feed.repository_layout import METADATA_FOLDER, TARGETS_FOLDER
from ..model.errors import DamagedDataError
from ..sync.feed_names import STICK
from ..sync.folder_fetcher import FolderFetcher


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
            f"{STICK}{METADATA_FOLDER}/",
            str(self._targets),
            f"{STICK}{TARGETS_FOLDER}/",
            fetcher=FolderFetcher(public),
            bootstrap=None if started_before else card.root.encode(),
        )
        self._updater.refresh()

    def has(self, name: str) -> bool:
        """Tell whether the feed names a target so."""
        return self._updater.get_targetinfo(name) is not None

    def target(self, name: str) -> bytes:
        """Return a target's verified bytes; DamagedDataError if the feed names none so."""
        info = self._updater.get_targetinfo(name)
        if info is None:
            raise DamagedDataError("damaged-data", cause=f"{name} is not signed")
        self._targets.mkdir(exist_ok=True)
        return Path(self._updater.download_target(info)).read_bytes()
