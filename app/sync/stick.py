"""Carries a feed on: the verified repository as a folder that another computer can follow."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tuf.api.metadata import Metadata, TargetFile

from ..feed.feed_card import EXTENSION, FeedCard, write_card
from ..feed.repository_layout import (
    DAILY_ROLE,
    INDEX_TARGET,
    METADATA_FOLDER,
    TARGETS_FOLDER,
)
from ..model.errors import DamagedDataError, UserFacingError
from ..model.sync_report import SyncPhase
from .daily_part import SignedIndexes
from .disk import disk_trouble, settle_tree
from .download import TargetStore, is_whole
from .feed_folder import metadata_folder
from .feed_lock import feed_lock
from .feed_names import STICK
from .fetcher import FeedFetcher
from .folder_fetcher import FolderFetcher
from .planning import full_wire
from .repository_client import RepositoryClient, place_of
from .sync_ground import SyncGround
from .syncing import TARGETS
from .watching import SyncWatcher
from .zip_fetcher import ZipFetcher

CARD_ON_STICK = f"mingbian{EXTENSION}"
_OURS = re.compile(r"[0-9a-f]{64}\.")


def stick_fetcher(place: Path) -> FolderFetcher | ZipFetcher:
    """Return the way to a feed in a folder or a zip; raises UserFacingError if there is none.

    A person points at the stick itself: the feed may lie in a folder of it, or in its only zip.
    """
    if not place.is_dir():
        return ZipFetcher(place)
    for folder in (place, *_folders_in(place)):
        if (folder / METADATA_FOLDER / "timestamp.json").is_file():
            return FolderFetcher(folder)
    archives = [each for each in place.glob("*.zip") if each.is_file()]
    return ZipFetcher(archives[0]) if len(archives) == 1 else FolderFetcher(place)


def _folders_in(place: Path) -> list[Path]:
    return sorted(each for each in place.iterdir() if each.is_dir() and not each.is_symlink())


def make_stick(
    ground: SyncGround, card: FeedCard, fetcher: FeedFetcher, folder: Path, watcher: SyncWatcher
) -> int:
    """Write the repository as it was last verified into `folder`, and return its targets' bytes.

    Everything is checked again, as the client of the next computer will do it. A list that is not
    at hand as a whole (it came as a delta) is fetched. Raises UserFacingError, SyncCancelledError.
    """
    with feed_lock(ground.feed_folder), tempfile.TemporaryDirectory() as scratch:
        kept = metadata_folder(ground.feed_folder, card)
        if not (kept / "timestamp.json").is_file():
            raise UserFacingError("feed-never-synced")
        repository = Path(scratch, "repository")
        with disk_trouble(repository):
            _collect_metadata(kept, repository / METADATA_FOLDER)
        client = _client(Path(scratch, "client"), repository, card)
        store = TargetStore(ground.feed_folder / TARGETS, fetcher)
        targets = _at_hand(client, store, card, watcher, ground.clock.today())
        with disk_trouble(folder):
            _write(repository, store, targets, folder, watcher)
            (folder / CARD_ON_STICK).write_bytes(write_card(card))
            settle_tree(folder / METADATA_FOLDER)
            settle_tree(folder / TARGETS_FOLDER)
        _prove(_client(Path(scratch, "next"), folder, card), targets, folder)
        return sum(each.length for each in targets)


def _collect_metadata(kept: Path, metadata: Path) -> None:
    """Give the metadata the names they have in a repository, the whole chain of roots included."""
    shutil.copytree(kept / "root_history", metadata)
    roles = ["snapshot", "targets"]
    if (kept / f"{DAILY_ROLE}.json").is_file():
        roles.append(DAILY_ROLE)
    for role in roles:
        data = (kept / f"{role}.json").read_bytes()
        version = Metadata.from_bytes(data).signed.version
        (metadata / f"{version}.{role}.json").write_bytes(data)
    shutil.copy(kept / "timestamp.json", metadata)


def _client(scratch: Path, repository: Path, card: FeedCard) -> RepositoryClient:
    client = RepositoryClient(scratch, card.root.encode(), FolderFetcher(repository), STICK)
    client.refresh()
    return client


def _at_hand(
    client: RepositoryClient, store: TargetStore, card: FeedCard, watcher: SyncWatcher, today: date
) -> tuple[TargetFile, ...]:
    """Return everything a first sync asks for today, and see to it that it lies in the store."""
    indexes = SignedIndexes(client.needed_target(INDEX_TARGET), today, client.daily_word())
    for index in indexes.targets:
        _fetch(store, index, card, watcher)
    targets = _named(client, store, indexes)
    for target in targets:
        _fetch(store, target, card, watcher)
    return targets


def _named(
    client: RepositoryClient, store: TargetStore, indexes: SignedIndexes
) -> tuple[TargetFile, ...]:
    """Return the indexes and all they name; a daily one that no program may take goes alone."""
    for tried in indexes.with_and_without_daily:
        try:
            parsed = tried.read(store.place)
            return (
                *indexes.targets,
                *(client.needed_target(name) for name in parsed.tables),
                *(full_wire(each, client) for each in parsed.lists),
            )
        except DamagedDataError:
            if tried.daily.index is None:
                raise
    raise AssertionError  # the last is without one


def _fetch(store: TargetStore, target: TargetFile, card: FeedCard, watcher: SyncWatcher) -> None:
    if store.has(target):
        return

    def got(there: int) -> None:
        watcher.tell(SyncPhase.FETCHING, there, target.length)

    store.fetch(target, f"{card.url}{TARGETS_FOLDER}/{place_of(target)}", got)


def _write(
    repository: Path,
    store: TargetStore,
    targets: tuple[TargetFile, ...],
    folder: Path,
    watcher: SyncWatcher,
) -> None:
    """Targets first, the timestamp last: a stick pulled out early still holds what it held."""
    total, done = sum(each.length for each in targets), 0
    places = {folder / TARGETS_FOLDER / place_of(each): each for each in targets}
    for place, target in places.items():
        watcher.tell(SyncPhase.COPYING, done, total)
        _copy(store.place(target), place)
        done += target.length
    watcher.tell(SyncPhase.COPYING, total, total)
    metadata = sorted((repository / METADATA_FOLDER).iterdir())
    for file in sorted(metadata, key=lambda each: each.name == "timestamp.json"):
        _copy(file, folder / METADATA_FOLDER / file.name)
    for old in _older_targets(folder / TARGETS_FOLDER):
        if old not in places:
            old.unlink()


def _copy(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f"{place.name}.part")
    try:
        shutil.copyfile(source, beside)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)


def _older_targets(folder: Path) -> Iterator[Path]:
    """Yield the files of a feed, those of earlier sticks included; nobody else's are touched."""
    yield from (each for each in folder.rglob("*") if _OURS.match(each.name) and each.is_file())


def _prove(client: RepositoryClient, targets: tuple[TargetFile, ...], folder: Path) -> None:
    """Read the stick back as the next computer will."""
    for target in targets:
        client.needed_target(target.path)
        if not is_whole(folder / TARGETS_FOLDER / place_of(target), target):
            raise UserFacingError("feed-stick-bad", folder=str(folder))
