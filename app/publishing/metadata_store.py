"""Reads and writes a feed's TUF metadata: what is public, and what still gathers signatures."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp

from ..feed.repository_layout import DAILY_ROLE
from ..model.errors import DamagedDataError
from .workspace import Workspace, write_at_once

T = TypeVar("T", Root, Targets, Snapshot, Timestamp)


class MetadataStore:
    """Knows names and places of metadata; judges nothing.

    Reading gives None for a file that is not there, DamagedDataError for one that is something
    else.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def root(self) -> Metadata[Root] | None:
        """Return the newest public root."""
        return self._newest("root", Root)

    def targets(self) -> Metadata[Targets] | None:
        """Return the newest public targets metadata."""
        return self._newest("targets", Targets)

    def targets_of(self, version: int) -> Metadata[Targets] | None:
        """Return the targets metadata of one version, if it is public."""
        return _read(self._workspace.metadata / f"{version}.targets.json", Targets)

    def daily(self) -> Metadata[Targets] | None:
        """Return the newest public metadata of the daily role."""
        return self._newest(DAILY_ROLE, Targets)

    def daily_of(self, version: int) -> Metadata[Targets] | None:
        """Return the daily role's metadata of one version, if it is public."""
        return _read(self._workspace.metadata / f"{version}.{DAILY_ROLE}.json", Targets)

    def staged_daily(self) -> Metadata[Targets] | None:
        """Return the daily role's metadata that gathers signatures, unless it is no news."""
        staged = _read(self._workspace.staged / f"{DAILY_ROLE}.json", Targets)
        return _newer(staged, self.daily())

    def snapshot(self) -> Metadata[Snapshot] | None:
        """Return the newest public snapshot."""
        return self._newest("snapshot", Snapshot)

    def timestamp(self) -> Metadata[Timestamp] | None:
        """Return the public timestamp."""
        return _read(self._workspace.metadata / "timestamp.json", Timestamp)

    def staged_root(self) -> Metadata[Root] | None:
        """Return the root that gathers signatures, unless it is no news (any more)."""
        return _newer(_read(self._workspace.staged / "root.json", Root), self.root())

    def staged_targets(self) -> Metadata[Targets] | None:
        """Return the targets metadata that gathers signatures, unless it is no news (any more)."""
        return _newer(_read(self._workspace.staged / "targets.json", Targets), self.targets())

    def stage(self, metadata: Metadata[T], role: str = "") -> None:
        """Put metadata where signatures are gathered; raises OSError.

        `role` is a delegated one's name: its metadata themselves only say that they are targets.
        """
        name = f"{role or metadata.signed.type}.json"
        write_at_once(self._workspace.staged / name, metadata.to_bytes())

    def unstage(self, role: str) -> None:
        """Take a role's metadata away from there, once published; raises OSError."""
        (self._workspace.staged / f"{role}.json").unlink(missing_ok=True)

    def publish(self, metadata: Metadata[T], role: str = "") -> None:
        """Put signed metadata among the public files, under its version; raises OSError."""
        role, version = role or metadata.signed.type, metadata.signed.version
        name = f"{role}.json" if role == Timestamp.type else f"{version}.{role}.json"
        write_at_once(self._workspace.metadata / name, metadata.to_bytes())

    def _newest(self, role: str, kind: type[T]) -> Metadata[T] | None:
        ending = f".{role}.json"
        names = (each.name for each in self._workspace.metadata.glob(f"*{ending}"))
        versions = [int(v) for name in names if (v := name.removesuffix(ending)).isdecimal()]
        if not versions:
            return None
        return _read(self._workspace.metadata / f"{max(versions)}{ending}", kind)


def in_days(now: datetime, days: int) -> datetime:
    """Return the moment some days from now, as TUF writes it: UTC, whole seconds."""
    return now.astimezone(UTC).replace(microsecond=0) + timedelta(days=days)


def _newer(staged: Metadata[T] | None, public: Metadata[T] | None) -> Metadata[T] | None:
    """Return what is staged if it is the version after the public one.

    A file that comes back from another person's computer too late must not undo a release.
    """
    if staged and public and staged.signed.version != public.signed.version + 1:
        return None
    return staged


def _read(path: Path, kind: type[T]) -> Metadata[T] | None:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    try:
        metadata: Metadata[T] = Metadata.from_bytes(data)
    except RepositoryError as error:
        raise DamagedDataError("damaged-data", cause=f"{path.name}: {error}") from error
    if not isinstance(metadata.signed, kind):
        raise DamagedDataError("damaged-data", cause=f"{path.name} is no {kind.type} metadata")
    return metadata
