"""Makes one computer serve many visitors: a code for each, and nothing of them left behind."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ...model.errors import UserFacingError
from ...model.report import CheckReport
from ...model.submission import Submission
from ...presentation.verdict_card import VerdictCard
from ...services.case_codes import new_case_code
from ...services.export_file import write_export
from ...services.shift_export import export_shift
from ...services.shift_log import ShiftLog
from ..ask_file import AskFile, SystemDialogs
from ..session import Session
from ..tool import Tool
from .desk_bar import DeskBar
from .idle_watch import IdleWatch
from .shift_paper import print_shift, shift_pdf, shift_picture
from .shift_screen import ShiftScreen
from .visitor_window import VisitorWindow
from .wiping import forget_clipboards, forget_screens

if TYPE_CHECKING:
    from ...assembly import Application
    from ..main_window import MainWindow


class DeskMode(QObject):
    """Lives beside the session; a visit begins with the first thing handed in after a wipe."""

    def __init__(
        self, application: "Application", window: "MainWindow", session: Session, desk: str
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._desk = desk
        self._brought: list[str] = []
        self.ask_file: AskFile = SystemDialogs()
        self.log = ShiftLog(
            application.paths.data_folder / "desk" / "shift-log.json", desk, application.clock
        )
        self.bar = DeskBar()
        self.watch = IdleWatch(self)
        self.visitor = VisitorWindow()
        self.shift_screen: ShiftScreen | None = None
        window.take_bar(self.bar)
        self._connect()
        self._begin_visit()
        shortcut = QShortcut(QKeySequence("Ctrl+Shift+W"), window)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)  # the second window's too
        shortcut.activated.connect(self.wipe)
        session.tools.offer(Tool.SHIFT, self._build_shift)

    def wipe(self) -> None:
        """Forget this visitor, everywhere at once, and be ready for the next."""
        window, session = self._window, self._session
        brought = [*self._brought, window.paste_screen.text(), window.paste_screen.who.text()]
        brought += session.crisis.written()
        session.controller.forget()
        session.batch.forget()
        session.questions.forget()
        session.crisis.forget()
        window.show_screen(window.paste_screen)
        self.visitor.forget()
        forget_screens(window.stack.screens())
        forget_clipboards(brought)
        self._brought.clear()
        self._begin_visit()

    def close(self) -> None:
        """Leave nothing behind when the program ends."""
        self.wipe()
        self.visitor.close()

    def _connect(self) -> None:
        window, controller = self._window, self._session.controller
        window.submitted.connect(self._note_brought)
        window.paste_screen.box.textChanged.connect(self._guard)
        window.paste_screen.who.textChanged.connect(self._guard)
        controller.judged.connect(self._count)
        controller.answered.connect(self._show_visitor)
        controller.retold.connect(self._show_visitor)
        window.dressed.connect(self._dress)
        self.bar.wipe_pressed.connect(self.wipe)
        self.bar.visitor_pressed.connect(self.visitor.open_up)
        self.watch.ticked.connect(self._tick)
        self.watch.ran_out.connect(self.wipe)
        self._dress()

    def _dress(self) -> None:
        style = self._window.style_now
        self._window.setWindowTitle(style.words.text("desk.title", desk=self._desk))
        self.bar.dress(style)
        self.visitor.dress(style)

    def _begin_visit(self) -> None:
        self.watch.disarm()
        self.code = self._session.history.case_code = new_case_code()
        self.bar.show_case(self.code, self.log.summary().checks)

    def _guard(self) -> None:
        self.watch.arm()

    def _tick(self, left: int) -> None:
        if left <= 1 and self._session.batch.is_running:
            self.watch.touch()  # a long table is being checked for somebody
            return
        self.bar.show_left(left)

    def _note_brought(self, submission: Submission) -> None:
        if not self._brought:
            self.log.note_visitor()
        self._brought += [submission.text, submission.sender or ""]
        self.watch.arm()

    def _count(self, report: CheckReport) -> None:
        self.log.note_check(report.verdict.level)
        self.bar.show_case(self.code, self.log.summary().checks)

    def _show_visitor(self, card: VerdictCard) -> None:
        self.visitor.show_card(card, self.code)

    def _build_shift(self) -> ShiftScreen:
        screen = self.shift_screen = ShiftScreen()
        screen.looked_at.connect(lambda: screen.show_summary(self.log.summary()))
        screen.pressed.connect(self._press)
        return screen

    def _press(self, name: str) -> None:
        screen = self.shift_screen
        if screen is None:
            return
        try:
            self._do(name, screen)
            screen.notice.show_error(None)
        except UserFacingError as error:
            screen.notice.show_error(error)
        screen.show_summary(self.log.summary())

    def _do(self, name: str, screen: ShiftScreen) -> None:
        summary, style = self.log.summary(), self._window.style_now
        match name:
            case "anew_now":
                self.log.begin_anew()
                self._begin_visit()
            case "print":
                print_shift(summary, style)
            case "table":
                self._save(screen, "table", lambda to: export_shift(summary, style.words, to))
            case "pdf":
                self._save(screen, "pdf", lambda to: write_export(to, shift_pdf(summary, style)))
            case "picture":
                self._save(
                    screen, "picture", lambda to: write_export(to, shift_picture(summary, style))
                )

    def _save(self, screen: ShiftScreen, name: str, write: Callable[[Path], None]) -> None:
        text = self._window.style_now.words.text
        file = self.ask_file.to_save(
            screen, text(f"shift.button.{name}"), text(f"shift.file.{name}")
        )
        if file is not None:
            write(file)
