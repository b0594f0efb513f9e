"""Follows a signed repository: what a target must be, on the word of those whose keys we trust."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
)
from tuf.api.metadata import Metadata, Snapshot, TargetFile, Targets, Timestamp
from tuf.ngclient import Updater, UpdaterConfig

from ..feed.repository_layout import (
    DAILY_INDEX,
    DAILY_INDEX_LIMIT,
    DAILY_ROLE,
    METADATA_FOLDER,
    TARGETS_FOLDER,
)
from ..model.errors import DamagedDataError, UserFacingError
from .disk import disk_trouble
from .fetcher import FeedFetcher

_EXPIRED = "feed-expired"
LIMITS = UpdaterConfig(
    max_root_rotations=128,
    max_delegations=8,
    root_max_length=256_000,
    timestamp_max_length=16_384,
    snapshot_max_length=200_000,
    targets_max_length=4_000_000,
)


class SignedWord(Struct, frozen=True):
    """What the publisher's freshest signature says; `daily_version` is 0 without such a role."""

    timestamp_version: int
    targets_version: int
    daily_version: int
    expires: datetime

    @property
    def versions(self) -> tuple[int, int]:
        """What has to be new for anything to be new."""
        return self.targets_version, self.daily_version


class DailyWord(Struct, frozen=True):
    """What the daily role signed, and until when that is good.

    Without `index` it says nothing; `is_late` where that is because its word has expired.
    """

    index: TargetFile | None = None
    until: datetime | None = None
    is_late: bool = False


class RepositoryClient:
    """TUF (specification 1.0) by python-tuf; nothing of signatures or versions is decided here.

    `folder` keeps the metadata seen so far, which is what makes rollback visible. `base` is the
    repository's address, with a slash at its end.
    """

    def __init__(self, folder: Path, root: bytes, fetcher: FeedFetcher, base: str) -> None:
        self._folder = folder
        self._base = base
        with disk_trouble(folder), trust_trouble():
            folder.mkdir(parents=True, exist_ok=True)
            _forget_drafts(folder)
            self._updater = Updater(
                str(folder),
                f"{base}{METADATA_FOLDER}/",
                fetcher=fetcher,
                config=LIMITS,
                bootstrap=root,
            )

    def refresh(self) -> SignedWord:
        """Fetch and verify what is newest; raises UserFacingError."""
        with disk_trouble(self._folder), trust_trouble():
            self._updater.refresh()
            timestamp = Metadata[Timestamp].from_bytes(self._kept("timestamp")).signed
            snapshot = Metadata[Snapshot].from_bytes(self._kept("snapshot")).signed
            targets_version = snapshot.meta["targets.json"].version
            daily = snapshot.meta.get(f"{DAILY_ROLE}.json")
            return SignedWord(
                timestamp.version, targets_version, daily.version if daily else 0, timestamp.expires
            )

    def _kept(self, role: str) -> bytes:
        """Return what tuf has just verified and written down."""
        return (self._folder / f"{role}.json").read_bytes()

    def target(self, name: str) -> TargetFile | None:
        """Return what a target must be, None if the publisher has none of that name."""
        with disk_trouble(self._folder), trust_trouble():
            found = self._updater.get_targetinfo(name)
        if found is not None and "sha256" not in found.hashes:
            raise DamagedDataError("damaged-data", cause=f"no SHA-256 for {name}")
        return found

    def needed_target(self, name: str) -> TargetFile:
        """Do as `target`; DamagedDataError if there is none."""
        found = self.target(name)
        if found is None:
            raise DamagedDataError("damaged-data", cause=f"nobody signed {name}")
        return found

    def daily_word(self) -> DailyWord:
        """Return what the daily role signed.

        Editors are not held up by who signs daily, so that an expired word only goes unheard.
        """
        if not self._has_daily():
            return DailyWord()
        try:
            found = self.target(DAILY_INDEX)
        except UserFacingError as error:
            if error.reference == _EXPIRED:
                return DailyWord(is_late=True)
            raise
        if found is None:
            return DailyWord()
        if found.length > DAILY_INDEX_LIMIT:
            raise UserFacingError("feed-too-large")
        return DailyWord(found, Metadata[Targets].from_bytes(self._kept(DAILY_ROLE)).signed.expires)

    def _has_daily(self) -> bool:
        """Tell whether anything of the role was ever published; delegating comes first."""
        snapshot = Metadata[Snapshot].from_bytes(self._kept("snapshot")).signed
        return f"{DAILY_ROLE}.json" in snapshot.meta

    def address(self, target: TargetFile) -> str:
        """Return where a target lies: its name carries its hash (consistent snapshots)."""
        return f"{self._base}{TARGETS_FOLDER}/{place_of(target)}"


def place_of(target: TargetFile) -> str:
    """Return a target's path in a repository, below the folder of targets."""
    folder, slash, name = target.path.rpartition("/")
    return f"{folder}{slash}{target.hashes['sha256']}.{name}"


@contextmanager
def trust_trouble() -> Iterator[None]:
    """Turn tuf's errors into what a person can do about them."""
    try:
        yield
    except ExpiredMetadataError as error:
        raise UserFacingError(_EXPIRED) from error
    except BadVersionNumberError as error:
        raise UserFacingError("feed-rolled-back", cause=str(error)) from error
    except LengthOrHashMismatchError as error:
        raise DamagedDataError("damaged-data", cause=str(error)[:160]) from error
    except RepositoryError as error:
        raise UserFacingError("feed-bad-signature", cause=str(error)[:160]) from error
    except DownloadHTTPError as error:
        raise UserFacingError("feed-not-there", status=str(error.status_code)) from error
    except DownloadLengthMismatchError as error:
        raise UserFacingError("feed-too-large") from error
    except DownloadError as error:
        raise UserFacingError("feed-unreachable", cause=str(error)[:160]) from error


def _forget_drafts(folder: Path) -> None:
    """Remove what tuf was writing when it was killed: its drafts have names like tmpab12cd34."""
    for draft in folder.glob("tmp*"):
        if draft.is_file():
            draft.unlink(missing_ok=True)
