"""The small field for who called or who sent the message."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from ..qt_figures import ENTER_KEYS
from ..theme import Theme

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
        colours = self.palette()
        palette = theme.palette
        colours.setColor(QPalette.ColorRole.Base, palette.surface)
        colours.setColor(QPalette.ColorRole.Text, palette.text)
        colours.setColor(QPalette.ColorRole.PlaceholderText, palette.muted)
        colours.setColor(QPalette.ColorRole.Highlight, palette.strong)
        colours.setColor(QPalette.ColorRole.HighlightedText, palette.strong_text)
        self.setPalette(colours)

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
