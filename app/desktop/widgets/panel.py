"""A sheet that holds other widgets."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from ..theme import Theme
from .ink import brush, pen


class Panel(QWidget):
    """A ground with round corners; with a border if it bounds something one can use."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = "#ffffff"
        self._border = ""
        self._bar = ""
        self._line = 2.0
        self._radius = 0.0

    def dress_ground(
        self, theme: Theme, *, ground: str = "", border: str = "", bar: str = "", line: int = 0
    ) -> None:
        """Take colours; `bar` is a band at the left edge, "" for none."""
        self._ground = ground or theme.palette.surface
        self._border = border
        self._bar = bar
        self._line = float(line or theme.line)
        self._radius = float(theme.radius)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self._line / 2 if self._border else 0.0
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        face = QPainterPath()
        face.addRoundedRect(box, self._radius, self._radius)
        painter.fillPath(face, brush(self._ground))
        if self._border:
            painter.strokePath(face, pen(self._border, self._line))
        if self._bar:
            bar = QPainterPath()
            bar.addRoundedRect(QRectF(8, 16, 6, self.height() - 32), 3, 3)
            painter.fillPath(bar, brush(self._bar))
