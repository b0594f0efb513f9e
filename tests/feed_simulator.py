"""A signed feed in a folder, made with tuf's own API, and a desk that follows it."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import (
    Metadata,
    MetaFile,
    Root,
    Signed,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization.json import JSONSerializer

from app.feed.feed_card import FeedCard
from app.feed.feed_index_codec import write_index
from app.feed.repository_layout import (
    SCHEMA,
    TABLE_FOLDERS,
    delta_target,
    full_target,
    index_target,
    tables_target,
)
from app.feed.tables_pack import pack_tables, tables_of
from app.host.clock import Clock, SystemClock
from app.lists.buckets import sorted_digest
from app.lists.fingerprints import fingerprint
from app.lists.list_delta import encode_delta
from app.lists.list_wire import encode_full
from app.model.feed_index import DailyTerms, FeedIndex, ListDelta, ListKind, ReportedList
from app.model.language import LocalizedText
from app.model.program_note import ProgramNote
from app.model.source_note import SourceClass, SourceNote
from app.model.sync_report import SyncOutcome
from app.sync.edition import Edition, Standing, find_edition
from app.sync.feed_names import STICK
from app.sync.fetcher import FeedFetcher
from app.sync.folder_fetcher import FolderFetcher
from app.sync.sync_ground import SyncGround
from app.sync.syncing import Sync
from app.sync.watching import SyncWatcher
from tests.shipped import RESOURCES
from tests.small_tables import change, write_tables

KEYS = {"root": 3, "targets": 2, "snapshot": 1, "timestamp": 1}
THRESHOLDS = {"root": 2, "targets": 2, "snapshot": 1, "timestamp": 1}
DAYS = {"root": 365, "targets": 90, "snapshot": 14, "timestamp": 3}
FIRST_DAY = date(2026, 11, 22)


def signers(count: int) -> list[CryptoSigner]:
    return [CryptoSigner.generate_ed25519() for _ in range(count)]


def in_days(days: float) -> datetime:
    return (datetime.now(UTC) + timedelta(days=days)).replace(microsecond=0)


def small_feed_tables(folder: Path, as_of: date = FIRST_DAY) -> Path:
    """Write a small bank's tables, with the advice and the words that ship, and return `folder`."""
    write_tables(folder)
    release = folder / "register" / "release.toml"
    change(release, "2026-11-22", as_of.isoformat())
    shutil.copytree(RESOURCES / "advice", folder / "advice")
    for language in ("zh", "en"):
        words = folder / "i18n" / language
        words.mkdir(parents=True)
        for name in ("advice.toml", "category.toml"):
            shutil.copy(RESOURCES / "i18n" / language / name, words)
    return folder


