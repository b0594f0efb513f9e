"""A glyph that stands beside the first line of a text."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from .glyphs import Glyph, draw_glyph


class Sign(QWidget):
    """As wide as a letter, as high as a line, so that it meets the text at its first line."""

    def __init__(self, glyph: Glyph, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self._colour = "#000000"

    def dress(self, size: int, colour: str, *, spacing: float) -> None:
        """Take the letters' size in pixels, a colour and the text's line spacing."""
        self._colour = colour
        self.setFixedSize(round(size * 1.1), round(size * spacing))
        self.update()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = float(self.width())
        box = QRectF(0, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        draw_glyph(painter, self._glyph, box, self._colour)
