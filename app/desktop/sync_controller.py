"""Takes a sync from the press of a button to its end, and asks by itself once a day."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from ..host.clock import Clock
from ..model.errors import UserFacingError
from ..model.sync_report import FeedStatus, SyncEnd, SyncOutcome, SyncProgress
from ..services.sync_service import OfferedCard, SyncService
from ..sync.schedule import Attempts, next_sync
from ..sync.watching import SyncCancelledError, SyncWatcher
from .background import Background, Lane

T = TypeVar("T")

_LOOK_EVERY = 10 * 60 * 1000  # milliseconds between two looks at the clock


class SyncController(QObject):
    """One thing at a time. Everything slow runs in the ERRAND lane; its steps come as signals."""

    status_known = Signal(object)  # FeedStatus
    card_offered = Signal(object)  # OfferedCard
    began = Signal()
    progressed = Signal(object)  # SyncProgress
    ended = Signal(object)  # SyncOutcome
    stick_made = Signal(str, int)  # folder, bytes
    cancelled = Signal()
    failed = Signal(object)  # UserFacingError
    renewed = Signal()  # another list is in use

    def __init__(
        self, service: Callable[[], SyncService], background: Background, clock: Clock
    ) -> None:
        super().__init__(background)
        self._service = service
        self._background = background
        self._clock = clock
        self._watcher: SyncWatcher | None = None
        self._jitter = random.random()  # noqa: S311 -- spreads desks over the hours, hides nothing
        self._attempts = Attempts(clock.now())
        self._by_itself = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.look_at_the_clock)
        self._timer.start()

    @property
    def is_busy(self) -> bool:
        return self._watcher is not None

    def refresh(self) -> None:
        """Have the status told."""
        self._quietly(lambda: self._service().status(), self._know)

    def look_up(self, done: Callable[[FeedStatus], None]) -> None:
        """Tell the status to `done` alone; trouble waits until somebody opens the screen."""
        self._background.run(
            Lane.ERRAND, lambda: self._service().status(), done=done, failed=_raise_a_bug
        )

    def update(self) -> None:
        """Ask the feed's server."""
        self._sync(lambda service, watcher: service.sync(watcher))

    def update_from(self, place: Path) -> None:
        """Take what is on a stick."""
        self._sync(lambda service, watcher: service.sync_from(place, watcher))

    def make_stick(self, folder: Path) -> None:
        """Write a stick for another computer."""
        self._work(
            lambda watcher: self._service().make_stick(folder, watcher),
            lambda size: self.stick_made.emit(str(folder), size),
        )

    def read_card(self, file: Path) -> None:
        """Have a card offered with its words."""
        self._quietly(lambda: self._service().offered(file), self.card_offered.emit)

    def add(self, offered: OfferedCard) -> None:
        """Follow the card's feed; the person compared its words."""

        def job() -> FeedStatus:
            service = self._service()
            service.add(offered)
            return service.status()

        def done(status: FeedStatus) -> None:
            self._know(status)
            self.renewed.emit()

        self._quietly(job, done)

    def switch_daily(self, on: bool) -> None:  # noqa: FBT001 -- a signal's only argument
        """Ask by itself once a day, or no more."""

        def job() -> FeedStatus:
            service = self._service()
            service.switch_daily(on=on)
            return service.status()

        self._quietly(job, self._know)

    def cancel(self) -> None:
        """End what runs, at its next step; what has arrived is kept."""
        if self._watcher is not None:
            self._watcher.cancel()

    def look_at_the_clock(self) -> None:
        """Ask by itself if that is switched on and due; trouble is not shown, it only waits."""
        if not self.is_busy:
            self._quietly(lambda: self._service().status(), self._ask_if_due)

    def _ask_if_due(self, status: FeedStatus) -> None:
        verified = status.state.verified_at if status.state is not None else None
        self._attempts = replace(self._attempts, last_success=verified)
        if not status.daily or status.name is None or self.is_busy:
            return
        if self._clock.now() >= next_sync(self._attempts, self._jitter):
            self._by_itself = True
            self.update()

    def _know(self, status: FeedStatus) -> None:
        self.status_known.emit(status)

    def _sync(self, sync: Callable[[SyncService, SyncWatcher], SyncOutcome]) -> None:
        self._work(lambda watcher: sync(self._service(), watcher), self._end)

    def _end(self, outcome: SyncOutcome) -> None:
        self._attempts = replace(self._attempts, failures=0)
        self.ended.emit(outcome)
        if outcome.end is SyncEnd.UPDATED:
            self.renewed.emit()
        self.refresh()

    def _work(self, job: Callable[[SyncWatcher], T], done: Callable[[T], Any]) -> None:
        if self.is_busy:
            return
        watcher = self._watcher = SyncWatcher(self._tell)
        self.began.emit()

        def finish(result: T) -> None:
            self._watcher, self._by_itself = None, False
            done(result)

        self._background.run(Lane.ERRAND, lambda: job(watcher), done=finish, failed=self._fail)

    def _tell(self, progress: SyncProgress) -> None:
        self.progressed.emit(progress)  # from a worker: Qt brings it to the window's own thread

    def _fail(self, error: Exception) -> None:
        by_itself, self._by_itself, self._watcher = self._by_itself, False, None
        if isinstance(error, SyncCancelledError):
            self.cancelled.emit()
            return
        if not isinstance(error, UserFacingError):
            raise error
        self._attempts = replace(
            self._attempts, last_failure=self._clock.now(), failures=self._attempts.failures + 1
        )
        if by_itself:
            self.cancelled.emit()
        else:
            self.failed.emit(error)

    def _quietly(self, job: Callable[[], T], done: Callable[[T], Any]) -> None:
        self._background.run(Lane.ERRAND, job, done=done, failed=self._tell_trouble)

    def _tell_trouble(self, error: Exception) -> None:
        _raise_a_bug(error)
        self.failed.emit(error)


def _raise_a_bug(error: Exception) -> None:
    if not isinstance(error, UserFacingError):
        raise error
