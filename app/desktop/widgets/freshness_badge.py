"""The list's date and age, always in view."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ..qt_figures import NO_FOCUS
from ..theme import LIGHT, Theme
from .enter_button import EnterButton
from .glyphs import Glyph
from .ink import pen
from .sign import Sign
from .text_block import TextBlock


class FreshnessBadge(EnterButton):
    """A calendar sign and one line, which is a button for whoever wants to know more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme(LIGHT)
        self._sign = Sign(Glyph.CALENDAR)
        self._line = TextBlock()
        self.setProperty("focusPolicy", NO_FOCUS)  # until somebody listens
        self.setBackgroundRole(QPalette.ColorRole.Window)  # its words stand on the window's ground
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        first_line = QVBoxLayout()
        first_line.addWidget(self._sign)
        first_line.addStretch(1)
        layout.addLayout(first_line)
        layout.addWidget(self._line, 1)

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        size = min(theme.body, 44)
        self.setFont(theme.font(size))
        self._sign.dress(size, theme.palette.muted, spacing=1.5)
        self._line.dress(theme, size, colour=theme.palette.muted)
        # Beside it only the disclaimer gives way, which nobody reads twice.
        across = QSizePolicy.Policy.Preferred if theme.compact else QSizePolicy.Policy.Minimum
        policy = QSizePolicy(across, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_line(self, line: str) -> None:
        self._line.show_text(line)
        self.setAccessibleName(line)
        self.setVisible(bool(line))

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()  # a button does not ask what lies in it

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.heightForWidth(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        line = self._theme.line
        painter = QPainter(self)
        painter.setPen(pen(self._theme.palette.focus, line))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 6, 6)
