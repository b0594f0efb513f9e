"""`rehearse`: real clients follow what is about to be uploaded, and judge golden messages by it."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tuf.api.exceptions import DownloadError, RepositoryError

from ..feed.feed_card import FeedCard
from ..feed.feed_index_codec import read_index
from ..feed.golden_messages import read_golden
from ..feed.repository_layout import INDEX_TARGET, TABLE_FOLDERS, tables_target
from ..feed.tables_pack import unpack_tables
from ..lists.fingerprints import sorted_digest
from ..lists.list_delta import apply_delta
from ..lists.list_wire import decode_full
from ..model.errors import DamagedDataError, UserFacingError
from ..model.feed_index import ReportedList
from .composing import compose
from .linting import Linting, Program, golden_faults
from .list_store import ListStore
from .rehearsal_client import Follower
from .workspace import Workspace


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What the clients took and found in order."""

    tables: int
    lists: int
    steps: int
    golden: int


class Rehearsal:
    """Lets a client with nothing but the card, and one that followed all along, take the feed."""

    def __init__(self, workspace: Workspace, linting: Linting, program: Program) -> None:
        self._workspace = workspace
        self._linting = linting
        self._program = program

    def run(self, card: FeedCard) -> Rehearsed:
        """Return what the clients saw; UserFacingError if one of them would stumble."""
        try:
            self._follow_on(card)
            with tempfile.TemporaryDirectory() as name:
                return self._follow_anew(card, Path(name))
        except DamagedDataError as error:
            raise UserFacingError("rehearsal-failed", cause=error.values["cause"]) from error
        except (RepositoryError, DownloadError) as error:
            cause = f"{type(error).__name__}: {error}"
            raise UserFacingError("rehearsal-failed", cause=cause) from error

    def _follow_on(self, card: FeedCard) -> None:
        """Let the client of former rehearsals take one step more; it stays put if it fails."""
        home = self._workspace.follower
        with tempfile.TemporaryDirectory() as name:
            trial = Path(name) / "home"
            if home.is_dir():
                shutil.copytree(home, trial, symlinks=True)
            Follower(card, self._workspace.public, trial)
            shutil.rmtree(home, ignore_errors=True)
            shutil.copytree(trial, home, symlinks=True)

    def _follow_anew(self, card: FeedCard, folder: Path) -> Rehearsed:
        client = Follower(card, self._workspace.public, folder / "home")
        index = read_index(client.target(INDEX_TARGET))
        tables: dict[str, str] = {}
        for each in TABLE_FOLDERS:
            tables |= unpack_tables(each, client.target(tables_target(each)))
        steps = sum(self._check_list(client, each) for each in index.lists)
        composed = compose(self._program.resources, tables, folder / "resources")
        golden = self._linting.golden_file
        for fault in golden_faults(golden, self._program.judge_over(composed)):
            raise UserFacingError("rehearsal-failed", cause=f"{fault.row}: {fault.detail}")
        return Rehearsed(len(tables), len(index.lists), steps, len(read_golden(golden)))

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
