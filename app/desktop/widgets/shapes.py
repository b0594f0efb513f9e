"""The five shapes of the five verdicts, so that colour is never alone."""

from collections.abc import Callable
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ...model.verdict import VerdictLevel

_Shape = Callable[[QPainter, QColor, QColor], None]


def draw_shape(
    painter: QPainter, level: VerdictLevel, box: QRectF, ink: QColor, ground: QColor
) -> None:
    """Paint the verdict's shape into a square: its body in `ink`, the cut-outs in `ground`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 100, box.height() / 100)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    _SHAPES[level](painter, ink, ground)
    painter.restore()


def _octagon(painter: QPainter, _ink: QColor, ground: QColor) -> None:
    corners = [pi / 8 + each * pi / 4 for each in range(8)]
    points = [QPointF(50 + 49 * cos(each), 50 + 49 * sin(each)) for each in corners]
    painter.drawPolygon(QPolygonF(points))
    _exclamation(painter, ground, 22, 60, 77)


def _triangle(painter: QPainter, ink: QColor, ground: QColor) -> None:
    painter.setPen(_round_pen(ink, 8))
    painter.drawPolygon(QPolygonF([QPointF(50, 10), QPointF(95, 89), QPointF(5, 89)]))
    _exclamation(painter, ground, 35, 62, 78)


def _card(painter: QPainter, _ink: QColor, ground: QColor) -> None:
    painter.drawRoundedRect(QRectF(2, 16, 96, 68), 10, 10)
    painter.setBrush(ground)
    painter.drawEllipse(QPointF(29, 42), 10, 10)
    shoulders = QPainterPath(QPointF(12, 72))
    shoulders.cubicTo(QPointF(14, 52), QPointF(44, 52), QPointF(46, 72))
    shoulders.closeSubpath()
    painter.drawPath(shoulders)
    painter.setPen(_round_pen(ground, 7))
    for top, right in ((36, 86), (51, 86), (66, 74)):
        painter.drawLine(QPointF(58, top), QPointF(right, top))


def _question_mark(painter: QPainter, _ink: QColor, ground: QColor) -> None:
    painter.drawEllipse(QPointF(50, 50), 48, 48)
    hook = QPainterPath(QPointF(34, 38))
    hook.cubicTo(QPointF(34, 14), QPointF(68, 16), QPointF(66, 38))
    hook.cubicTo(QPointF(65, 49), QPointF(50, 48), QPointF(50, 62))
    painter.setPen(_round_pen(ground, 10))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(hook)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(QPointF(50, 79), 6.5, 6.5)


def _broken_link(painter: QPainter, ink: QColor, _ground: QColor) -> None:
    painter.setPen(_round_pen(ink, 11))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(50, 50)
    painter.rotate(-45)
    left = QPainterPath(QPointF(-13, -17))
    left.lineTo(-30, -17)
    left.cubicTo(-54, -17, -54, 17, -30, 17)
    left.lineTo(-13, 17)
    right = QPainterPath(QPointF(13, -17))
    right.lineTo(30, -17)
    right.cubicTo(54, -17, 54, 17, 30, 17)
    right.lineTo(13, 17)
    painter.drawPath(left)
    painter.drawPath(right)
    painter.setPen(_round_pen(ink, 7))
    for x in (-9.0, 9.0):
        painter.drawLine(QPointF(x * 0.4, -30), QPointF(x, -44))
        painter.drawLine(QPointF(x * 0.4, 30), QPointF(x, 44))


def _exclamation(painter: QPainter, colour: QColor, top: float, bottom: float, dot: float) -> None:
    painter.setPen(_round_pen(colour, 11))
    painter.drawLine(QPointF(50, top), QPointF(50, bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(50, dot), 6.5, 6.5)


def _round_pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


_SHAPES: dict[VerdictLevel, _Shape] = {
    VerdictLevel.DANGER: _octagon,
    VerdictLevel.CAUTION: _triangle,
    VerdictLevel.OFFICIAL: _card,
    VerdictLevel.UNKNOWN: _question_mark,
    VerdictLevel.UNFINISHED: _broken_link,
}


class VerdictShape(QWidget):
    """One shape of a given size."""

    def __init__(self, level: VerdictLevel, side: int, ink: str, ground: str) -> None:
        super().__init__()
        self._level = level
        self._ink, self._ground = QColor(ink), QColor(ground)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(0, 0, self.width(), self.height())
        draw_shape(QPainter(self), self._level, box, self._ink, self._ground)
