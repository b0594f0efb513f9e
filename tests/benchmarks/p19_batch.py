"""P19: the window's heartbeat while a batch of 100,000 rows is checked and shown.

usage: p19_batch.py [rows] [seconds]

A timer of 5 ms ticks in the real window, offscreen; the gaps between its ticks are measured idle,
then while the batch runs in its process ("ours"), then with the same checks in a thread ("peer").
Floor is the idle window. Figures are milliseconds at the 99th percentile; `ours_max` is the longest
gap of all, from opening the file to the last answer, `floor_max` the longest of the idle window.
"""

import json
import os
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.assembly import Application, build_application
from app.desktop.main_window import MainWindow
from app.desktop.session import Session
from app.desktop.tool import Tool
from app.host.settings import Settings
from app.model.language import Language
from app.model.submission import Submission

_TICK = 5  # milliseconds
_TEXTS = (
    "您好，我是抖音客服，您开通了直播会员，每月扣800元，请下载会议软件把屏幕共享给我",
    "95152",
    "【某快递】您的包裹已到驿站，取件码3-2-4471，请及时领取",
    "https://a.example.top/login?id=88",
    "加我微信，刷单一天赚三百，先垫付一百",
)


class Heartbeat:
    """Collects the gaps between ticks."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

    def p99(self) -> float:
        """Return the gap that one in a hundred exceeds, and begin anew."""
        ordered = sorted(self.gaps)
        self.gaps.clear()
        return ordered[int(len(ordered) * 0.99)]


def main() -> None:
    """Print one line of JSON."""
    figures = [int(each) for each in sys.argv[1:]]
    rows, seconds = [*figures, 100_000, 8][: len(figures)] + [100_000, 8][len(figures) :]
    qt = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        application = build_application(Path(folder))
        window = MainWindow(application.catalog, Settings("zh"), Language.ZH)
        window.resize(1280, 860)
        window.show()
        session = Session(application, window)
        _spin(qt, 3)
        file = _file(Path(folder), rows)  # before anything is measured: it takes 30 ms to write
        heartbeat = Heartbeat()
        session.tools.open(Tool.BATCH)
        _spin(qt, 1)
        heartbeat.gaps.clear()
        _spin(qt, seconds)
        idle_longest, idle = max(heartbeat.gaps), heartbeat.p99()
        ours, longest, rate = _batch(qt, session, heartbeat, file)
        in_thread = _thread(qt, application, heartbeat, seconds)
        session.close()
    line = {
        "id": "P19",
        "ours": round(ours, 2),
        "peer": round(in_thread, 2),
        "floor": round(idle, 2),
        "ours_over_peer": round(ours / in_thread, 2),
        "ours_over_floor": round(ours / idle, 2),
        "ours_max": round(longest, 1),
        "floor_max": round(idle_longest, 1),
        "rows_a_second": round(rate),
    }
    print(json.dumps(line))


def _file(folder: Path, rows: int) -> Path:
    file = folder / "rows.txt"
    lines = (f"{_TEXTS[place % len(_TEXTS)]} {place}" for place in range(rows))
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def _batch(
    qt: QApplication, session: Session, heartbeat: Heartbeat, file: Path
) -> tuple[float, float, float]:
    batch = session.batch
    batch.open(file)
    screen = batch._screen
    if screen is None:
        raise RuntimeError("the page was not built")
    while screen.state.name != "OPENED":
        _spin(qt, 0.05)
    began = time.perf_counter()
    batch.start()
    while screen.state.name != "DONE":
        _spin(qt, 0.05)
    rate = screen.model.judged() / (time.perf_counter() - began)
    longest = max(heartbeat.gaps)
    return heartbeat.p99(), longest, rate


def _thread(
    qt: QApplication, application: Application, heartbeat: Heartbeat, seconds: float
) -> float:
    service = application.check_service()
    over = threading.Event()

    def work() -> None:
        place = 0
        while not over.is_set():
            place += 1
            service.check(Submission(f"{_TEXTS[place % len(_TEXTS)]} {place}"))

    thread = threading.Thread(target=work)
    thread.start()
    heartbeat.gaps.clear()
    _spin(qt, seconds)
    over.set()
    thread.join()
    return heartbeat.p99()


def _spin(qt: QApplication, seconds: float) -> None:
    QTimer.singleShot(round(seconds * 1000), qt.exit)  # quit would close the window
    qt.exec()


if __name__ == "__main__":
    main()
