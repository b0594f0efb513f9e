"""A border around a field, thicker while the field has the keyboard."""

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ..theme import Theme
from .panel import Panel


class Framed(Panel):
    """Holds one field and shows its focus."""

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._theme: Theme | None = None
        self._focused = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 8, 14, 8)
        self._layout.addWidget(field)
        self.setFocusProxy(field)
        # The application tells of the keyboard alone; the field's own events would all of them be
        # carried into Python, every letter and every blink of the cursor.
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_keyboard)

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        self._show_focus()

    def _follow_keyboard(self) -> None:
        if self._focused != self._field.hasFocus():
            self._show_focus()

    def _show_focus(self) -> None:
        theme = self._theme
        if theme is None:
            return
        focused = self._focused = self._field.hasFocus()
        border = theme.palette.focus if focused else theme.palette.border
        self.dress_ground(theme, border=border, line=theme.ring if focused else theme.line)
