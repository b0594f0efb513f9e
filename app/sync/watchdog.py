"""Hangs up on servers that take too long in all, with one thread for a whole sync.

A socket's own time limit begins anew with every byte, so one byte a minute would never end.
"""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from typing import Protocol


class Connection(Protocol):
    """What can be hung up on."""

    sock: socket.socket | None


class Watchdog:
    """Watches connections, each for `within` seconds at most; safe to share between threads.

    Its thread begins with the first, sleeps until the earliest time to bark, and ends when nothing
    was watched for as long, or with `close`.
    """

    def __init__(self, within: float) -> None:
        self._within = within
        self._lock = threading.Lock()
        self._until: dict[int, tuple[float, Connection]] = {}
        self._thread: threading.Thread | None = None
        self._closed = threading.Event()

    @contextlib.contextmanager
    def watching(self, connection: Connection) -> Iterator[None]:
        """Shut the socket of `connection` if the block takes too long."""
        name = id(connection)
        with self._lock:
            self._until[name] = (time.monotonic() + self._within, connection)
            if self._thread is None:
                self._thread = threading.Thread(target=self._watch, daemon=True)
                self._thread.start()
        try:
            yield
        finally:
            with self._lock:
                self._until.pop(name, None)

    def close(self) -> None:
        """Let the thread end."""
        self._closed.set()

    def _watch(self) -> None:
        pause = self._within  # whatever is watched later has longer than that
        while not self._closed.wait(pause):
            with self._lock:
                now = time.monotonic()
                self._hang_up(now)
                if not self._until:
                    self._thread = None
                    return
                pause = min(until for until, _ in self._until.values()) - now

    def _hang_up(self, now: float) -> None:
        """Shut what is late. Whoever waits for it reads the end of the connection."""
        for name, (until, connection) in tuple(self._until.items()):
            if until <= now:
                del self._until[name]
                if connection.sock is not None:
                    with contextlib.suppress(OSError):
                        connection.sock.shutdown(socket.SHUT_RDWR)
