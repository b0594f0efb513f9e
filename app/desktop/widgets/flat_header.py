"""A table's head without the system's shading."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ..theme import LIGHT, Theme

_BESIDE = 4  # pixels: where the words of a cell begin


class FlatHeader(QHeaderView):
    """Words on the ground of a chosen button, over one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = Theme(LIGHT)
        self.setHighlightSections(False)

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        self.setFont(theme.font(theme.label, bold=True))
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 -- Qt's own name
        palette, line = self._theme.palette, self._theme.line
        words = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal)
        painter.fillRect(rect, QColor(palette.soft))
        foot = QRect(rect.left(), rect.bottom() - line + 1, rect.width(), line)
        painter.fillRect(foot, QColor(palette.border))
        painter.setPen(QColor(palette.text))
        painter.setFont(self.font())
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(_BESIDE, 0, 0, -line), middle, str(words or ""))
