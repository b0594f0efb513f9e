"""Decides what of an edition must be fetched, and what the old edition already has."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct
from tuf.api.metadata import TargetFile

from ..feed.repository_layout import TABLE_FOLDERS
from ..model.errors import DamagedDataError
from ..model.feed_index import FeedIndex, ReportedList
from .edition import Edition, index_of, installed_list
from .repository_client import RepositoryClient

_TABLES_SUFFIX = ".jsonl.zst"
_WIRE_BYTES = 7  # of an entry, at most; six would be the bare fingerprint
_WIRE_HEAD = 100_000


class ListPlan(Struct, frozen=True):
    """How to come by one list.

    `wire` is fetched unless the old edition has this very list at `base`; with both, `wire` is a
    delta on `base`.
    """

    listed: ReportedList
    base: Path | None = None
    wire: TargetFile | None = None


class EditionPlan(Struct, frozen=True):
    """What an edition is made of; `tables` by their folder."""

    tables: tuple[tuple[str, TargetFile], ...]
    lists: tuple[ListPlan, ...]

    def identity(self, indexes: Iterable[TargetFile]) -> str:
        """Return what stands for everything the edition is made of: a SHA-256."""
        signed = (*indexes, *(target for _, target in self.tables))
        parts = [each.hashes["sha256"] for each in signed]
        return hashlib.sha256(" ".join(parts).encode()).hexdigest()

    @property
    def targets(self) -> tuple[TargetFile, ...]:
        """Everything that must be at hand."""
        wires = tuple(each.wire for each in self.lists if each.wire is not None)
        return (*(target for _, target in self.tables), *wires)


def plan_edition(
    index: FeedIndex, client: RepositoryClient, old: Edition | None, whole: frozenset[str]
) -> EditionPlan:
    """Plan the edition of `index`; the lists named in `whole` are taken without deltas.

    Raises DamagedDataError where the index names what the publisher did not sign.
    """
    tables = {_folder_of(name): client.needed_target(name) for name in index.tables}
    if tables.keys() != set(TABLE_FOLDERS):
        raise DamagedDataError("damaged-data", cause="the index lacks a folder of tables")
    before = _lists_of(old)
    lists = tuple(
        _plan_list(each, client, None if each.name in whole else before.get(each.name))
        for each in index.lists
    )
    return EditionPlan(tuple(sorted(tables.items(), key=lambda pair: pair[0])), lists)


def full_wire(listed: ReportedList, client: RepositoryClient) -> TargetFile:
    """Return the target of a whole list, within the length its entries can need."""
    target = client.needed_target(listed.full_target)
    if target.length > listed.entries * _WIRE_BYTES + _WIRE_HEAD:
        raise DamagedDataError("damaged-data", cause=f"{listed.name} is longer than it can be")
    return target


class _OldList(Struct, frozen=True):
    listed: ReportedList
    file: Path


def _folder_of(name: str) -> str:
    return PurePosixPath(name).name.removesuffix(_TABLES_SUFFIX)


def _lists_of(old: Edition | None) -> Mapping[str, _OldList]:
    if old is None:
        return {}
    try:
        lists = index_of(old.folder).lists
    except (OSError, DamagedDataError):
        return {}
    found = {each.name: _OldList(each, installed_list(old.folder, each)) for each in lists}
    return {name: each for name, each in found.items() if each.file.is_file()}


def _plan_list(listed: ReportedList, client: RepositoryClient, old: _OldList | None) -> ListPlan:
    if old is not None:
        if (old.listed.version, old.listed.sha256) == (listed.version, listed.sha256):
            return ListPlan(listed, base=old.file)
        delta = _delta(listed, client, old.listed.version)
        if delta is not None and delta.length < full_wire(listed, client).length:
            return ListPlan(listed, base=old.file, wire=delta)
    return ListPlan(listed, wire=full_wire(listed, client))


def _delta(listed: ReportedList, client: RepositoryClient, version: int) -> TargetFile | None:
    """Return the step from `version` to the list; its result is the one digest that is signed."""
    for each in listed.deltas:
        if (each.from_version, each.to_version) == (version, listed.version):
            return client.target(each.target)
    return None
