"""Turns an imported list into targets: the whole list, and the steps that lead to it."""

from array import array
from collections.abc import Mapping

from tuf.api.metadata import TargetFile

from ..feed.repository_layout import LISTS, delta_target, full_target
from ..lists.list_delta import encode_delta
from ..model.feed_index import ListDelta, ReportedList
from .importers.text_lines import Progress
from .list_store import ListStore, ListVersion
from .target_files import Edition


class ListTargets:
    """Adds lists to an edition, below `folder`. `former` are the targets of the edition before."""

    def __init__(
        self,
        edition: Edition,
        former: Mapping[str, TargetFile],
        keep: int,
        progress: Progress = lambda *_: None,
        folder: str = LISTS,
    ) -> None:
        self._folder = folder
        self._edition = edition
        self._former = former
        self._keep = keep
        self._progress = progress

    def add(self, store: ListStore, before: ReportedList | None) -> ReportedList:
        """Add the newest version of a list, with one step from each of the last `keep` versions.

        Clients take one step and no chain of them: the digest that is signed is that of its end.
        """
        about, version = store.about(), store.versions()[-1]
        told = about.told
        full = self._edition.add(
            full_target(told.name, version.number, self._folder), store.full(version)
        )
        return ReportedList(
            name=told.name,
            kind=told.kind,
            version=version.number,
            entries=version.entries,
            sha256=version.sha256,
            full_target=full.path,
            deltas=self._deltas(store, version, before, full.length),
            reviewed=about.reviewed,
            reason=told.reason,
            source=about.source(version.dated),
            licence=told.licence,
            since=told.since,
            expires=version.expires,
            appeal=told.appeal,
        )

    def _deltas(
        self, store: ListStore, version: ListVersion, before: ReportedList | None, most: int
    ) -> tuple[ListDelta, ...]:
        if before is None:
            return ()
        if before.version == version.number:
            return tuple(each for each in before.deltas if self._is_kept(each))
        wanted = store.fingerprints(version)
        earlier = _earlier(store, before)[-self._keep :]
        found: list[ListDelta] = []
        for done, old in enumerate(earlier, 1):
            if step := self._step(store, old, version, wanted, most):
                found.append(step)
            self._progress(done, len(earlier))
        return tuple(found)

    def _is_kept(self, step: ListDelta) -> bool:
        target = self._former.get(step.target)
        if target is not None:
            self._edition.keep(target)
        return target is not None

    def _step(
        self,
        store: ListStore,
        old: ListVersion,
        new: ListVersion,
        wanted: "array[int]",
        most: int,
    ) -> ListDelta | None:
        """Add the step from an older version, unless the whole list is the shorter way."""
        delta = encode_delta(store.fingerprints(old), wanted)
        if len(delta) >= most:
            return None
        name = delta_target(store.about().told.name, old.number, new.number, self._folder)
        self._edition.add(name, delta)
        return ListDelta(old.number, new.number, name)


def _earlier(store: ListStore, before: ReportedList) -> list[ListVersion]:
    """Return the versions that went out and are kept still, oldest first."""
    published = {before.version, *(each.from_version for each in before.deltas)}
    kept = [each for each in store.versions() if each.number in published]
    return [each for each in kept if each.number != before.version or each.sha256 == before.sha256]
