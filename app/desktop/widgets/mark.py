"""The program's own mark: a magnifying glass over two lines of writing."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

_INK = "#1f3a5f"
_PAPER = "#f4f2ec"
_GLASS = "#ffab2e"


def draw_mark(painter: QPainter, side: float) -> None:
    """Paint the mark into a square at the origin. No emblem, no shield, nothing state-like."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / 64, side / 64)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_INK))
    painter.drawRoundedRect(QRectF(0, 0, 64, 64), 15, 15)
    lines = QPen(QColor(_PAPER), 5)
    lines.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(lines)
    painter.drawLine(QPointF(14, 18), QPointF(38, 18))
    painter.drawLine(QPointF(14, 31), QPointF(22, 31))
    painter.drawLine(QPointF(14, 44), QPointF(22, 44))
    glass = QPen(QColor(_GLASS), 5.5)
    glass.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(glass)
    painter.setBrush(QColor(_INK))
    painter.drawEllipse(QPointF(38, 36), 11, 11)
    painter.drawLine(QPointF(46.5, 44.5), QPointF(53, 51))


def window_icon() -> QIcon:
    """Return the mark for the title bar and the task bar."""
    icon = QIcon()
    for side in (32, 64, 256):
        picture = QPixmap(QSize(side, side))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_mark(painter, float(side))
        painter.end()
        icon.addPixmap(picture)
    return icon


class Mark(QWidget):
    """The mark in the window's head."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_mark(QPainter(self), float(min(self.width(), self.height())))
