"""Whether an imported list may go out: not expired, and against nobody it must not be against."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from ..checking.knowledge import host_suffixes
from ..checking.world_brands import load_world_brands
from ..lists.fingerprints import fingerprint
from ..model.feed_index import ListKind
from ..model.register import Register
from .faults import Fault, FaultKind
from .list_store import ListStore


class ListLint:
    """Looks up everybody who must not be listed in each list, by fingerprint."""

    def __init__(self, register: Register, resources: Path, popular: frozenset[str]) -> None:
        self._numbers = frozenset(each.key for each in register.numbers)
        self._domains = frozenset(
            key
            for each in register.domains
            for key in (each.host, each.registrable_domain, *host_suffixes(each.host))
        )
        brands = load_world_brands(resources)
        self._popular = popular | {each.domain for each in brands}

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
        if store.about().kind is ListKind.NUMBERS:
            yield from _listed(FaultKind.LIST_OFFICIAL, name, self._numbers, entries)
        else:
            yield from _listed(FaultKind.LIST_OFFICIAL, name, self._domains, entries)
            yield from _listed(FaultKind.LIST_POPULAR, name, self._popular, entries)


def _listed(
    kind: FaultKind, name: str, keys: Iterable[str], entries: Sequence[int]
) -> Iterator[Fault]:
    for key in sorted(keys):
        value = fingerprint(key)
        place = bisect_left(entries, value)
        if place < len(entries) and entries[place] == value:
            yield Fault(kind, name, key)
