"""What every way to a feed offers: metadata for TUF, and targets from any byte on."""

from abc import abstractmethod
from collections.abc import Iterator

from msgspec import Struct
from tuf.ngclient.fetcher import FetcherInterface


class Opened(Struct, frozen=True):
    """Bytes of a file from `start` on. `seal` (an ETag) tells whether it is still the same file."""

    chunks: Iterator[bytes]
    start: int = 0
    seal: str = ""


class FeedFetcher(FetcherInterface):
    """One way to a feed.

    Raises UserFacingError for trouble a person can do something about, and tuf's DownloadHTTPError
    with status 404 for a file that is not there. Lengths are bounded by callers, who stop reading.
    """

    @abstractmethod
    def open(self, url: str, start: int = 0, seal: str = "") -> Opened:
        """Open a file, from byte `start` on if this way can do that and the file is the same."""

    def _fetch(self, url: str) -> Iterator[bytes]:
        return self.open(url).chunks

    def fetch(self, url: str) -> Iterator[bytes]:
        """Do as `open`; unlike the inherited one it does not wrap our errors."""
        return self._fetch(url)

    def close(self) -> None:
        """Let go of connections and files."""
