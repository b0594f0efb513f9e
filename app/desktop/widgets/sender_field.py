"""The small field for who called or who sent the message."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ..qt_figures import ENTER_KEYS
from ..theme import Theme
from .ink import colour_field

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent, QKeyEvent

_LONGEST = 100


class SenderField(QLineEdit):
    """One line; Enter submits, but never while an input method is composing."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self.setFrame(False)
        self.setMaxLength(_LONGEST)

    def dress(self, theme: Theme) -> None:
        self.setFont(theme.font(min(theme.body, 48)))
        colour_field(self, theme)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if event.key() not in ENTER_KEYS:
            super().keyPressEvent(event)
        elif self._composing:
            event.ignore()
        else:
            self.submitted.emit()

    def inputMethodEvent(self, event: "QInputMethodEvent") -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
