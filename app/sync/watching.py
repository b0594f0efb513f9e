"""Lets a person see how far a sync is, and call it off."""

import threading
import time
from collections.abc import Callable

from ..model.sync_report import SyncPhase, SyncProgress

_EVERY = 0.1  # seconds between two reports of one phase
_SPEED_OVER = 3.0  # seconds


class SyncCancelledError(Exception):
    """The person called the sync off; everything fetched so far is kept for the next time."""


class SyncWatcher:
    """Handed through a whole sync.

    `cancel` may be called from any thread; `report` is called in the thread that syncs, at most ten
    times a second for one phase.
    """

    def __init__(self, report: Callable[[SyncProgress], None] = lambda _: None) -> None:
        self._report = report
        self._cancelled = threading.Event()
        self._phase: SyncPhase | None = None
        self._last = 0.0
        self._marks: list[tuple[float, int]] = []

    def cancel(self) -> None:
        """Have the sync end at its next step."""
        self._cancelled.set()

    def check(self) -> None:
        """Raise SyncCancelledError if it was called off."""
        if self._cancelled.is_set():
            raise SyncCancelledError

    def tell(self, phase: SyncPhase, done: int = 0, total: int = 0) -> None:
        """Report how far a phase is; raises SyncCancelledError."""
        self.check()
        now = time.monotonic()
        if phase is not self._phase:
            self._phase, self._last, self._marks = phase, 0.0, [(now, done)]
        if now - self._last < _EVERY and (done < total or not total):
            return
        self._last = now
        self._marks = [mark for mark in self._marks if now - mark[0] < _SPEED_OVER] or [(now, done)]
        since, before = self._marks[0]
        speed = int((done - before) / (now - since)) if now > since else 0
        self._marks.append((now, done))
        self._report(SyncProgress(phase, done, total, max(0, speed)))
