"""P19: the longest silences of a 5 ms heartbeat in the window's thread while a list is installed.

Ours is the program's own way: a whole edition (the tables that ship, one list, the golden messages)
made in a process of its own and followed from a worker thread. The peer does the same job in that
thread; the floor is the heartbeat of an idle window. Figures are the 99th percentile in
milliseconds; `longest` is the longest of ours.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.p19_heartbeat 10000000
"""

import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count, pairwise
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.assembly import GoldenTrial
from app.feed.feed_index_codec import write_index
from app.feed.repository_layout import SCHEMA, TABLE_FOLDERS, full_target, tables_target
from app.feed.tables_pack import pack_tables, tables_of
from app.host.paths import RESOURCES
from app.lists.buckets import sorted_digest
from app.model.feed_index import FeedIndex, ListKind, ReportedList
from app.model.language import LocalizedText
from app.model.source_note import SourceClass, SourceNote
from app.model.sync_report import SyncPhase
from app.sync.apart import run_apart
from app.sync.installing import EditionJob, ListJob
from app.sync.watching import SyncWatcher
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


def listed_in(scene: Scene) -> ReportedList:
    """Return the list of the scene as an index names it."""
    values = scene.fingerprints()
    return ReportedList(
        name="reported",
        kind=ListKind.NUMBERS,
        version=1,
        entries=len(values),
        sha256=sorted_digest(values),
        full_target=full_target("reported", 1),
        deltas=(),
        reviewed=False,
        reason=LocalizedText(zh="有人举报过。", en="Somebody reported it."),
        source=SourceNote("A list", "https://example.com/list", "2026-11", SourceClass.PRESS),
        licence="CC0",
        since=date(2026, 1, 1),
        expires=date(2099, 1, 1),
        appeal="https://example.com/appeal",
    )


class Editions:
    """Makes the same edition again and again, in a fresh folder each time, and removes it."""

    def __init__(self, scene: Scene, folder: Path) -> None:
        self._folder = folder
        self._drafts = count()
        self._list = ListJob(listed_in(scene), wire=scene.wire())
        self.entries = self._list.listed.entries
        tables: list[tuple[str, Path]] = []
        for name, data in pack_tables(tables_of(RESOURCES)).items():
            target = folder / f"{name}.jsonl.zst"
            target.write_bytes(data)
            tables.append((name, target))
        self._tables = tuple(tables)
        names = tuple(map(tables_target, TABLE_FOLDERS))
        self._index = write_index(
            FeedIndex(SCHEMA, date(2026, 11, 20), names, (self._list.listed,))
        )

    @contextmanager
    def job(self) -> Iterator[EditionJob]:
        """Give the job of one edition, and clear away what it made."""
        draft = self._folder / f"edition-{next(self._drafts)}.new"
        trial = GoldenTrial(RESOURCES)
        yield EditionJob(RESOURCES, draft, self._index, self._tables, (self._list,), trial)
        shutil.rmtree(draft)

    def apart(self) -> None:
        """Make one as the program does."""
        with self.job() as job:
            run_apart(job, SyncWatcher())

    def in_this_thread(self) -> None:
        """Make one where the window's interpreter runs."""
        with self.job() as job:
            job(_tell_nobody)


def _tell_nobody(_phase: SyncPhase, _done: int, _total: int) -> None:
    pass


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    scene = Scene(entries_asked())
    app = QApplication(sys.argv[:1])
    silences: list[list[float]] = [[], [], []]
    with tempfile.TemporaryDirectory(dir=scene.folder) as name:
        editions = Editions(scene, Path(name))
        works: tuple[Callable[[], object], ...] = (
            editions.apart,
            editions.in_this_thread,
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
        entries=editions.entries,
        longest=round(ours[-1], 1),
        longest_of_thread=round(peer[-1], 1),
        longest_idle=round(floor[-1], 1),
        over_a_frame=sum(each > FRAME for each in ours),
        over_a_frame_idle=sum(each > FRAME for each in floor),
    )


if __name__ == "__main__":
    main()
