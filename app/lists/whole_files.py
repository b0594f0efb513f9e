"""Writes a file whole or not at all, from a thread of its own."""

import os
import tempfile
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

Part = bytes | memoryview  # or whatever else has bytes and is left alone after it was handed over

_MOST_WAITING = 8  # parts
_SETTLED_EVERY = 8 << 20  # bytes


class WritingBehind:
    """Takes parts in a row. The next can be made while one is written and put onto the disk."""

    def __init__(self, file: BinaryIO, thread: ThreadPoolExecutor) -> None:
        self._file = file
        self._thread = thread
        self._waiting: deque[Future[None]] = deque()
        self._unsettled = 0

    def write(self, part: Part) -> None:
        """Have `part` written; raises the OSError of an earlier one."""
        if len(self._waiting) >= _MOST_WAITING:
            self._waiting.popleft().result()
        self._waiting.append(self._thread.submit(self._put, part))

    def settle(self) -> None:
        """Return when everything is on the disk; raises OSError."""
        while self._waiting:
            self._waiting.popleft().result()
        self._sync()

    def _put(self, part: Part) -> None:
        self._unsettled += self._file.write(part)
        if self._unsettled >= _SETTLED_EVERY:
            self._sync()
            self._unsettled = 0

    def _sync(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())


@contextmanager
def whole_file(path: Path) -> Iterator[WritingBehind]:
    """Give a new file beside `path` to write to, which takes its place at the end of the block.

    Raises OSError. If the block raises, or the disk will not have it, `path` is as it was and
    nothing is left beside it. On Windows that is so too while somebody has the old file open.
    """
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    beside = Path(name)
    try:
        with os.fdopen(number, "wb") as file, ThreadPoolExecutor(1) as thread:
            writing = WritingBehind(file, thread)
            yield writing
            writing.settle()
        beside.replace(path)
        _settle(path.parent)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _settle(folder: Path) -> None:
    """Put the new name onto the disk too, on systems where folders can be told to."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
