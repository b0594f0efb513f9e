"""Lines with round ends and corners."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker

from .ink import brush


def draw_round_lines(
    painter: QPainter, path: QPainterPath, joints: Iterable[QPointF], width: float, colour: str
) -> None:
    """Stroke `path` and put a dot on each of `joints`.

    A pen with a round cap would do the same, but asking for it costs the start of the program
    what qt_figures.py tells.
    """
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    paint = brush(colour)
    painter.fillPath(stroker.createStroke(path), paint)
    dots = QPainterPath()
    for joint in joints:
        dots.addEllipse(joint, width / 2, width / 2)
    painter.fillPath(dots, paint)
