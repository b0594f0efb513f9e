"""What a person can do about a mark in the big lists: set it aside here, or appeal against it."""

from collections.abc import Callable
from datetime import date

from ..checking.knowledge import Knowledge
from ..feed.canon import Canon
from ..host.allow_list import AllowList
from ..model.errors import UserFacingError
from ..model.feed_index import ReportedList


class ListService:
    """Takes numbers and sites as people write them.

    Every method raises UserFacingError("no-such-key") for a text that is neither, and those that
    write UserFacingError("allow-list-unwritable").
    """

    def __init__(
        self, knowledge: Knowledge, canon: Canon, allow_list: AllowList, today: Callable[[], date]
    ) -> None:
        self._knowledge = knowledge
        self._canon = canon
        self._allow_list = allow_list
        self._today = today

    @property
    def allowed(self) -> tuple[str, ...]:
        """The keys that are set aside on this computer."""
        return self._allow_list.keys

    def key_of(self, text: str) -> str:
        """Return the canonical key of a number or a site."""
        return self._canon.number_key(text.strip()) or self._host(text)[0]

    def allow(self, text: str) -> str:
        """Set a number or a site aside, and return its key."""
        key = self.key_of(text)
        try:
            self._allow_list.add(key)
        except OSError as error:
            raise UserFacingError("allow-list-unwritable") from error
        return key

    def forget(self, text: str) -> bool:
        """Have the lists speak again, and tell whether they were silent."""
        key = self.key_of(text)
        try:
            return self._allow_list.remove(key)
        except OSError as error:
            raise UserFacingError("allow-list-unwritable") from error

    def marks(self, text: str) -> tuple[ReportedList, ...]:
        """Return every list that holds the number or the site, whether it is set aside or not."""
        number = self._canon.number_key(text.strip())
        if number is not None:
            return self._knowledge.lists_with_number(number, self._today())
        host, registrable = self._host(text)
        return self._knowledge.lists_with_host(host, registrable, self._today())

    def _host(self, text: str) -> tuple[str, str]:
        bare = text.strip()
        bare = (bare.partition("://")[2] or bare).partition("/")[0]
        found = self._canon.host_key(bare) if bare else None
        if found is None:
            raise UserFacingError("no-such-key")
        return found
