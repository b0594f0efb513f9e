"""All a publisher does with one feed, step by step."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from ..feed.feed_card import FeedCard, read_card, write_card
from ..feed.tables_pack import tables_of
from ..model.errors import UserFacingError
from ..model.feed_index import ListKind
from ..sync.feed_lock import feed_lock
from .building import Building, Built
from .card_making import card_of
from .ceremony import Replacement, first_root, next_root, stage_rotation
from .changes import Differ, EditionChanges
from .composing import composed
from .daily_building import DailyBuilding
from .delegating import daily_keyids
from .faults import Fault
from .feed_config import FeedConfig, read_config, write_config
from .importers.text_lines import Progress
from .importing import Importing, ImportReport, Keys, Source
from .key_changes import daily_key_changes, key_changes
from .key_files import PUBLIC_ENDING, open_signer, read_public
from .key_reader import DomainKeys, NumberKeys, open_readers
from .linting import Linting, Program
from .list_about import ListAbout, read_about
from .metadata_store import MetadataStore
from .protected import Protected
from .pruning import prune
from .rehearsal import Rehearsal, Rehearsed
from .releasing import Release, Releasing
from .signing import Desk, Standing
from .workspace import Workspace, open_workspace, write_at_once


class LockedKey(Struct, frozen=True):
    """A private key file and what opens it."""

    file: Path
    passphrase: str


class KeyChange(Struct, frozen=True):
    """Public parts: the key that goes from a role, and the one that comes."""

    role: str
    old: Path
    new: Path


def begin(
    folder: Path, config: FeedConfig, keys: Mapping[str, Sequence[Path]], now: datetime
) -> tuple[Standing, ...]:
    """Make a feed's folder with its first root, and return whose signatures that wants.

    `keys` are public parts by role. Raises UserFacingError for keys that will not do, and
    ValueError for a name or an address that no card may carry; then nothing was made.
    """
    workspace = Workspace(folder)
    if workspace.config_file.exists():
        raise UserFacingError("feed-exists", folder=folder.name)
    public = {role: [read_public(file) for file in files] for role, files in keys.items()}
    root = first_root(public, now, config.days.root)
    write_card(FeedCard(config.name, config.url, root.to_bytes().decode()))
    for role, files in keys.items():
        for file in files:
            _show_key(workspace, role, file)
    MetadataStore(workspace).stage(root)
    write_at_once(workspace.config_file, write_config(config))
    return Desk(workspace).standings()


class Publisher:
    """Works in one feed's folder. Every step is done whole or not at all.

    All of them may raise UserFacingError, and OSError where the disk will not have it.
    """

    def __init__(self, folder: Path, program: Program, now: datetime) -> None:
        self._workspace = open_workspace(folder)
        self._config = read_config(self._workspace.config_file)
        self._program = program
        self._now = now
        self._store = MetadataStore(self._workspace)
        self._linting = Linting(self._workspace, self._config, program)

    @property
    def config(self) -> FeedConfig:
        """The feed's settings."""
        return self._config

    def check(self) -> Iterator[Fault]:
        """Yield what must be mended before anything may go out."""
        return self._linting.faults(self._now.date())

    def build(self, progress: Progress = lambda *_: None) -> Built | None:
        """Lay out a new edition; None if nothing changed. `progress` counts steps of lists."""
        with self._alone():
            building = Building(self._workspace, self._config, self._linting)
            return building.run(self._now, progress)

    def build_daily(self, progress: Progress = lambda *_: None) -> Built:
        """Lay out the lists that change every day, for the daily role to sign."""
        with self._alone():
            building = DailyBuilding(self._workspace, self._config, self._linting)
            return building.run(self._now, progress)

    def changes(self) -> EditionChanges:
        """Return what all that is laid out changes for people."""
        staged, root = self._store.staged_targets(), self._store.staged_root()
        daily = self._store.staged_daily()
        if not (staged or root or daily):
            raise UserFacingError("nothing-to-sign")
        before = self._store.root()
        keys = tuple(key_changes(before.signed if before else None, root.signed)) if root else ()
        differ = Differ(self._workspace, self._linting, self._program.resources)
        found = EditionChanges((), ())
        if staged:
            released = self._store.targets()
            was = released.signed if released else None
            found = differ.between(was, staged.signed)
            keys = (*keys, *daily_key_changes(was, staged.signed))
        if daily:
            public = self._store.daily()
            lists = differ.between_daily(public.signed if public else None, daily.signed)
            found = EditionChanges(found.records, (*found.lists, *lists))
        return EditionChanges((*keys, *found.records), found.lists)

    def sign(self, key: LockedKey) -> tuple[Standing, ...]:
        """Add one person's signature; return how far all is that this person may sign."""
        signer = open_signer(key.file, key.passphrase)
        with self._alone():
            return Desk(self._workspace).sign(signer)

    def refresh(self, snapshot: LockedKey | None, timestamp: LockedKey) -> Release:
        """Make public what is signed, and sign a new timestamp in any case."""
        keys = {"timestamp": timestamp} | ({"snapshot": snapshot} if snapshot else {})
        signers = {role: open_signer(key.file, key.passphrase) for role, key in keys.items()}
        with self._alone():
            release = Releasing(self._workspace, self._config.days, signers, self._now).run()
            prune(self._workspace, self._config.keep_versions)
        return release

    def rotate(self, changes: Sequence[KeyChange]) -> bool:
        """Lay out the next root; tell whether the editors must sign their targets again."""
        current = self._store.root()
        if current is None:
            raise UserFacingError("too-few-signatures", role="root")
        replaced = [
            Replacement(each.role, read_public(each.old), read_public(each.new)) for each in changes
        ]
        daily = daily_keyids(self._store.staged_targets() or self._store.targets())
        root = next_root(current.signed, replaced, self._now, self._config.days.root, daily)
        with self._alone():
            again = stage_rotation(self._store, root, self._now, self._config.days.targets)
            for each in changes:
                _show_key(self._workspace, each.role, each.new)
        return again

    def cancel_rotation(self) -> None:
        """Take back a root that is not public yet."""
        Desk(self._workspace).drop_root()

    def rehearse(self) -> Rehearsed:
        """Let real clients follow what is public here."""
        card = read_card(write_card(self.card()))
        with self._alone():
            return Rehearsal(self._workspace, self._linting, self._program, self._now).run(card)

    def card(self) -> FeedCard:
        """Return the card of the feed as it is now."""
        return card_of(self._config, self._store)

    def take_in(
        self, source: Source, progress: Progress, *, may_shrink: bool = False
    ) -> ImportReport:
        """Import a list that others publish as a new version of it."""
        about = read_about(source.about)
        folder = self._workspace.lists / about.told.name
        importing = Importing(self._keys(about), folder, self._now.date(), progress)
        # One version more than steps: each step needs the version it starts from.
        with self._alone():
            return importing.run(source, self._config.keep_versions + 1, may_shrink=may_shrink)

    def _alone(self) -> AbstractContextManager[None]:
        """Keep a second publisher out of the folder; UserFacingError "feed-busy"."""
        return feed_lock(self._workspace.folder)

    def _keys(self, about: ListAbout) -> Keys:
        with composed(self._program.resources, tables_of(self._linting.tables_folder)) as folder:
            readers = open_readers(folder)
            register = self._linting.register(folder)
            protected = Protected(register, folder, self._linting.popular())
        if about.told.kind is ListKind.NUMBERS:
            return NumberKeys(readers, protected, about.country_code)
        return DomainKeys(readers, protected, whole_domains=about.whole_domains)


def _show_key(workspace: Workspace, role: str, file: Path) -> None:
    """Keep a public part where people can look it up by the id that metadata name."""
    name = f"{role}-{read_public(file).keyid[:16]}{PUBLIC_ENDING}"
    write_at_once(workspace.keys / name, file.read_bytes())
