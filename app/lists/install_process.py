"""Installs a list in a process of its own: no window stutters, and it can be stopped."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from .list_install import Progress, install_delta, install_full
from .whole_files import sweep

_PATIENCE = 0.05  # seconds between two looks at whether somebody wants to stop
_NICENESS = 15
_Message = float | None | Exception  # a share that is done; all is done; it failed


@dataclass(frozen=True, slots=True)
class InstallJob:
    """What `install_full` takes, or, with a `base`, `install_delta`."""

    wire_file: Path
    entries: int
    sha256: str
    target: Path
    base: Path | None = None


def install_apart(
    job: InstallJob,
    progress: Progress | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> bool:
    """Do the job in a fresh process and wait for it; False if `stopped` said so before the end.

    Call it in a worker. `progress` is called there. Raises as the functions of `list_install`, and
    ChildProcessError if the process died; in each of these cases the target is as it was, and
    nothing is left beside it.
    """
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_work, args=(job, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        return _follow(process, ours, progress, stopped)
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()
        sweep(job.target)


def _follow(
    process: BaseProcess,
    messages: Connection,
    progress: Progress | None,
    stopped: Callable[[], bool],
) -> bool:
    while not stopped():
        if not messages.poll(_PATIENCE):
            continue
        message = _received(process, messages)
        if message is None:
            return True
        if isinstance(message, Exception):
            raise message
        if progress is not None:
            progress(message)
    return False


def _received(process: BaseProcess, messages: Connection) -> _Message:
    try:
        message: _Message = messages.recv()
    except EOFError:
        process.join()
        return ChildProcessError(f"the process ended with {process.exitcode}")
    return message


def _work(job: InstallJob, messages: Connection) -> None:
    if hasattr(os, "nice"):
        os.nice(_NICENESS)  # the window comes first
    try:
        _install(job, messages.send)
    except Exception as error:  # noqa: BLE001 -- it is raised again on the other side
        messages.send(error)
    else:
        messages.send(None)


def _install(job: InstallJob, progress: Progress) -> None:
    if job.base is None:
        install_full(job.wire_file, job.entries, job.sha256, job.target, progress)
    else:
        install_delta(job.base, job.wire_file, job.entries, job.sha256, job.target, progress)
