"""Has Ctrl-C call a sync off, wherever it reaches the program."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from ..sync.watching import SyncWatcher


@contextmanager
def calling_off(watcher: SyncWatcher) -> Iterator[None]:
    """While it lasts, Ctrl-C cancels `watcher` and raises KeyboardInterrupt as it always does.

    Python drops an interrupt that arrives inside a finalizer (`sys.unraisablehook`); the watcher
    then ends the work at its next step.
    """

    def call_off(_number: int, _frame: FrameType | None) -> None:
        watcher.cancel()
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, call_off)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
