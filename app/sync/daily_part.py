"""Takes up the lists that the daily role signed, and leaves out what it may not say."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from tuf.api.metadata import TargetFile

from ..feed.daily_index_codec import OverlongListError, read_daily_index, with_daily
from ..feed.feed_index_codec import read_index
from ..model.errors import DamagedDataError, UserFacingError
from ..model.feed_index import FeedIndex
from ..model.sync_report import NoteKind, SyncNote
from .installing import DeltaMismatchError
from .repository_client import DailyWord

REFUSED = "feed-refused"
DAILY_EXPIRED = SyncNote(NoteKind.DAILY_EXPIRED, "")


class SignedIndexes(Struct, frozen=True):
    """The editors' index and what the daily role signed: verified, not yet read.

    `today` is the day they are taken up.
    """

    index: TargetFile
    today: date
    daily: DailyWord

    @property
    def targets(self) -> tuple[TargetFile, ...]:
        """Both."""
        return (self.index, self.daily.index) if self.daily.index else (self.index,)

    @property
    def with_and_without_daily(self) -> "tuple[SignedIndexes, ...]":
        """What can be tried, the most first."""
        return (self, replace(self, daily=DailyWord())) if self.daily.index else (self,)

    @property
    def remarks(self) -> tuple[SyncNote, ...]:
        """What is to be told of an edition that is made of them."""
        return (DAILY_EXPIRED,) if self.daily.is_late else ()

    def read(self, place: Callable[[TargetFile], Path]) -> FeedIndex:
        """Return what the indexes offer together; `place` tells where a verified target lies.

        Raises DamagedDataError for one that cannot be read, or a daily one that says what it may
        not.
        """
        index = read_index(place(self.index).read_bytes())
        daily = self.daily.index
        if daily is None:
            return index
        return with_daily(index, read_daily_index(place(daily).read_bytes()), self.today)


class UnusableError(Exception):
    """What was signed, and came as it was signed, makes no edition; `trouble` tells why."""

    def __init__(self, trouble: UserFacingError) -> None:
        super().__init__(trouble.reference)
        self.trouble = trouble


@contextmanager
def no_use() -> Iterator[None]:
    """Raise UnusableError for what is damaged or refused; a delta that fails has another way."""
    try:
        yield
    except DeltaMismatchError:
        raise
    except UserFacingError as error:
        if isinstance(error, DamagedDataError) or error.reference == REFUSED:
            raise UnusableError(error) from error
        raise


def left_out(trouble: UserFacingError) -> SyncNote:
    """Return the remark that the daily lists were left out."""
    if isinstance(trouble, OverlongListError):
        return SyncNote(NoteKind.DAILY_TOO_LONG, trouble.values["name"], trouble.values["day"])
    return SyncNote(NoteKind.DAILY_REFUSED, "", trouble.values.get("cause", "")[:160])
