"""Runs a job in a process of its own, which can be watched, called off and ended."""

import ctypes
import multiprocessing
import os
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from ..model.errors import UserFacingError
from ..model.sync_report import SyncPhase
from .watching import SyncWatcher

T = TypeVar("T")
Report = Callable[[SyncPhase, int, int], None]

_LOOK_EVERY = 0.1  # seconds
_BELOW_NORMAL = 0x4000  # BELOW_NORMAL_PRIORITY_CLASS of Windows
LONGEST_SILENCE = 300.0  # seconds without a word from the job


class JobFailedError(Exception):
    """The job raised something that is no UserFacingError or OSError, or died; str tells what."""


class _Answer(Generic[T]):
    def __init__(self, result: T | None = None, error: Exception | None = None) -> None:
        self.result = result
        self.error = error


def run_apart(
    job: Callable[[Report], T], watcher: SyncWatcher, longest_silence: float = LONGEST_SILENCE
) -> T:
    """Run `job`, which must be picklable, and return its result.

    Raises what the job raised if it is a UserFacingError or an OSError, JobFailedError for anything
    else or if the job says nothing for too long, SyncCancelledError if the person called it off.
    The process never outlives this call.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(job, theirs, os.getpid()), daemon=True)
    process.start()
    theirs.close()
    try:
        answer: _Answer[T] = _listen(ours, watcher, longest_silence)
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()
    if answer.error is not None:
        raise answer.error
    return answer.result  # type: ignore[return-value] # no error, so there is a result


def _listen(ours: "Connection", watcher: SyncWatcher, longest_silence: float) -> "_Answer[Any]":
    heard = time.monotonic()
    while True:
        watcher.check()
        if ours.poll(_LOOK_EVERY):
            heard = time.monotonic()
            try:
                message = ours.recv()
            except EOFError:
                raise JobFailedError("the process died") from None
            if isinstance(message, _Answer):
                return message
            phase, done, total = message
            watcher.tell(phase, done, total)
        elif time.monotonic() - heard > longest_silence:
            raise JobFailedError("it did not come to an end")


def _work(job: Callable[[Report], T], theirs: "Connection", parent: int) -> None:
    _be_modest()

    def report(phase: SyncPhase, done: int = 0, total: int = 0) -> None:
        if os.getppid() != parent and os.name != "nt":
            os._exit(1)  # nobody waits any more
        theirs.send((phase, done, total))

    try:
        answer: _Answer[T] = _Answer(job(report))
    except (UserFacingError, OSError) as error:
        answer = _Answer(error=error)
    except Exception as error:  # noqa: BLE001 -- what was fetched must not be able to end the program
        answer = _Answer(error=JobFailedError(f"{type(error).__name__}: {error}"[:200]))
    theirs.send(answer)


def _be_modest() -> None:
    """Let the person's window come first; much lower, and a busy machine would never be done."""
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.SetPriorityClass.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(5)
