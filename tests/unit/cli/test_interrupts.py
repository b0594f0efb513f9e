"""Ctrl-C calls a sync off, even where Python drops the interrupt."""

import os
import signal
from contextlib import suppress

import pytest

from app.cli.interrupts import calling_off
from app.sync.watching import SyncCancelledError, SyncWatcher


def test_an_interrupt_is_raised_as_always() -> None:
    with pytest.raises(KeyboardInterrupt), calling_off(SyncWatcher()):
        os.kill(os.getpid(), signal.SIGINT)


def test_a_swallowed_interrupt_ends_the_work_at_its_next_step() -> None:
    watcher = SyncWatcher()
    with calling_off(watcher):
        with suppress(KeyboardInterrupt):  # as a finalizer does
            os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(SyncCancelledError):
            watcher.check()


def test_afterwards_ctrl_c_is_what_it_was() -> None:
    before = signal.getsignal(signal.SIGINT)
    with calling_off(SyncWatcher()):
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
