"""Turns an imported list into targets: the whole list, and the steps that lead to it."""

from collections.abc import Mapping

from tuf.api.metadata import TargetFile

from ..feed.repository_layout import delta_target, full_target
from ..lists.list_delta import encode_delta
from ..model.feed_index import ListDelta, ReportedList
from .list_store import ListStore, ListVersion
from .target_files import Edition


class ListTargets:
    """Adds lists to an edition. `former` are the targets of the edition before."""

    def __init__(self, edition: Edition, former: Mapping[str, TargetFile], keep: int) -> None:
        self._edition = edition
        self._former = former
        self._keep = keep

    def add(self, store: ListStore, before: ReportedList | None) -> ReportedList:
        """Add the newest version of a list, as `before` or with one step more.

        A client that holds any of the last `keep` editions gets here by their steps; where the
        steps weigh more than the list itself, the oldest of them go.
        """
        about, version = store.about(), store.versions()[-1]
        full = self._edition.add(full_target(about.name, version.number), store.full(version))
        return ReportedList(
            name=about.name,
            kind=about.kind,
            version=version.number,
            entries=version.entries,
            sha256=version.sha256,
            full_target=full.path,
            deltas=self._deltas(store, version, before, full.length),
            reviewed=about.reviewed,
            reason=about.reason,
            source=about.source(version.dated),
            licence=about.licence,
            since=about.since,
            expires=version.expires,
            appeal=about.appeal,
        )

    def _deltas(
        self, store: ListStore, version: ListVersion, before: ReportedList | None, most: int
    ) -> tuple[ListDelta, ...]:
        steps: list[tuple[ListDelta, int]] = []
        if before:
            former = ((each, self._former.get(each.target)) for each in before.deltas)
            steps = [(each, target.length) for each, target in former if target]
            if before.version != version.number:
                step = self._new_step(store, version, before)
                steps = [*steps, step] if step else []
        kept: list[ListDelta] = []
        weight = 0
        for each, length in reversed(steps[-self._keep :]):
            weight += length
            if weight > most:
                break
            if each.target in self._former:
                self._edition.keep(self._former[each.target])
            kept.insert(0, each)
        return tuple(kept)

    def _new_step(
        self, store: ListStore, version: ListVersion, before: ReportedList
    ) -> tuple[ListDelta, int] | None:
        """Add the step from the edition before; None if that version is gone or was another."""
        old = next((each for each in store.versions() if each.number == before.version), None)
        if old is None or old.sha256 != before.sha256 or before.version > version.number:
            return None
        delta = encode_delta(store.fingerprints(old), store.fingerprints(version))
        name = delta_target(before.name, old.number, version.number)
        target = self._edition.add(name, delta)
        return ListDelta(old.number, version.number, name), target.length
