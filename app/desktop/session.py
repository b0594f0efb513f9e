"""Joins the window to what answers; loaded when the window can already be seen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from ..assembly import Application
from ..host.settings import Settings, save_settings
from ..model.errors import UserFacingError
from ..model.language import Language
from ..presentation.verdict_card import VerdictCard
from .background import Background, Lane
from .batch_desk import BatchDesk
from .check_controller import CheckController, CheckState
from .crisis_desk import CrisisDesk
from .dropped_file import FileRefusedError, read_dropped
from .feed_desk import FeedDesk
from .history_keeper import HistoryKeeper
from .main_window import MainWindow
from .question_desk import QuestionDesk
from .screens.crash_screen import CrashScreen
from .screens.error_screen import ErrorScreen
from .screens.verdict_screen import VerdictScreen
from .tools import Tools, limits_differ
from .widgets.mark import window_icon

_PATIENCE = 300  # milliseconds before a wait is explained
_SETTLED = 600  # milliseconds without a change before settings are written


class Session(QObject):
    """Everything between the first picture and the last: checks, drops, settings, mistakes."""

    def __init__(self, application: Application, window: MainWindow) -> None:
        super().__init__(window)
        self._application = application
        self._window = window
        self._settings_file = application.paths.settings_file
        self._settings = window.settings
        self._unsaved: Settings | None = None
        self.keeps_settings = True  # False on a stick that cannot be written, which was said
        self._background = Background(self)
        self.controller = CheckController(
            application.check_service, self._background, window.language
        )
        self.verdict_screen = VerdictScreen()
        self.error_screen = ErrorScreen()
        self.crash_screen = CrashScreen()
        for screen in (self.verdict_screen, self.error_screen, self.crash_screen):
            window.add_screen(screen)
        self.crisis = CrisisDesk(
            application, window, self._background, self.controller, self.verdict_screen
        )
        self.questions = QuestionDesk(
            application, window, self._background, self.controller, self.verdict_screen
        )
        self._patience = _timer(self, _PATIENCE, self._explain_wait)
        self._saving = _timer(self, _SETTLED, self._save)
        self.tools = Tools(application, window, self._background)
        self.history = HistoryKeeper(
            application, window, self._background, self.controller, self.tools
        )
        self.batch = BatchDesk(application, window, self._background, self.tools)
        self.feed = FeedDesk(
            application, window, self._background, self.tools, self.controller.prepare
        )
        self._connect()
        self._tell_crisis(window.settings)
        self.controller.prepare()
        window.setWindowIcon(window_icon())
        window.take_shortcuts()
        window.activateWindow()  # where no window manager does, shortcuts would stay deaf
        window.paste_screen.complete()
        QGuiApplication.styleHints().colorSchemeChanged.connect(window.dress)
        window.be_answered_by(self.controller.submit)

    def close(self) -> None:
        """Write what is unsaved and let the lanes run out."""
        self._save()
        self.history.close()
        self.batch.close()
        self.feed.close()
        self.crisis.close()
        self._background.close()

    def welcome(self) -> None:
        """Introduce the program, once."""
        self._window.settings = self._window.settings._replace(welcomed=True)
        self._keep(self._window.settings)
        self.tools.welcome()

    def _connect(self) -> None:
        window, controller = self._window, self.controller
        window.language_changed.connect(self._speak)
        window.settings_changed.connect(self._keep)
        window.file_dropped.connect(self._read_file)
        window.action_bar.more_pressed.connect(self.tools.show_menu)
        self.crisis.family_asked.connect(self.tools.write_family)
        controller.state_changed.connect(self._watch)
        controller.prepared.connect(self._show_list_line)
        controller.prepared.connect(self.feed.tell_of_program)
        controller.answered.connect(self._show_card)
        controller.retold.connect(self._retell)
        controller.failed.connect(self._show_failure)
        self.error_screen.try_again.connect(controller.submit_again)
        self.crash_screen.go_on.connect(window.go_back)

    def _tell_crisis(self, settings: Settings) -> None:
        self.crisis.know_family(settings.family_numbers)
        self.crisis.set_pace(settings.words_a_minute)

    def _speak(self, language: Language) -> None:
        self.controller.speak(language)

    def _watch(self, state: CheckState) -> None:
        if state is CheckState.CHECKING:
            self._patience.start()
        else:
            self._patience.stop()
            self._window.paste_screen.calm_down()

    def _explain_wait(self) -> None:
        note = "note.checking" if self.controller.is_prepared else "note.preparing"
        self._window.paste_screen.show_note(note)

    def _show_list_line(self, card: VerdictCard) -> None:
        self._window.show_list_line(card.list_line)

    def _show_card(self, card: VerdictCard) -> None:
        self._window.show_list_line(card.list_line)
        self.verdict_screen.show_card(card)
        self._window.show_screen(self.verdict_screen)

    def _retell(self, card: VerdictCard) -> None:
        self._window.show_list_line(card.list_line)
        self.verdict_screen.retell(card)

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, UserFacingError):
            self.error_screen.show_error(error)
            self._window.show_screen(self.error_screen)
        else:
            raise error  # a mistake of ours: the crash guard says so

    def show_crash(self, report: str) -> None:
        """Show the calm page with the crash guard's report."""
        self.crash_screen.show_report(report)
        self._window.show_screen(self.crash_screen)

    def _read_file(self, path: str) -> None:
        if self.batch.takes(Path(path)):
            return
        self._background.run(
            Lane.ERRAND,
            lambda: read_dropped(Path(path)),
            done=self._window.take_new,
            failed=self._refuse_file,
        )

    def _refuse_file(self, error: Exception) -> None:
        if not isinstance(error, FileRefusedError):
            raise error
        self._window.go_back()
        self._window.paste_screen.show_note(error.note)

    def _keep(self, settings: Settings) -> None:
        if limits_differ(self._settings, settings):
            self._application.take_age_limits(settings.fresh_days, settings.stale_days)
            self.controller.prepare()
        self._settings = settings
        self._tell_crisis(settings)
        self._unsaved = settings
        self._saving.start()

    def _save(self) -> None:
        settings, self._unsaved = self._unsaved, None
        if settings is None or not self.keeps_settings:
            return
        try:
            save_settings(self._settings_file, settings)
        except OSError:
            self._window.paste_screen.show_note("note.settings_not_kept")


def _timer(parent: QObject, milliseconds: int, then: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer
