"""Follows a feed, for every face alike: add it by its card, fetch what is new, carry it on."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from ..feed.feed_card import FeedCard, fingerprint_words
from ..feed.voice_words import read_voice_words
from ..model.errors import DamagedDataError, UserFacingError
from ..model.language import LocalizedText
from ..model.sync_report import FeedStatus, StateTrouble, SyncOutcome
from ..sync.edition import Standing
from ..sync.feed_folder import ask_daily, asks_daily, card_in, keep_card, kept_card
from ..sync.sync_ground import SyncGround
from ..sync.watching import SyncWatcher


class OfferedCard(Struct, frozen=True):
    """A card somebody was given, with the words to compare by voice before it is trusted."""

    card: FeedCard
    words: tuple[LocalizedText, ...]
    data: bytes


class SyncService:
    """Cheap to make; the parts that speak with the net are loaded when they are needed.

    `standing` tells which edition is in use. Everything but `status` and `offered` may take long
    and belongs in a worker.
    """

    def __init__(self, ground: SyncGround, standing: Callable[[], Standing]) -> None:
        self._ground = ground
        self._standing = standing

    def offered(self, file: Path) -> OfferedCard:
        """Read a card file; nothing is trusted yet. Raises UserFacingError."""
        try:
            data, card = card_in(file)
        except DamagedDataError as error:
            raise DamagedDataError("feed-card-broken", cause=error.values["cause"]) from error
        return OfferedCard(card, self._words(card), data)

    def add(self, offered: OfferedCard) -> None:
        """Follow this feed from now on; the person compared its words."""
        keep_card(self._ground.feed_folder, offered.data)

    def status(self) -> FeedStatus:
        """Return what is followed and which edition is in use."""
        card = kept_card(self._ground.feed_folder, self._ground.resources)
        standing = self._standing()
        state, trouble = standing.state, standing.trouble
        daily = asks_daily(self._ground.feed_folder)
        late = state is not None and state.daily_is_late(self._ground.clock.now())
        if card is None:
            return FeedStatus(state=state, trouble=trouble, daily=daily, daily_is_late=late)
        return FeedStatus(card.name, card.url, self._words(card), state, trouble, daily, late)

    def switch_daily(self, *, on: bool) -> None:
        """Have the program ask by itself once a day, or no more; raises UserFacingError."""
        ask_daily(self._ground.feed_folder, on=on)

    def sync(self, watcher: SyncWatcher) -> SyncOutcome:
        """Ask the feed's server for what is new; raises UserFacingError or SyncCancelledError."""
        from ..sync.http_fetcher import HttpFetcher  # noqa: PLC0415 -- needs requests
        from ..sync.syncing import Sync  # noqa: PLC0415 -- needs tuf

        card = self._card()
        fetcher = HttpFetcher(watcher)
        try:
            return Sync(self._ground, card, fetcher, card.url, watcher).run(
                repair=self._is_broken()
            )
        finally:
            fetcher.close()

    def sync_from(self, place: Path, watcher: SyncWatcher) -> SyncOutcome:
        """Do the same, with the very same checks, from a folder or a zip that somebody carried."""
        from ..sync.feed_names import STICK  # noqa: PLC0415
        from ..sync.stick import stick_fetcher  # noqa: PLC0415 -- needs tuf
        from ..sync.syncing import Sync  # noqa: PLC0415 -- needs tuf

        card = self._card()
        fetcher = stick_fetcher(place)
        try:
            return Sync(self._ground, card, fetcher, STICK, watcher).run(repair=self._is_broken())
        finally:
            fetcher.close()

    def make_stick(self, folder: Path, watcher: SyncWatcher) -> int:
        """Copy the verified feed into `folder` for a computer without net; returns its bytes.

        What is not at hand is fetched first. Raises UserFacingError or SyncCancelledError.
        """
        from ..sync.http_fetcher import HttpFetcher  # noqa: PLC0415 -- needs requests
        from ..sync.stick import make_stick  # noqa: PLC0415 -- needs tuf

        card = self._card()
        fetcher = HttpFetcher(watcher)
        try:
            return make_stick(self._ground, card, fetcher, folder, watcher)
        finally:
            fetcher.close()

    def _is_broken(self) -> bool:
        return self._standing().trouble is StateTrouble.EDITION_BROKEN

    def _card(self) -> FeedCard:
        card = kept_card(self._ground.feed_folder, self._ground.resources)
        if card is None:
            raise UserFacingError("feed-none")
        return card

    def _words(self, card: FeedCard) -> tuple[LocalizedText, ...]:
        return fingerprint_words(card, read_voice_words(self._ground.resources))
