"""Runs slow jobs off the GUI thread; the only file that knows threads."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Lane(Enum):
    """A queue of jobs."""

    REGISTRY = "registry"  # whatever touches the register: one thread, so no locks, and in order
    HISTORY = (
        "history"  # the person's own file: a thread of its own, so that it never delays a check
    )
    ERRAND = "errand"  # files, later the net, pictures, speech: never SQLite


_AT_ONCE = {Lane.ERRAND: 4}  # how many jobs of a lane run at the same time; else one


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
            lane: ThreadPoolExecutor(_AT_ONCE.get(lane, 1), thread_name_prefix=lane.value)
            for lane in Lane
        }
        self._is_closed = False
        self._arrived.connect(_settle, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        lane: Lane,
        job: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> Ticket[T]:
        """Queue `job`, and return the claim on its answer; after `close` nothing is begun."""
        ticket = Ticket(done, failed)
        if self._is_closed:  # an answer that came home late wanted one thing more
            ticket.drop()
            return ticket
        future = self._lanes[lane].submit(job)
        future.add_done_callback(lambda arrived: self._bring_home(ticket, arrived))
        return ticket

    def close(self) -> None:
        """Forget the jobs that wait, and let those that run come to their end.

        What a person wants kept is still written.
        """
        self._is_closed = True
        for lane, executor in self._lanes.items():
            executor.shutdown(wait=True, cancel_futures=lane is not Lane.HISTORY)

    def _bring_home(self, ticket: Ticket[Any], future: "Future[Any]") -> None:
        if not future.cancelled():
            self._arrived.emit(ticket, future)


def _settle(ticket: Ticket[Any], future: "Future[Any]") -> None:
    ticket.settle(future)
