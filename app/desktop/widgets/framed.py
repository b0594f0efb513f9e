"""A border around a field, thicker while the field has the keyboard."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..theme import Theme
from .panel import Panel


class Framed(Panel):
    """Holds one field and shows its focus."""

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._theme: Theme | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 8, 14, 8)
        self._layout.addWidget(field)
        self.setFocusProxy(field)
        field.installEventFilter(self)

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        self._show_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_focus(focused=event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _show_focus(self, *, focused: bool | None = None) -> None:
        theme = self._theme
        if theme is None:
            return
        if focused is None:
            focused = self._field.hasFocus()
        border = theme.palette.focus if focused else theme.palette.border
        self.dress_ground(theme, border=border, line=theme.ring if focused else theme.line)
