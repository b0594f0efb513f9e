"""Joins the page of licences to the texts that can be read from it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ..model.component import Component
from .screens.licence_text_screen import LicenceTextScreen
from .screens.licences_screen import LicencesScreen

if TYPE_CHECKING:
    from ..services.licence_service import LicenceService
    from .main_window import MainWindow


class LicenceDesk(QObject):
    """`page` is the list; the one screen of texts is made when somebody first reads one."""

    def __init__(self, service: "LicenceService", window: "MainWindow") -> None:
        super().__init__(window)
        self._service = service
        self._window = window
        self._reader: LicenceTextScreen | None = None
        self.page = LicencesScreen(
            service.components(),
            collected=service.is_collected,
            has_inside=bool(service.inside_text()),
        )
        self.page.own_chosen.connect(self._read_own)
        self.page.inside_chosen.connect(self._read_inside)
        self.page.chosen.connect(self._read)

    def _read_own(self) -> None:
        # The licence first: who presses this wants the terms, and the notice is about the rest.
        self._show("own", "\n\n".join(reversed(self._service.own_texts())))

    def _read_inside(self) -> None:
        self._show("inside", self._service.inside_text())

    def _read(self, component: Component) -> None:
        self._show(component, self._service.text_of(component))

    def _show(self, whose: Component | str, text: str) -> None:
        if self._reader is None:
            self._reader = LicenceTextScreen()
            self._window.add_screen(self._reader)
        self._reader.show_text(whose, text)
        self._window.show_screen(self._reader)
