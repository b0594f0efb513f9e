"""Takes a batch from its file to its answers, slice by slice."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer

from ..model.errors import UserFacingError
from .background import Background, Lane
from .tool import Tool

if TYPE_CHECKING:
    from pathlib import Path

    from ..assembly import Application
    from ..services.batch_service import JudgedRows, TableOpened
    from .ask_file import AskFile
    from .batch_worker import Worker
    from .main_window import MainWindow
    from .screens.batch_screen import BatchScreen
    from .tools import Tools

T = TypeVar("T")
SLICE = 200  # rows; small enough to be unpacked between two frames
_TELL_EVERY = 250  # milliseconds
_KINDS = "*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods"


class BatchDesk(QObject):
    """Owns the process that checks; it is started by the first file and ends with the run."""

    def __init__(
        self,
        application: "Application",
        window: "MainWindow",
        background: Background,
        tools: "Tools",
    ) -> None:
        super().__init__(window)
        self._application = application
        self._window = window
        self._background = background
        self._screen: BatchScreen | None = None
        self._worker: Worker | None = None
        self._run = 0  # answers to an earlier run are dropped
        self._count = 0
        self._telling: QTimer | None = None
        self.ask_file: AskFile | None = None
        tools.offer(Tool.BATCH, self._build)

    def open(self, file: "Path") -> None:
        """Read a file in place of the one before."""
        from ..services.batch_service import OpenTable  # noqa: PLC0415 -- loaded when asked for
        from .screens.batch_screen import BatchState  # noqa: PLC0415

        self._stop_worker()
        worker = self._worker = self._new_worker()
        if self._screen is not None:
            self._screen.model.clear()
            self._screen.enter(BatchState.OPENING)
        self._ask(lambda: worker.open(OpenTable(file)), self._show_opened)

    def takes(self, file: "Path") -> bool:
        """Open a file that was dropped while the page is shown; tell whether it was for us."""
        screen = self._screen
        if screen is None or not screen.isVisible() or self.is_running:
            return False
        self.open(file)
        return True

    def start(self) -> None:
        """Check every row of the chosen column."""
        from .screens.batch_screen import BatchState  # noqa: PLC0415

        screen = self._screen
        if screen is not None and self._worker is not None:
            screen.model.clear()
            screen.enter(BatchState.RUNNING)
            screen.buttons["stop"].setFocus()
            if self._telling is not None:
                self._telling.start()
            self._judge_from(0)

    def stop(self) -> None:
        """Stop; what was found stays, and the file is let go of."""
        self._stop_worker()
        self._end()

    def forget(self) -> None:
        """Stop, and keep nothing; the page is emptied by whoever empties the pages."""
        self._stop_worker()
        self._count = 0

    @property
    def is_running(self) -> bool:
        """Tell whether rows are being checked."""
        return (
            self._worker is not None
            and self._screen is not None
            and (self._screen.state.name == "RUNNING")
        )

    def close(self) -> None:
        """End the process."""
        self._stop_worker()

    def _build(self) -> "BatchScreen":
        from .screens.batch_screen import BatchScreen  # noqa: PLC0415 -- built when asked for

        screen = self._screen = BatchScreen()
        screen.pressed.connect(self._press)
        self._telling = QTimer(self)
        self._telling.setInterval(_TELL_EVERY)
        self._telling.timeout.connect(screen.say_progress)
        # What a file will need takes four pictures' time to load; a person takes longer to choose.
        self._background.run(Lane.ERRAND, _load, done=_nothing, failed=_nothing)
        return screen

    def _press(self, name: str) -> None:
        match name:
            case "open":
                self._ask_for_file()
            case "start":
                self.start()
            case "stop":
                self.stop()
            case "export":
                self._export()

    def _ask_for_file(self) -> None:
        from .ask_file import SystemDialogs  # noqa: PLC0415

        if self._screen is not None:
            title = self._window.style_now.words.text("batch.button.open")
            file = (self.ask_file or SystemDialogs()).to_open(self._screen, title, _KINDS)
            if file is not None:
                self.open(file)

    def _show_opened(self, opened: "TableOpened") -> None:
        self._count = opened.count
        if self._screen is not None:
            self._screen.show_opened(opened)
            self._screen.buttons["start"].setFocus()

    def _judge_from(self, start: int) -> None:
        from ..services.batch_service import JudgeRows  # noqa: PLC0415

        worker, screen = self._worker, self._screen
        if worker is None or screen is None:
            return
        request = JudgeRows(screen.chosen_column(), start, min(start + SLICE, self._count))
        self._ask(lambda: worker.judge(request), self._take)

    def _take(self, rows: "JudgedRows") -> None:
        screen = self._screen
        if screen is None:
            return
        screen.take(rows)
        done = rows.start + len(rows.texts)
        if done < self._count and rows.texts:
            self._judge_from(done)
        else:
            self._stop_worker()
            self._end()

    def _end(self) -> None:
        from .screens.batch_screen import BatchState  # noqa: PLC0415

        screen = self._screen
        if screen is not None:
            found = screen.model.judged() > 0
            screen.enter(BatchState.DONE if found else BatchState.EMPTY)
            screen.buttons["export" if found else "open"].setFocus()
            if found:
                screen.show_answers()

    def _export(self) -> None:
        from ..services.batch_export import export_batch  # noqa: PLC0415
        from .ask_file import SystemDialogs  # noqa: PLC0415

        screen = self._screen
        if screen is None:
            return
        catalog = self._window.style_now.words
        ask = self.ask_file or SystemDialogs()
        file = ask.to_save(
            screen, catalog.text("batch.button.export"), catalog.text("batch.export_name")
        )
        if file is not None:
            rows = list(screen.model.rows())
            self._ask(lambda: export_batch(rows, catalog, file), lambda _: None)

    def _ask(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        run = self._run

        def arrived(answer: T) -> None:
            if run == self._run:
                done(answer)

        def failed(error: Exception) -> None:
            if run != self._run:
                return
            if not isinstance(error, UserFacingError):
                raise error  # a mistake of ours: the crash guard says so
            if self._telling is not None:
                self._telling.stop()
            if self._screen is not None:
                self._screen.show_trouble(error)

        self._background.run(Lane.ERRAND, job, done=arrived, failed=failed)

    def _new_worker(self) -> "Worker":
        from .batch_worker import BatchWorker  # noqa: PLC0415

        return BatchWorker(self._application.paths, self._window.language)

    def _stop_worker(self) -> None:
        self._run += 1
        if self._telling is not None:
            self._telling.stop()
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()


def _load() -> None:
    from . import batch_worker  # noqa: F401, PLC0415 -- loading it is all that is wanted


def _nothing(_: object) -> None:
    """Whoever opens a file meets the same trouble, and says it."""
