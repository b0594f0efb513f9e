"""P19: the longest silences of a 5 ms heartbeat in the window's thread while a list is installed.

Ours installs in a process of its own, followed from a worker thread as the program does it; the
peer does the same job in a thread; the floor is the heartbeat of an idle window. Figures are the
99th percentile in milliseconds; `longest` is the longest of ours.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.p19_heartbeat 10000000
"""

import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.lists.fingerprints import sorted_digest
from app.lists.install_process import InstallJob, install_apart
from app.lists.list_install import install_full
from tests.benchmarks.list_scene import Scene, entries_asked, report

BEAT, LOOK = 5, 20  # milliseconds
IDLE = 5.0  # seconds
ROUNDS = 3
FRAME = 16.7


def gaps_during(app: QApplication, work: Callable[[], object]) -> list[float]:
    """Return the sorted gaps, in milliseconds, between beats while `work` runs in a thread."""
    beats: list[float] = []
    worker = threading.Thread(target=work)
    beat, look = QTimer(), QTimer()
    beat.setTimerType(Qt.TimerType.PreciseTimer)
    beat.timeout.connect(lambda: beats.append(time.perf_counter()))
    look.timeout.connect(lambda: None if worker.is_alive() else app.quit())
    beat.start(BEAT)
    look.start(LOOK)
    worker.start()
    app.exec()
    beat.stop()
    look.stop()
    return sorted(1000 * (b - a) for a, b in pairwise(beats))


def at_99(gaps: list[float]) -> float:
    """Return the 99th percentile."""
    return gaps[int(len(gaps) * 0.99)]


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    scene = Scene(entries_asked())
    values = scene.fingerprints()
    entries, digest, wire = len(values), sorted_digest(values), scene.wire()
    del values
    app = QApplication(sys.argv[:1])
    silences: list[list[float]] = [[], [], []]
    with tempfile.TemporaryDirectory(dir=scene.folder) as name:
        target = Path(name, "list")
        works: tuple[Callable[[], object], ...] = (
            lambda: install_apart(InstallJob(wire, entries, digest, target)),
            lambda: install_full(wire, entries, digest, target),
            lambda: time.sleep(IDLE),
        )
        for _ in range(ROUNDS):
            for place, work in enumerate(works):
                silences[place].extend(gaps_during(app, work))
    ours, peer, floor = (sorted(each) for each in silences)
    report(
        "P19",
        at_99(ours),
        at_99(peer),
        at_99(floor),
        entries=entries,
        longest=round(ours[-1], 1),
        longest_of_thread=round(peer[-1], 1),
        longest_idle=round(floor[-1], 1),
        over_a_frame=sum(each > FRAME for each in ours),
        over_a_frame_idle=sum(each > FRAME for each in floor),
    )


if __name__ == "__main__":
    main()
