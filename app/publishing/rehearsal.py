"""`rehearse`: real clients follow what is about to be uploaded, and judge golden messages by it."""

import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from tuf.api.exceptions import DownloadError, RepositoryError

from ..feed.daily_index_codec import read_daily_index, with_daily
from ..feed.feed_card import FeedCard, write_card
from ..feed.feed_index_codec import read_index
from ..feed.golden_messages import read_golden
from ..feed.repository_layout import (
    DAILY_INDEX,
    DAILY_ROLE,
    INDEX_TARGET,
    TABLE_FOLDERS,
    tables_target,
)
from ..feed.tables_pack import unpack_tables
from ..host.clock import FixedClock
from ..lists.buckets import sorted_digest
from ..lists.list_delta import apply_delta
from ..lists.list_wire import decode_full
from ..model.errors import DamagedDataError, UserFacingError
from ..model.feed_index import FeedIndex, ReportedList
from ..sync.feed_folder import keep_card, kept_card
from ..sync.feed_names import STICK
from ..sync.folder_fetcher import FolderFetcher
from ..sync.sync_ground import SyncGround
from ..sync.syncing import Sync
from ..sync.watching import SyncWatcher
from .composing import compose
from .linting import Linting, Program, golden_faults
from .list_store import ListStore
from .metadata_store import MetadataStore
from .rehearsal_client import Follower
from .workspace import Workspace


class Rehearsed(Struct, frozen=True):
    """What the clients took and found in order."""

    tables: int
    lists: int
    steps: int
    golden: int


class Rehearsal:
    """Lets a client with nothing but the card, and one that followed all along, take the feed.

    Before that python-tuf's own client looks at every list and every step, more than one person's
    program would need.
    """

    def __init__(
        self, workspace: Workspace, linting: Linting, program: Program, now: datetime
    ) -> None:
        self._workspace = workspace
        self._linting = linting
        self._program = program
        self._clock = FixedClock(now)

    def run(self, card: FeedCard) -> Rehearsed:
        """Return what the clients saw; UserFacingError if one of them would stumble."""
        try:
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                seen = self._look_at_all(card, folder)
                self._sync(card, folder / "new")
                self._follow_on(card, folder / "returning")
                return seen
        except UserFacingError as error:
            cause = " ".join((error.reference, *error.values.values()))
            raise UserFacingError("rehearsal-failed", cause=cause) from error
        except (RepositoryError, DownloadError) as error:
            cause = f"{type(error).__name__}: {error}"
            raise UserFacingError("rehearsal-failed", cause=cause) from error

    def _follow_on(self, card: FeedCard, home: Path) -> None:
        """Let the client of former rehearsals follow; it stays where it was if it stumbles.

        It still has the card it began with, however many roots ago that was.
        """
        kept = self._workspace.follower
        if kept.is_dir():
            shutil.copytree(kept, home, symlinks=True)
        first = kept_card(home, home)
        if first is None:
            home.mkdir(parents=True, exist_ok=True)
            keep_card(home, write_card(card))
        self._sync(first or card, home)
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(home, kept, symlinks=True)

    def _sync(self, card: FeedCard, home: Path) -> None:
        """Let the very client that people have install the edition."""
        home.mkdir(parents=True, exist_ok=True)
        program = self._program
        ground = SyncGround(home, program.resources, program.trial, self._clock)
        Sync(ground, card, FolderFetcher(self._workspace.public), STICK, SyncWatcher()).run()

    def _look_at_all(self, card: FeedCard, folder: Path) -> Rehearsed:
        client = Follower(card, self._workspace.public, folder / "home")
        index = read_index(client.target(INDEX_TARGET))
        tables: dict[str, str] = {}
        for each in TABLE_FOLDERS:
            tables |= unpack_tables(each, client.target(tables_target(each)))
        index = self._with_daily(client, index)
        steps = sum(self._check_list(client, each) for each in index.lists)
        composed = compose(self._program.resources, tables, folder / "resources")
        golden = self._linting.golden_file
        for fault in golden_faults(golden, self._program.judge_over(composed)):
            raise DamagedDataError("damaged-data", cause=f"{fault.row}: {fault.detail}")
        return Rehearsed(len(tables), len(index.lists), steps, len(read_golden(golden)))

    def _with_daily(self, client: Follower, index: FeedIndex) -> FeedIndex:
        """Add the daily lists; DamagedDataError for what people's programs would leave out."""
        snapshot = MetadataStore(self._workspace).snapshot()
        if snapshot is None or f"{DAILY_ROLE}.json" not in snapshot.signed.meta:
            return index
        if not client.has(DAILY_INDEX):
            return index  # the role was taken away
        lists = read_daily_index(client.target(DAILY_INDEX))
        return with_daily(index, lists, self._clock.today())

    def _check_list(self, client: Follower, listed: ReportedList) -> int:
        """Take the whole list, then every step of it whose start is kept; return their number."""
        found = sorted_digest(decode_full(client.target(listed.full_target), listed.entries))
        _expect(listed.name, found, listed.sha256)
        store = ListStore(self._workspace.lists / listed.name)
        known = {each.number: each for each in store.versions()}
        steps = [
            (known[each.from_version], known[each.to_version], each.target)
            for each in listed.deltas
            if {each.from_version, each.to_version} <= known.keys()
        ]
        for start, end, target in steps:
            after = apply_delta(store.fingerprints(start), client.target(target), end.entries)
            _expect(target, sorted_digest(after), end.sha256)
        return len(steps)


def _expect(what: str, found: str, wanted: str) -> None:
    if found != wanted:
        raise DamagedDataError("damaged-data", cause=f"{what} leads to another list")
