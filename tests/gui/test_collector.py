"""Garbage is collected, and by the window's thread alone."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from app.desktop.collector import Collector


class Ring:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.itself = self
        self.died_in: list[int] = []


@pytest.mark.usefixtures("qtbot")
def test_what_a_worker_leaves_behind_dies_in_the_windows_thread() -> None:
    parent = QObject()
    collector = Collector(parent)
    died: list[int] = []

    def work() -> None:
        ring = Ring()
        weakref.finalize(ring, lambda: died.append(threading.get_ident()))
        del ring
        keep: list[list[int]] = [[] for _ in range(5000)]  # enough to have Python collect by itself
        assert len(keep) == 5000

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert died == []
    while not died:
        gc.collect(0)
        collector.look()
    assert died == [threading.get_ident()]


@pytest.mark.usefixtures("qtbot")
def test_the_start_is_not_looked_through_again() -> None:
    parent = QObject()
    Collector(parent)
    try:
        assert gc.get_freeze_count() > 1000
        assert not gc.isenabled()
    finally:
        gc.unfreeze()
