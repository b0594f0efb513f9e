"""Makes what enough people signed public: snapshot and timestamp by the online keys."""

import shutil
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import TypeVar

from msgspec import Struct
from securesystemslib.signer import Signer
from tuf.api.exceptions import UnsignedMetadataError
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, Targets, Timestamp

from ..feed.repository_layout import DAILY_ROLE
from ..model.errors import UserFacingError
from ..sync.repository_client import place_of
from .delegating import daily_role
from .feed_config import Days
from .metadata_store import MetadataStore, in_days
from .signing import Desk, daily_standing, targets_standing
from .target_files import check_files
from .workspace import Workspace

T = TypeVar("T", Snapshot, Timestamp)

_TARGETS, _DAILY = "targets.json", f"{DAILY_ROLE}.json"
_SOON = timedelta(days=30)


class Release(Struct, frozen=True):
    """Versions that are public now; `waiting` tells that something staged lacks signatures.

    `daily` is that of the daily role, and the last day on which programs take what it signed.
    `expiring` names the roles whose people must sign again within a month, and the last day.
    """

    root: int
    targets: int
    snapshot: int
    timestamp: int
    waiting: bool
    daily: tuple[int, date] | None = None
    expiring: tuple[tuple[str, date], ...] = ()


class Content(Struct, frozen=True):
    """What the editors signed and what the daily role did, if there is one."""

    targets: Metadata[Targets]
    daily: Metadata[Targets] | None

    @property
    def parts(self) -> tuple[Metadata[Targets], ...]:
        """Both."""
        return (self.targets, self.daily) if self.daily else (self.targets,)

    @property
    def daily_term(self) -> tuple[int, date] | None:
        """The version of the daily part, and its last day."""
        daily = self.daily.signed if self.daily else None
        return (daily.version, daily.expires.date()) if daily else None

    @property
    def meta(self) -> dict[str, MetaFile]:
        """What the snapshot says of them."""
        return {
            name: MetaFile.from_data(each.signed.version, each.to_bytes(), ["sha256"])
            for name, each in zip((_TARGETS, _DAILY), self.parts, strict=False)
        }


