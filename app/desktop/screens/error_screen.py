"""Known trouble with a check, and the way to try again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...model.errors import UserFacingError
from ...presentation.error_card import error_card
from ..style import Style
from ..widgets.error_panel import ErrorPanel
from ..widgets.scroll_sheet import ScrollSheet
from .screen import Screen


class ErrorScreen(Screen):
    """Says one UserFacingError in the window's language."""

    try_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self._error: UserFacingError | None = None
        self.panel = ErrorPanel()
        self.panel.try_again.connect(self.try_again)
        self._sheet = ScrollSheet()
        self._sheet.take_wide_bar()
        self._sheet.column.addWidget(self.panel)
        self._sheet.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet)

    def dress(self, style: Style) -> None:
        self._style = style
        self._sheet.dress(style.theme)
        self.panel.dress(style)
        self._say()

    def show_error(self, error: UserFacingError) -> None:
        self._error = error
        self._say()

    def take_keyboard(self) -> None:
        self.panel.button.setFocus()

    def heard(self) -> str:
        return self.panel.accessibleName()

    def _say(self) -> None:
        if self._style is not None and self._error is not None:
            self.panel.show_error(error_card(self._error, self._style.words))