@dataclass
class FeedSimulator:
    """Holds the metadata unsigned and open to every attack; `publish` signs and writes it."""

    folder: Path
    keys: dict[str, list[CryptoSigner]] = field(
        default_factory=lambda: {role: signers(count) for role, count in KEYS.items()}
    )

    def __post_init__(self) -> None:
        self.metadata = self.folder / "metadata"
        self.targets_folder = self.folder / "targets"
        self.metadata.mkdir(parents=True)
        self.targets_folder.mkdir()
        self.root = Root(expires=in_days(DAYS["root"]), consistent_snapshot=True)
        for role, keys in self.keys.items():
            for key in keys:
                self.root.add_key(key.public_key, role)
            self.root.roles[role].threshold = THRESHOLDS[role]
        self.targets = Targets(expires=in_days(DAYS["targets"]))
        self.snapshot = Snapshot(expires=in_days(DAYS["snapshot"]))
        self.timestamp = Timestamp(expires=in_days(DAYS["timestamp"]))
        self.targets.version = self.snapshot.version = self.timestamp.version = 0
        self.lists: dict[str, ReportedList] = {}
        self.program: ProgramNote | None = None
        self.daily: tuple[DailyTerms, ...] = ()
        self.as_of = FIRST_DAY
        self.signing_besides: list[Callable[[], None]] = []
        self.fingerprints: dict[tuple[str, int], list[int]] = {}
        self.write("1.root.json", self.root, self.keys["root"])
        self.first_root = (self.metadata / "1.root.json").read_text()

    def card(self, url: str = "https://feed.example/") -> FeedCard:
        return FeedCard(LocalizedText(zh="样例名单", en="Example list"), url, self.first_root)

    def write(self, name: str, signed: Signed, keys: Iterable[CryptoSigner]) -> bytes:
        metadata: Metadata[Any] = Metadata(cast("Any", signed))
        for key in keys:
            metadata.sign(key, append=True)
        data = metadata.to_bytes(JSONSerializer())
        (self.metadata / name).write_bytes(data)
        return data

    def put(self, name: str, data: bytes) -> Path:
        """Write a target under its hash, and have the editors vouch for it."""
        info = TargetFile.from_data(name, data, ["sha256"])
        self.targets.targets[name] = info
        place = self.targets_folder / info.get_prefixed_paths()[0]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        return place

    def place(self, name: str) -> Path:
        return self.targets_folder / self.targets.targets[name].get_prefixed_paths()[0]

    def put_tables(self, tables: Mapping[str, str]) -> None:
        for folder, data in pack_tables(tables).items():
            self.put(tables_target(folder), data)

    def put_list(
        self,
        name: str,
        keys: Sequence[str],
        kind: ListKind = ListKind.NUMBERS,
        *,
        steps: int = 1,
    ) -> ReportedList:
        """Publish the next version of a list, with a delta from each of the last `steps`."""
        version = self.lists[name].version + 1 if name in self.lists else 1
        values = sorted({fingerprint(key) for key in keys})
        self.fingerprints[name, version] = values
        full = full_target(name, version)
        self.put(full, encode_full(values))
        deltas: list[ListDelta] = []
        for old in range(max(version - steps, 1), version):
            delta = delta_target(name, old, version)
            self.put(delta, encode_delta(self.fingerprints[name, old], values))
            deltas.append(ListDelta(old, version, delta))
        listed = ReportedList(
            name=name,
            kind=kind,
            version=version,
            entries=len(values),
            sha256=sorted_digest(values),
            full_target=full,
            deltas=tuple(deltas),
            reviewed=False,
            reason=LocalizedText(zh="有人举报过。", en="Somebody reported it."),
            source=SourceNote("A list", "https://example.com/list", "2026-11", SourceClass.PRESS),
            licence="CC0",
            since=date(2026, 1, 1),
            expires=date(2099, 1, 1),
            appeal="https://example.com/appeal",
        )
        self.lists[name] = listed
        return listed

    def put_index(self, as_of: date, schema: int = SCHEMA) -> None:
        tables = tuple(map(tables_target, TABLE_FOLDERS))
        lists = tuple(self.lists.values())
        index = FeedIndex(SCHEMA, as_of, tables, lists, self.program, self.daily)
        self.as_of = as_of
        data = write_index(index)
        if schema != SCHEMA:
            data = json.dumps({**json.loads(data), "schema": schema}).encode()
        self.put(index_target(schema), data)

    def release(self, tables: Path, as_of: date = FIRST_DAY) -> None:
        """Publish the tables in a folder and the present lists as an edition."""
        self.put_tables(tables_of(tables))
        self.put_index(as_of)
        self.publish()

    def publish(self, *, timestamp_days: float = DAYS["timestamp"]) -> None:
        """Sign the next version of everything below the root, others' besides."""
        for sign in self.signing_besides:
            sign()
        self.targets.version += 1
        self.publish_snapshot()
        self.publish_timestamp(days=timestamp_days)

    def publish_snapshot(self) -> None:
        data = self.write(
            f"{self.targets.version}.targets.json", self.targets, self.keys["targets"]
        )
        self.snapshot.version += 1
        self.snapshot.meta["targets.json"] = _meta(self.targets.version, data)
        self.write_snapshot()

    def write_snapshot(self) -> None:
        name = f"{self.snapshot.version}.snapshot.json"
        data = self.write(name, self.snapshot, self.keys["snapshot"])
        self.timestamp.snapshot_meta = _meta(self.snapshot.version, data)

    def publish_timestamp(self, *, days: float = DAYS["timestamp"]) -> None:
        self.timestamp.version += 1
        self.timestamp.expires = in_days(days)
        self.write("timestamp.json", self.timestamp, self.keys["timestamp"])

    def rotate(self, role: str) -> None:
        """Give a role new keys with a new root, signed by the old root keys and the new ones."""
        old_root_keys = list(self.keys["root"])
        for key in self.keys[role]:
            self.root.revoke_key(key.public_key.keyid, role)
        self.keys[role] = signers(KEYS[role])
        for key in self.keys[role]:
            self.root.add_key(key.public_key, role)
        self.root.version += 1
        both = dict.fromkeys((*old_root_keys, *self.keys["root"]))
        self.write(f"{self.root.version}.root.json", self.root, both)


def _meta(version: int, data: bytes) -> MetaFile:
    return MetaFile(version, len(data), {"sha256": hashlib.sha256(data).hexdigest()})


def prints(edition: Edition, name: str, version: int) -> Path:
    """Return where an edition keeps the fingerprints of a list."""
    return edition.folder / "fingerprints" / f"{name}-{version}.prints"


def accept(edition: Path) -> None:
    """Stand in for the golden messages where the tables are a small bank's."""
    assert (edition / "registry.sqlite").is_file()


@dataclass
class FollowingDesk:
    """A computer that follows a simulated feed, by default as from a stick."""

    simulator: FeedSimulator
    folder: Path
    resources: Path = RESOURCES
    clock: Clock = field(default_factory=SystemClock)

    def ground(self) -> SyncGround:
        return SyncGround(self.folder, self.resources, accept, self.clock)

    def sync(
        self,
        fetcher: FeedFetcher | None = None,
        base: str = STICK,
        watcher: SyncWatcher | None = None,
    ) -> SyncOutcome:
        watcher = watcher or SyncWatcher()
        card = self.simulator.card()
        way = fetcher or FolderFetcher(self.simulator.folder)
        try:
            return Sync(self.ground(), card, way, base, watcher).run()
        finally:
            way.close()

    def standing(self) -> Standing:
        return find_edition(self.folder, date.min)

    @property
    def as_of(self) -> date | None:
        """The date of the whole edition in use."""
        edition = self.standing().edition
        return edition.state.as_of if edition else None
