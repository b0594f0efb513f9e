"""Runs a batch in a process of its own, so that the window never waits for the interpreter."""

import multiprocessing
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Protocol

from ..host.paths import Paths
from ..model.errors import UserFacingError
from ..model.language import Language
from ..services.batch_service import (
    BatchService,
    JudgedRows,
    JudgeRows,
    OpenTable,
    Reply,
    Request,
    TableOpened,
    Trouble,
)

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess


class Worker(Protocol):
    """Answers one request at a time; raises UserFacingError."""

    def open(self, request: OpenTable) -> TableOpened:
        """Read a file."""
        ...

    def judge(self, request: JudgeRows) -> JudgedRows:
        """Check some rows."""
        ...

    def close(self) -> None:
        """Stop at once, and let go of everything that was read."""
        ...


class BatchWorker:
    """The process is started by the first request and ends with `close`.

    Never ask it in the GUI thread: every request waits for its answer. `close` does not wait.
    """

    def __init__(self, paths: Paths, language: Language) -> None:
        self._paths = paths
        self._language = language
        self._closed = False
        self._process: BaseProcess | None = None
        self._connection: Connection[Request, Reply] | None = None

    def open(self, request: OpenTable) -> TableOpened:
        """Read a file."""
        reply = self._ask(request)
        if not isinstance(reply, TableOpened):
            raise TypeError("another answer than asked for")
        return reply

    def judge(self, request: JudgeRows) -> JudgedRows:
        """Check some rows."""
        reply = self._ask(request)
        if not isinstance(reply, JudgedRows):
            raise TypeError("another answer than asked for")
        return reply

    def close(self) -> None:
        """Stop at once, and let go of everything that was read."""
        # The connection is left to whoever may be waiting at it: it ends with the process. Nobody
        # waits for that end, which takes longer than a picture: the next process and the end of
        # the program clear away what is left of it.
        self._closed = True
        if self._process is not None:
            self._process.terminate()

    def _ask(self, request: Request) -> Reply:
        try:
            connection = self._connection or self._start()
            connection.send(request)
            reply = connection.recv()
        except (EOFError, OSError) as error:  # the process died, or was told to
            raise UserFacingError("batch-stopped") from error
        if isinstance(reply, Trouble):
            raise UserFacingError(reply.reference, **dict(reply.values))
        return reply

    def _start(self) -> "Connection[Request, Reply]":
        spawning = multiprocessing.get_context("spawn")
        ours, theirs = spawning.Pipe()
        process = spawning.Process(
            target=serve, args=(theirs, self._paths, self._language), daemon=True
        )
        process.start()
        theirs.close()
        self._process, self._connection = process, ours
        if self._closed:  # meanwhile
            self.close()
        return ours


def serve(connection: "Connection[Reply, Request]", paths: Paths, language: Language) -> None:
    """Answer requests until the other side hangs up; runs in the process of its own."""
    from ..assembly import Application  # noqa: PLC0415 -- the window has it loaded already
    from ..host.clock import SystemClock  # noqa: PLC0415

    application = Application(paths, SystemClock())
    service = BatchService(application.check_service, application.catalog(language))
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            connection.send(service.answer(connection.recv()))
