"""An edition on disk: the tables and lists of one feed, laid out as the program reads them."""

import shutil
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path

from msgspec import Struct

from ..feed.feed_index_codec import read_index
from ..feed.tables_digest import tables_digest
from ..host.clock import MAINLAND
from ..lists.list_files import OpenList, list_file, open_lists
from ..model.errors import DamagedDataError
from ..model.feed_index import FeedIndex, ReportedList
from ..model.freshness import SignedTerm
from ..model.sync_report import FeedState, StateTrouble
from .feed_state import BrokenStateError, read_state

EDITIONS = "editions"
DRAFT_SUFFIX = ".new"
INDEX_FILE = "index.json"
DIGEST_FILE = "tables.sha256"
LISTS_FOLDER = "fingerprints"


class Edition(Struct, frozen=True):
    """`folder` holds register/, lists/, patterns/, advice/ and i18n/ like the resources do."""

    folder: Path
    state: FeedState

    @property
    def words(self) -> Path:
        """The words laid over the program's own."""
        return self.folder / "i18n"

    @property
    def term(self) -> SignedTerm:
        """Until when the publisher vouches, in mainland days."""
        state = self.state
        return SignedTerm(
            state.verified_at.astimezone(MAINLAND).date(), state.expires.astimezone(MAINLAND).date()
        )


class Standing(Struct, frozen=True):
    """What the start finds: an edition to use, or why there is none although one was fetched."""

    edition: Edition | None = None
    state: FeedState | None = None
    trouble: StateTrouble | None = None


def find_edition(feed_folder: Path, built_in_as_of: date) -> Standing:
    """Read the pointer and nothing else; whatever is wrong with it leaves the built-in tables."""
    try:
        state = read_state(feed_folder)
    except BrokenStateError:
        return Standing(trouble=StateTrouble.POINTER_BROKEN)
    if state is None:
        return Standing()
    folder = feed_folder / EDITIONS / state.edition
    if not (folder / INDEX_FILE).is_file():
        return Standing(state=state, trouble=StateTrouble.EDITION_MISSING)
    if state.as_of < built_in_as_of:
        return Standing(state=state, trouble=StateTrouble.BUILT_IN_NEWER)
    return Standing(Edition(folder, state), state)


def edition_on_trial(folder: Path, released_on: date) -> Edition:
    """Return the edition in `folder` as if it had been signed on its own day, or the program's."""
    as_of = index_of(folder).as_of
    noon = datetime.combine(max(as_of, released_on), time(12), MAINLAND)
    state = FeedState(folder.name, "", "", as_of, 0, 0, verified_at=noon, expires=noon)
    return Edition(folder, state)


def sweep_editions(feed_folder: Path, keep: tuple[str, ...]) -> None:
    """Remove every edition but `keep`, and what killed runs left; what is in use stays for now."""
    for folder in _editions(feed_folder):
        if folder.name not in keep:
            shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):
        for draft in feed_folder.glob("*.new"):
            draft.unlink()


def _editions(feed_folder: Path) -> list[Path]:
    try:
        return list((feed_folder / EDITIONS).iterdir())
    except OSError:
        return []


def installed_list(folder: Path, listed: ReportedList) -> Path:
    """Return where an edition in `folder` keeps a list's fingerprints."""
    return list_file(folder / LISTS_FOLDER, listed)


def open_whole_lists(folder: Path) -> tuple[OpenList, ...]:
    """Open every list of the edition; DamagedDataError if one is missing or damaged."""
    opened = open_lists(folder / LISTS_FOLDER, index_of(folder).lists)
    if opened.not_asked:
        opened.close()
        raise DamagedDataError("damaged-data", cause=opened.not_asked[0])
    return opened.lists


def expect_whole_tables(folder: Path) -> None:
    """Raise DamagedDataError or OSError if the tables are not those that were installed."""
    if (folder / DIGEST_FILE).read_text(encoding="ascii") != tables_digest(folder):
        raise DamagedDataError("damaged-data", cause="changed since installed")


def index_of(folder: Path) -> FeedIndex:
    """Return what the edition in `folder` was made from; raises OSError or DamagedDataError."""
    return read_index((folder / INDEX_FILE).read_bytes())
