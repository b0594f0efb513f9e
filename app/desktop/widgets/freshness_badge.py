"""The list's date and age, always in view."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ..theme import Theme
from .glyphs import Glyph
from .sign import Sign
from .text_block import TextBlock


class FreshnessBadge(QWidget):
    """A calendar sign and one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Sign(Glyph.CALENDAR)
        self._line = TextBlock()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        first_line = QVBoxLayout()
        first_line.addWidget(self._sign)
        first_line.addStretch(1)
        layout.addLayout(first_line)
        layout.addWidget(self._line, 1)

    def dress(self, theme: Theme) -> None:
        size = min(theme.body, 44)
        self._sign.dress(size, theme.palette.muted, spacing=1.5)
        self._line.dress(theme, size, colour=theme.palette.muted)
        # Beside it only the disclaimer gives way, which nobody reads twice.
        across = QSizePolicy.Policy.Preferred if theme.compact else QSizePolicy.Policy.Minimum
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)

    def show_line(self, line: str) -> None:
        self._line.show_text(line)
        self.setAccessibleName(line)
        self.setVisible(bool(line))
