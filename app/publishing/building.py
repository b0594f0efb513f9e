"""`build`: packs tables and lists into targets, and lays them out to be signed."""

from datetime import datetime, timedelta

from msgspec import Struct
from tuf.api.metadata import Delegations, Metadata, Root, TargetFile, Targets

from ..feed.editors_tables import read_release
from ..feed.feed_index_codec import read_index, write_index
from ..feed.repository_layout import INDEX_TARGET, SCHEMA, tables_target
from ..feed.tables_pack import pack_tables, tables_of
from ..model.errors import UserFacingError
from ..model.feed_index import FeedIndex, ReportedList
from .delegating import delegations_of
from .feed_config import FeedConfig
from .importers.text_lines import Progress
from .key_files import read_public
from .linting import Linting
from .list_store import ListStore
from .list_targets import ListTargets
from .metadata_store import MetadataStore, in_days
from .target_files import Edition, former_targets, read_target, write_files
from .workspace import Workspace


class Built(Struct, frozen=True):
    """The version that waits for signatures; `bytes_new` is what goes up besides metadata."""

    version: int
    targets: int
    bytes_new: int


class Building:
    """One run of `build`."""

    def __init__(self, workspace: Workspace, config: FeedConfig, linting: Linting) -> None:
        self._workspace = workspace
        self._config = config
        self._linting = linting
        self._store = MetadataStore(workspace)

    def run(self, now: datetime, progress: Progress) -> Built | None:
        """Stage new targets metadata without signatures; None if nothing changed.

        What is unchanged is staged all the same once half of the last signature's life is over.
        Raises UserFacingError if `check` finds fault, or there is no root to sign under.
        """
        if not (self._store.root() or self._store.staged_root()):
            raise UserFacingError("too-few-signatures", role=Root.type)
        if faults := sum(1 for _ in self._linting.faults(now.date())):
            raise UserFacingError("check-failed", count=str(faults))
        released = self._store.targets()
        delegations = self._delegations()
        edition = self._edition(released.signed if released else None, progress)
        if released and self._lasts(released, now):
            public = released.signed
            if (public.targets, public.delegations) == (edition.files, delegations):
                return None
        written = write_files(edition, self._workspace)
        targets = Targets(
            version=released.signed.version + 1 if released else 1,
            expires=in_days(now, self._config.days.targets),
            targets=edition.files,
            delegations=delegations,
        )
        self._store.stage(Metadata(targets))
        return Built(targets.version, len(targets.targets), written)

    def _edition(self, former: Targets | None, progress: Progress) -> Edition:
        edition = Edition()
        folder = self._linting.tables_folder
        packed = pack_tables(tables_of(folder))
        for name, data in packed.items():
            edition.add(tables_target(name), data)
        before = {each.name: each for each in self._former_lists(former)}
        keep = self._config.keep_versions
        lists = ListTargets(edition, former_targets(former), keep, progress)
        index = FeedIndex(
            SCHEMA,
            read_release(folder / "register" / "release.toml"),
            tuple(map(tables_target, packed)),
            tuple(
                lists.add(ListStore(self._workspace.lists / name), before.get(name))
                for name in self._config.lists
            ),
            self._config.program,
            tuple(
                ListStore(self._workspace.lists / name).about().daily_terms
                for name in self._config.daily.lists
            ),
        )
        edition.add(INDEX_TARGET, write_index(index))
        return edition

    def _former_lists(self, former: Targets | None) -> tuple[ReportedList, ...]:
        target = former_targets(former).get(INDEX_TARGET)
        return self.index(target).lists if target else ()

    def index(self, target: TargetFile) -> FeedIndex:
        """Read an index that is public or staged."""
        return read_index(read_target(target, *self._workspace.target_folders))

    def _delegations(self) -> Delegations | None:
        daily = self._config.daily
        root = self._store.staged_root() or self._store.root()
        if root is None:
            return None
        keys = [read_public(self._workspace.folder / each) for each in daily.keys]
        return delegations_of(keys, daily.threshold, root.signed)

    def _lasts(self, released: Metadata[Targets], now: datetime) -> bool:
        half = now + timedelta(days=self._config.days.targets / 2)
        return not released.signed.is_expired(half)
