"""Joins the history to the checks and to its page."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from ..model.errors import UserFacingError
from ..model.history_entry import HistoryEntry
from ..model.report import CheckReport
from .background import Background, Lane
from .tool import Tool

if TYPE_CHECKING:
    from ..assembly import Application
    from ..services.history_service import HistoryService
    from .ask_file import AskFile
    from .check_controller import CheckController
    from .main_window import MainWindow
    from .screens.history_screen import HistoryScreen
    from .tools import Tools

T = TypeVar("T")
# What only writing meets: a page that is read all the same must not look whole.
_UNREAD = frozenset({"history-read-only", "history-full"})


class HistoryKeeper(QObject):
    """Keeps a check only if the person's settings say so. `case_code` is a desk's, "" at home."""

    def __init__(
        self,
        application: "Application",
        window: "MainWindow",
        background: Background,
        controller: "CheckController",
        tools: "Tools",
    ) -> None:
        super().__init__(window)
        self._application = application
        self._window = window
        self._background = background
        self._tools = tools
        self._screen: HistoryScreen | None = None
        self._wanted = ""
        self._unkept: UserFacingError | None = None  # why the last check is not in the file
        self.case_code = ""
        self.ask_file: AskFile | None = None
        controller.judged.connect(self._keep)
        tools.offer(Tool.HISTORY, self._build)

    def close(self) -> None:
        """Close the file, after everything that waits for it."""
        if self._application.has_history_service:
            self._background.run(
                Lane.HISTORY, self._service_closed, done=lambda _: None, failed=lambda _: None
            )

    def _keep(self, report: CheckReport) -> None:
        settings = self._window.settings
        if not settings.history or not report.reading.submission.text.strip():
            return
        from ..services.history_service import Keeping  # noqa: PLC0415 -- only if it is wanted

        keeping = Keeping(settings.history_days, settings.history_whole, self.case_code)
        self._run(
            lambda: self._service().add(report, keeping),
            done=lambda _: self._note_kept(None),
            failed=self._note_kept,
        )

    def _note_kept(self, trouble: UserFacingError | None) -> None:
        self._unkept = trouble
        if trouble is not None:
            self._window.paste_screen.show_note("note.history_not_kept")
        self._reload()

    def _build(self) -> "HistoryScreen":
        from .screens.history_screen import HistoryScreen  # noqa: PLC0415 -- built when asked for

        screen = self._screen = HistoryScreen()
        screen.looked_at.connect(self._reload)
        screen.searched.connect(lambda _: self._reload())
        screen.pressed.connect(self._press)
        screen.passphrase_given.connect(self._take_passphrase)
        return screen

    def _reload(self) -> None:
        screen = self._screen
        if screen is None or not screen.isVisible():
            return
        words = self._wanted = screen.words()
        days = self._window.settings.history_days

        def found() -> tuple[tuple[HistoryEntry, ...], bool]:
            service = self._service()
            service.forget_old(days)
            return service.find(words), service.is_locked

        def show(answer: tuple[tuple[HistoryEntry, ...], bool]) -> None:
            if words == self._wanted:
                screen.show_entries(answer[0], locked=answer[1])
                if self._unkept is not None and self._unkept.reference in _UNREAD:
                    screen.show_trouble(self._unkept)

        self._run(found, done=show, failed=screen.show_trouble)

    def _press(self, name: str) -> None:
        match name:
            case "turn_on":
                self._tools.open(Tool.SETTINGS)
            case "export":
                self._export()
            case "delete_now":
                self._then_reload(lambda: self._service().forget_all())
            case "begin_anew":
                self._then_reload(lambda: self._service().put_aside())
            case "lock" if self._screen is not None:
                self._screen.ask_new_passphrase()
            case "lock_off":
                self._then_reload(lambda: self._service().take_lock_off())

    def _take_passphrase(self, passphrase: str) -> None:
        def use() -> None:
            service = self._service()
            if service.is_locked:
                service.unlock(passphrase)
            else:
                service.lock(passphrase)

        self._then_reload(use)

    def _export(self) -> None:
        from ..services.history_export import export_history  # noqa: PLC0415
        from .ask_file import SystemDialogs  # noqa: PLC0415

        screen = self._screen
        if screen is None:
            return
        catalog = self._window.style_now.words
        ask = self.ask_file or SystemDialogs()
        title = catalog.text("history.button.export")
        file = ask.to_save(screen, title, catalog.text("history.export_name"))
        if file is not None:
            words = screen.words()
            self._run(
                lambda: export_history(self._service(), words, catalog, file),
                done=lambda _: self._reload(),
                failed=screen.show_trouble,
            )

    def _then_reload(self, job: Callable[[], object]) -> None:
        screen = self._screen
        if screen is not None:
            self._run(job, done=lambda _: self._reload(), failed=screen.show_trouble)

    def _run(
        self,
        job: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[UserFacingError], None],
    ) -> None:
        def trouble(error: Exception) -> None:
            if not isinstance(error, UserFacingError):
                raise error  # a mistake of ours: the crash guard says so
            failed(error)

        self._background.run(Lane.HISTORY, job, done=done, failed=trouble)

    def _service(self) -> "HistoryService":
        return self._application.history_service()

    def _service_closed(self) -> None:
        self._service().close()
