"""The program's own mark: a magnifying glass over two lines of writing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from .ink import brush
from .round_lines import draw_round_lines

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_INK = "#1f3a5f"
_PAPER = "#f4f2ec"
_GLASS = "#ffab2e"


def draw_mark(painter: QPainter, side: float) -> None:
    """Paint the mark into a square at the origin. No emblem, no shield, nothing state-like."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / 64, side / 64)
    ground = QPainterPath()
    ground.addRoundedRect(QRectF(0, 0, 64, 64), 15, 15)
    painter.fillPath(ground, brush(_INK))
    for height, end in ((18, 38), (31, 22), (44, 22)):
        _line(painter, QPointF(14, height), QPointF(end, height), 5, _PAPER)
    glass = QPainterPath()
    glass.addEllipse(QPointF(38, 36), 11, 11)
    draw_round_lines(painter, glass, (), 5.5, _GLASS)
    _line(painter, QPointF(46.5, 44.5), QPointF(53, 51), 5.5, _GLASS)


def _line(painter: QPainter, start: QPointF, end: QPointF, width: float, colour: str) -> None:
    path = QPainterPath(start)
    path.lineTo(end)
    draw_round_lines(painter, path, (start, end), width, colour)


def window_icon() -> "QIcon":
    """Return the mark for the title bar and the task bar."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 -- not needed for the first picture

    icon = QIcon()
    for side in (32, 64, 256):
        picture = QPixmap(QSize(side, side))
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        draw_mark(painter, float(side))
        painter.end()
        icon.addPixmap(picture)
    return icon


class Mark(QWidget):
    """The mark in the window's head."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_mark(QPainter(self), float(min(self.width(), self.height())))
