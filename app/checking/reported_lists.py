"""The big lists of reported numbers and domains, as a check may ask them."""

from collections.abc import Callable, Container, Iterable
from datetime import date
from typing import Protocol

from ..model.feed_index import ListKind, ReportedList


class BigList(Protocol):
    """One list that is open for look-ups."""

    @property
    def about(self) -> ReportedList:
        """What the list says of itself."""
        ...

    @property
    def holds(self) -> Callable[[str], bool]:
        """What tells whether a canonical key is in the list."""
        ...


class ReportedLists:
    """Several lists, and the keys this person has found to be listed wrongly.

    `allowed` may change while the program runs. Lists are asked in the order given.
    """

    def __init__(
        self, lists: Iterable[BigList] = (), allowed: Container[str] = frozenset()
    ) -> None:
        every = tuple(lists)
        self._lists = {
            kind: tuple((each.about, each.holds) for each in every if each.about.kind is kind)
            for kind in ListKind
        }
        self._is_empty = not every
        self._allowed = allowed

    def __bool__(self) -> bool:
        return not self._is_empty

    def holding(
        self, kind: ListKind, keys: tuple[str, ...], today: date
    ) -> tuple[ReportedList, ...]:
        """Return the lists of a kind that hold one of the keys; none that has expired is asked."""
        found: tuple[ReportedList, ...] = ()
        for about, holds in self._lists[kind]:
            if today <= about.expires:
                for key in keys:
                    if holds(key):
                        found = (*found, about)
                        break
        return found

    def allows(self, keys: tuple[str, ...]) -> bool:
        """Tell whether this person has set one of the keys free."""
        return any(map(self._allowed.__contains__, keys))
