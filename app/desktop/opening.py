"""Opens the window first, and what answers behind it."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ..host.settings import load_settings
from ..model.language import Language
from .card_inbox import CardInbox
from .main_window import MainWindow
from .spoken_language import spoken_language

if TYPE_CHECKING:
    from pathlib import Path

    from ..assembly import Application


def open_window(
    application: "Application",
    language: Language | None,
    desk: str,
    card: "Path | None",
    after_first_paint: Callable[[MainWindow], None] | None,
) -> int:
    """Do what `main.run` promises; import nothing that the first picture does not need."""
    inbox = CardInbox(card)
    qt = QApplication.instance() or _new_application(inbox)
    if not isinstance(qt, QApplication):
        raise TypeError("another kind of Qt application is running already")
    qt.setApplicationName("mingbian")
    qt.setDesktopFileName("mingbian")
    loaded = load_settings(application.paths.settings_file)
    window = MainWindow(
        application.catalog, loaded.settings, language or spoken_language(loaded.settings.language)
    )
    opened: list[Callable[[], None]] = []

    def painted() -> None:
        if after_first_paint is not None:
            after_first_paint(window)
        close = _open_session(
            application, window, desk, inbox, settings_replaced=bool(loaded.replaced)
        )
        opened.append(close)

    window.paste_screen.box.painted.connect(lambda: QTimer.singleShot(0, painted))
    window.appear()
    status = qt.exec()
    for close in opened:
        close()
    return status


def _new_application(inbox: CardInbox, platform: str = sys.platform) -> QApplication:
    if platform != "darwin":
        return QApplication(sys.argv[:1])
    from .file_open_application import FileOpenApplication  # noqa: PLC0415 -- macOS alone asks so

    return FileOpenApplication(sys.argv[:1], inbox.take)


def _open_session(
    application: "Application",
    window: MainWindow,
    desk: str,
    inbox: CardInbox,
    *,
    settings_replaced: bool,
) -> Callable[[], None]:
    """Load what answers, behind the window that can be seen; return what ends it."""
    from .collector import Collector  # noqa: PLC0415
    from .crash_guard import CrashGuard  # noqa: PLC0415
    from .fonts_here import speak_what_can_be_shown  # noqa: PLC0415
    from .session import Session  # noqa: PLC0415

    Collector(window)
    session = Session(application, window)
    closing: list[Callable[[], None]] = []
    if desk:
        from .desk.desk_mode import DeskMode  # noqa: PLC0415 -- only at a desk

        closing.append(DeskMode(application, window, session, desk).close)
    elif not window.settings.welcomed and not inbox.is_waiting:
        session.welcome()
    guard = CrashGuard(session.show_crash, window)
    if settings_replaced:
        window.paste_screen.show_note("note.settings_replaced")
    if _is_on_locked_stick(application):
        session.keeps_settings = False
        window.paste_screen.show_note("note.stick_is_locked")
    speak_what_can_be_shown(window)
    inbox.hand_to(session.feed.offer)

    def close() -> None:
        for each in closing:
            each()
        session.close()
        guard.close()

    return close


def _is_on_locked_stick(application: "Application") -> bool:
    paths = application.paths
    if not paths.portable or paths.home is None:
        return False
    from ..host.keeping import can_keep  # noqa: PLC0415 -- a portable program alone needs it

    return not can_keep(paths.home)
