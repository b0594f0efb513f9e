"""What a window adds to the engine's time between a paste and the painted answer.

usage: paste_to_verdict.py [rounds]

Each round is a fresh process with the real window, offscreen: every text is put on the clipboard
and pasted by Ctrl+V into the empty box, which hands it in; the time runs until the last painting of
the answer is over. The engine's own time, for the check and its card, is taken off. `ours` is the
median of the later answers, `cold` that of a process's first, `worst` the longest of all, in
milliseconds; the peer is what the goal allows, the floor a bare label that paints the same words.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.assembly import Application, build_application
from app.desktop.check_controller import CheckState
from app.desktop.main_window import MainWindow
from app.desktop.session import Session
from app.host.settings import Settings
from app.model.language import Language
from app.model.report import CheckReport
from app.model.submission import Submission
from app.presentation.verdict_card import VerdictCard
from app.services.check_service import CheckService
from tests.benchmarks.list_scene import report

ALLOWED = 50.0  # milliseconds
SETTLED = 250  # milliseconds without a painting, after which nothing more is expected
ROUNDS = 5
TEXTS = (
    "您好，我是抖音客服，您开通了直播会员，每月扣800元，请下载会议软件把屏幕共享给我",
    "周末去爬山好不好，听说红叶很漂亮",
    "95152",
    "加我微信，刷单一天赚三百，先垫付一百，别告诉家人",
    "【某快递】您的包裹已到驿站，取件码3-2-4471，请及时领取",
    "https://a.example.top/login?id=88",
)


class TimedChecker:
    """The real service, and how long it took for the last answer, in seconds."""

    def __init__(self, service: CheckService) -> None:
        self._service = service
        self.seconds = 0.0

    def check(self, submission: Submission) -> CheckReport:
        """Judge, and begin to count anew."""
        began = time.perf_counter()
        judged = self._service.check(submission)
        self.seconds = time.perf_counter() - began
        return judged

    def card(self, judged: CheckReport, language: Language) -> VerdictCard:
        """Say the case; this too is the engine's."""
        began = time.perf_counter()
        card = self._service.card(judged, language)
        self.seconds += time.perf_counter() - began
        return card


class TimedApplication(Application):
    """The real application over a checker that counts."""

    checker: TimedChecker | None = None

    def check_service(self) -> CheckService:
        if self.checker is None:
            self.checker = TimedChecker(super().check_service())
        return self.checker  # type: ignore[return-value] # it answers as the service does


class LastPainting(QObject):
    """Notes when the last painting of what it watches was over."""

    def __init__(self) -> None:
        super().__init__()
        self.at = 0.0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._note)  # once the whole window has been painted
        return False

    def _note(self) -> None:
        self.at = time.perf_counter()


def one_process(home: Path) -> dict[str, list[float]]:
    """Return the milliseconds beyond the engine's for each text, and a bare label's."""
    qt = QApplication([])
    application = TimedApplication(build_application(home).paths)
    window = MainWindow(application.catalog, Settings("zh"), Language.ZH)
    window.resize(1024, 768)
    window.show()
    session = Session(application, window)
    while not session.controller.is_prepared:
        _spin(qt, 50)
    _spin(qt, SETTLED)
    ours = [_answer(qt, window, session, application, text) for text in TEXTS]
    card = session.verdict_screen.card
    session.close()
    words = "\n".join((card.headline, card.second_line, card.instruction)) if card else ""
    return {"ours": ours, "floor": [_bare_label(qt, words) for _ in TEXTS]}


def _answer(
    qt: QApplication, window: MainWindow, session: Session, application: TimedApplication, text: str
) -> float:
    box = window.paste_screen.box
    window.start_again()
    window.paste_screen.take_keyboard()
    QGuiApplication.clipboard().setText(text)
    _spin(qt, SETTLED)
    painting = LastPainting()
    watch = session.controller.answered.connect(
        lambda _card: session.verdict_screen.view.installEventFilter(painting)  # type: ignore[union-attr] # it was just built
    )
    began = time.perf_counter()
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    while session.controller.state is not CheckState.ANSWERED:
        qt.processEvents()
    _spin(qt, SETTLED)
    session.controller.answered.disconnect(watch)
    if application.checker is None or painting.at < began:
        raise RuntimeError("no answer was painted")
    return 1000 * (painting.at - began - application.checker.seconds)


def _bare_label(qt: QApplication, words: str) -> float:
    painting = LastPainting()
    window = QWidget()
    window.resize(1024, 768)
    label = QLabel(window)
    label.resize(window.size())
    window.show()
    _spin(qt, SETTLED)
    label.installEventFilter(painting)
    began = time.perf_counter()
    label.setText(words)
    _spin(qt, SETTLED)
    window.close()
    return 1000 * (painting.at - began)


def _spin(qt: QApplication, milliseconds: int) -> None:
    QTimer.singleShot(milliseconds, qt.exit)  # quit would close the window
    qt.exec()


def main() -> None:
    """Measure in fresh processes and print one line of JSON."""
    if "--once" in sys.argv:
        with tempfile.TemporaryDirectory() as home:
            print(json.dumps(one_process(Path(home))))
        return
    rounds = next((int(each) for each in sys.argv[1:] if each.isdigit()), ROUNDS)
    cold: list[float] = []
    later: list[float] = []
    floor: list[float] = []
    for _ in range(rounds):
        command = [sys.executable, __file__, "--once"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
        figures = json.loads(done.stdout.splitlines()[-1])
        cold.append(figures["ours"][0])
        later.extend(figures["ours"][1:])
        floor.extend(figures["floor"])
    report(
        "paste_to_verdict",
        median(later),
        ALLOWED,
        median(floor),
        cold=round(median(cold), 1),
        worst=round(max(*cold, *later), 1),
    )


if __name__ == "__main__":
    main()
