"""Opens the pages behind the menu, each built when it is first asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from ..host.settings import Settings
from .screens.screen import Screen
from .tool import Tool

if TYPE_CHECKING:
    from ..assembly import Application
    from .background import Background
    from .main_window import MainWindow

Builder = Callable[[], Screen]


class Tools(QObject):
    """Knows how to build each page; other parts of the program may `offer` more of them."""

    def __init__(
        self, application: "Application", window: "MainWindow", background: "Background"
    ) -> None:
        super().__init__(window)
        self._application = application
        self._window = window
        self._background = background
        self._builders: dict[Tool, Builder] = {}
        self._built: dict[str, Screen] = {}
        self.offer(Tool.SETTINGS, self._build_settings)
        self.offer(Tool.DATA, self._build_data)
        self.offer(Tool.LICENCES, self._build_licences)
        shortcut = QShortcut(QKeySequence("F10"), window)
        shortcut.activated.connect(self.show_menu)

    def offer(self, tool: Tool, builder: Builder) -> None:
        """Put one more page into the menu."""
        self._builders[tool] = builder
        self._drop("menu")

    def show_menu(self) -> None:
        """Show what there is to choose from."""
        self._show("menu", self._build_menu)

    def open(self, tool: Tool) -> None:
        """Show one page."""
        self._show(tool.value, self._builders[tool])

    def write_family(self) -> None:
        """Show where the family's numbers are written."""
        from .screens.settings_screen import SettingsScreen  # noqa: PLC0415

        self.open(Tool.SETTINGS)
        page = self._built[Tool.SETTINGS.value]
        if isinstance(page, SettingsScreen):
            page.write_family()

    def welcome(self) -> None:
        """Introduce the program, unless somebody is busy with it already."""
        window = self._window
        if window.current_screen() is window.paste_screen and window.paste_screen.is_empty():
            self._show("welcome", self._build_welcome)

    def _show(self, name: str, builder: Builder) -> None:
        screen = self._built.get(name)
        if screen is None:
            screen = self._built[name] = builder()
            self._window.add_screen(screen)
        self._window.show_screen(screen)

    def _drop(self, name: str) -> None:
        screen = self._built.pop(name, None)
        if screen is not None:
            screen.deleteLater()

    def _build_menu(self) -> Screen:
        from .screens.more_screen import MoreScreen  # noqa: PLC0415 -- built when asked for

        screen = MoreScreen(tuple(each for each in Tool if each in self._builders))
        screen.chosen.connect(self.open)
        return screen

    def _build_settings(self) -> Screen:
        from .screens.settings_screen import SettingsScreen  # noqa: PLC0415

        screen = SettingsScreen(self._window.settings)
        screen.changed.connect(self._window.take_settings)
        self._window.settings_changed.connect(screen.show_settings)
        return screen

    def _build_data(self) -> Screen:
        from .screens.data_screen import DataScreen  # noqa: PLC0415

        return DataScreen()

    def _build_licences(self) -> Screen:
        from ..services.licence_service import LicenceService  # noqa: PLC0415
        from .licence_desk import LicenceDesk  # noqa: PLC0415

        return LicenceDesk(LicenceService(self._application.paths), self._window).page

    def _build_welcome(self) -> Screen:
        from .screens.welcome_screen import WelcomeScreen  # noqa: PLC0415

        screen = WelcomeScreen()
        screen.begun.connect(self._window.go_back)
        return screen


def limits_differ(before: Settings, after: Settings) -> bool:
    """Tell whether the list's age is judged by other limits now."""
    return (before.fresh_days, before.stale_days) != (after.fresh_days, after.stale_days)
