"""Runs slow jobs off the GUI thread; the only file that knows threads."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Lane(Enum):
    """A queue of jobs; its value is how many run at once."""

    REGISTRY = 1  # everything that touches SQLite: one thread, so no locks, and answers in order
    ERRAND = 4  # files, later the net, pictures, speech: never SQLite


class Ticket(Generic[T]):
    """A claim on a job's answer. Who drops it will not be called."""

    def __init__(self, done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        self._done = done
        self._failed = failed
        self._dropped = False

    def drop(self) -> None:
        """Give the claim up; a job that has not begun still runs."""
        self._dropped = True

    def settle(self, future: "Future[T]") -> None:
        """Hand the answer, or the trouble, to whoever waits for it."""
        if self._dropped or future.cancelled():
            return
        error = future.exception()
        if error is None:
            self._done(future.result())
        elif isinstance(error, Exception):
            self._failed(error)
        else:  # SystemExit and the like end a program, not a job
            raise error


class Background(QObject):
    """Lives in the GUI thread and owns the lanes.

    Jobs are plain functions that know nothing of Qt and ask nobody anything. `done` and `failed`
    always run in the GUI thread, so they may touch widgets.
    """

    _arrived = Signal(object, object)  # Ticket, Future

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {
            lane: ThreadPoolExecutor(lane.value, thread_name_prefix=lane.name.lower())
            for lane in Lane
        }
        self._arrived.connect(_settle, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        lane: Lane,
        job: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> Ticket[T]:
        """Queue `job`, and return the claim on its answer."""
        ticket = Ticket(done, failed)
        future = self._lanes[lane].submit(job)
        future.add_done_callback(lambda arrived: self._bring_home(ticket, arrived))
        return ticket

    def close(self) -> None:
        """Forget the jobs that wait, and let those that run come to their end."""
        for executor in self._lanes.values():
            executor.shutdown(wait=True, cancel_futures=True)

    def _bring_home(self, ticket: Ticket[Any], future: "Future[Any]") -> None:
        if not future.cancelled():
            self._arrived.emit(ticket, future)


def _settle(ticket: Ticket[Any], future: "Future[Any]") -> None:
    ticket.settle(future)