class Releasing:
    """One run of `refresh`. `signers` may hold one for "snapshot" and one for "timestamp"."""

    def __init__(
        self, workspace: Workspace, days: Days, signers: Mapping[str, Signer], now: datetime
    ) -> None:
        self._workspace = workspace
        self._days = days
        self._signers = signers
        self._now = now
        self._store = MetadataStore(workspace)
        self._desk = Desk(workspace)

    def run(self) -> Release:
        """Publish what is complete, and a new timestamp in any case.

        Everything is signed and verified before the first file is written. Raises UserFacingError
        if nothing complete is there, or a key is missing; then nothing public has changed.
        """
        root = self._desk.complete_root() or self._store.root()
        if root is None:
            raise UserFacingError("too-few-signatures", role=Root.type)
        targets = self._targets(root.signed)
        self._refuse_expired(root.signed, targets.signed)
        content = Content(targets, self._daily(targets.signed))
        snapshot = self._snapshot(root.signed, content)
        timestamp = self._timestamp(root.signed, snapshot)
        for each in content.parts:
            check_files(self._workspace, each.signed)
        self._write(root, content, snapshot, timestamp)
        waiting = (
            self._store.staged_root() or self._store.staged_targets() or self._store.staged_daily()
        )
        return Release(
            root.signed.version,
            targets.signed.version,
            snapshot.signed.version,
            timestamp.signed.version,
            waiting is not None,
            content.daily_term,
            tuple(
                (each.type, each.expires.date())
                for each in (root.signed, targets.signed)
                if each.is_expired(self._now + _SOON)
            ),
        )

    def _refuse_expired(self, *people_signed: Root | Targets) -> None:
        """Publish nothing that every client would refuse, and rightly."""
        for each in people_signed:
            if each.is_expired(self._now):
                raise UserFacingError("signature-expired", role=each.type)

    def _targets(self, root: Root) -> Metadata[Targets]:
        for targets in (self._store.staged_targets(), self._store.targets()):
            if targets and targets_standing(root, targets).is_complete:
                return targets
        raise UserFacingError("too-few-signatures", role=Targets.type)

    def _daily(self, targets: Targets) -> Metadata[Targets] | None:
        """Return what the daily role signed, by those whom these targets name; None without any.

        What somebody signed who has lost the role since would stop every client, so it must be
        signed anew before those targets go out.
        """
        if daily_role(targets) is None:
            return None
        for daily in (self._store.staged_daily(), self._store.daily()):
            if daily and daily_standing(targets, daily).is_complete:
                return daily
        if self._store.daily() is None:
            return None
        raise UserFacingError("too-few-signatures", role=DAILY_ROLE)

    def _snapshot(self, root: Root, content: Content) -> Metadata[Snapshot]:
        current = self._store.snapshot()
        before = current.signed.meta if current else {}
        # Clients refuse a snapshot that forgets a role, so one that was taken away stays named.
        meta = {**before, **content.meta}
        if current and before == meta and self._holds(root, current):
            return current
        version = current.signed.version + 1 if current else 1
        expires = in_days(self._now, self._days.snapshot)
        return self._signed(root, Metadata(Snapshot(version, expires=expires, meta=meta)))

    def _holds(self, root: Root, snapshot: Metadata[Snapshot]) -> bool:
        """Tell whether the snapshot can stay: its key still counts, and half its life is left."""
        try:
            root.verify_delegate(Snapshot.type, snapshot.signed_bytes, snapshot.signatures)
        except UnsignedMetadataError:
            return False
        half = self._now + timedelta(days=self._days.snapshot / 2)
        return not snapshot.signed.is_expired(half)

    def _timestamp(self, root: Root, snapshot: Metadata[Snapshot]) -> Metadata[Timestamp]:
        current = self._store.timestamp()
        version = current.signed.version + 1 if current else 1
        expires = in_days(self._now, self._days.timestamp)
        meta = MetaFile.from_data(snapshot.signed.version, snapshot.to_bytes(), ["sha256"])
        return self._signed(root, Metadata(Timestamp(version, expires=expires, snapshot_meta=meta)))

    def _signed(self, root: Root, metadata: Metadata[T]) -> Metadata[T]:
        role = metadata.signed.type
        signer = self._signers.get(role)
        if signer is None:
            raise UserFacingError("online-key-needed", role=role)
        metadata.sign(signer)
        try:
            root.verify_delegate(role, metadata.signed_bytes, metadata.signatures)
        except UnsignedMetadataError as error:
            raise UserFacingError("key-not-in-role", role=role) from error
        return metadata

    def _write(
        self,
        root: Metadata[Root],
        content: Content,
        snapshot: Metadata[Snapshot],
        timestamp: Metadata[Timestamp],
    ) -> None:
        """Write files before whatever names them, the timestamp last: so are they uploaded too."""
        files = [file for part in content.parts for file in part.signed.targets.values()]
        for target in files:
            place = place_of(target)
            if not (self._workspace.targets / place).is_file():
                (self._workspace.targets / place).parent.mkdir(parents=True, exist_ok=True)
                (self._workspace.staged_targets / place).replace(self._workspace.targets / place)
        self._store.publish(root)
        self._store.publish(content.targets)
        if content.daily:
            self._store.publish(content.daily, DAILY_ROLE)
        self._store.publish(snapshot)
        self._store.publish(timestamp)
        self._clear()

    def _clear(self) -> None:
        """Take away what is public now, or was overtaken."""
        if self._store.staged_root() is None:
            self._store.unstage(Root.type)
        if self._store.staged_targets() is None:
            self._store.unstage(Targets.type)
        if self._store.staged_daily() is None:
            self._store.unstage(DAILY_ROLE)
        if not (self._store.staged_targets() or self._store.staged_daily()):
            shutil.rmtree(self._workspace.staged_targets, ignore_errors=True)
