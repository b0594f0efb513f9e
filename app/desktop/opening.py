"""Opens the window first, and what answers behind it."""

import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from ..host.settings import load_settings
from ..model.language import Language
from .main_window import MainWindow

if TYPE_CHECKING:
    from ..assembly import Application


def open_window(
    application: "Application",
    language: Language | None,
    after_first_paint: Callable[[MainWindow], None] | None,
) -> int:
    """Do what `main.run` promises; import nothing that the first picture does not need."""
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(qt, QApplication):
        raise TypeError("another kind of Qt application is running already")
    qt.setApplicationName("mingbian")
    qt.setDesktopFileName("mingbian")
    loaded = load_settings(application.paths.settings_file)
    window = MainWindow(
        application.catalog, loaded.settings, language or _language(loaded.settings.language)
    )
    opened: list[Callable[[], None]] = []

    def painted() -> None:
        gc.enable()
        if after_first_paint is not None:
            after_first_paint(window)
        close = _open_session(application, window, settings_replaced=bool(loaded.replaced))
        opened.append(close)

    window.paste_screen.box.painted.connect(lambda: QTimer.singleShot(0, painted))
    window.appear()
    status = qt.exec()
    for close in opened:
        close()
    return status


def _open_session(
    application: "Application", window: MainWindow, *, settings_replaced: bool
) -> Callable[[], None]:
    """Load what answers, behind the window that can be seen; return what ends it."""
    from .crash_guard import CrashGuard  # noqa: PLC0415
    from .session import Session  # noqa: PLC0415

    session = Session(application, window)
    guard = CrashGuard(session.show_crash, window)
    if settings_replaced:
        window.paste_screen.show_note("note.settings_replaced")
    if _is_on_locked_stick(application):
        window.paste_screen.show_note("note.stick_is_locked")

    def close() -> None:
        session.close()
        guard.close()

    return close


def _is_on_locked_stick(application: "Application") -> bool:
    paths = application.paths
    if not paths.portable or paths.home is None:
        return False
    from ..host.keeping import can_keep  # noqa: PLC0415 -- a portable program alone needs it

    return not can_keep(paths.home)


def _language(chosen: str) -> Language:
    """Chinese, unless the person chose or the computer speaks clearly something else."""
    if chosen:
        return Language(chosen)
    spoken = QLocale.system().language()
    chinese = (QLocale.Language.Chinese, QLocale.Language.C, QLocale.Language.AnyLanguage)
    return Language.ZH if spoken in chinese else Language.EN
