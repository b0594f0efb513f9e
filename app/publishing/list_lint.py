"""Whether an imported list may go out: not expired, and against nobody it must not be against."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ..lists.fingerprints import fingerprint
from ..model.feed_index import ListKind
from .faults import Fault, FaultKind
from .list_store import ListStore
from .protected import Protected


class ListLint:
    """Looks up everybody who must not be listed in each list, by fingerprint."""

    def __init__(self, protected: Protected) -> None:
        self._protected = protected

    def faults(self, name: str, store: ListStore, today: date) -> Iterator[Fault]:
        """Yield what is wrong with the newest version; DamagedDataError if it cannot be read."""
        versions = store.versions()
        if not versions:
            yield Fault(FaultKind.LIST_MISSING, name)
            return
        newest = versions[-1]
        if newest.expires <= today:
            yield Fault(FaultKind.LIST_EXPIRED, name, newest.expires.isoformat())
        entries = store.fingerprints(newest)
        protected = self._protected
        if store.about().told.kind is ListKind.NUMBERS:
            yield from _listed(FaultKind.LIST_OFFICIAL, name, protected.numbers, entries)
        else:
            yield from _listed(FaultKind.LIST_OFFICIAL, name, protected.official, entries)
            yield from _listed(FaultKind.LIST_POPULAR, name, protected.popular, entries)
            yield from _listed(FaultKind.LIST_SHARED, name, protected.shared, entries)


def _listed(
    kind: FaultKind, name: str, keys: Iterable[str], entries: Sequence[int]
) -> Iterator[Fault]:
    for key in sorted(keys):
        value = fingerprint(key)
        place = bisect_left(entries, value)
        if place < len(entries) and entries[place] == value:
            yield Fault(kind, name, key)
