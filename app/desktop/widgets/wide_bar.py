"""A scroll bar that can be seen and grabbed."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from ..theme import LINE_SPACING, Theme


class WideBar(QScrollBar):
    """Painted by us, since it must follow our colours everywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)  # upright, if nothing else is said
        self._ground, self._thumb = QColor("#ffffff"), QColor("#000000")

    def dress(self, theme: Theme) -> None:
        self._ground, self._thumb = QColor(theme.palette.page), QColor(theme.palette.border)
        self.setSingleStep(round(theme.body * LINE_SPACING))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(24, 96)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        whole = self.maximum() - self.minimum() + self.pageStep()
        if whole <= self.pageStep():
            return
        length = max(64.0, self.height() * self.pageStep() / whole)
        room = self.height() - length
        top = room * self.value() / max(1, self.maximum() - self.minimum())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thumb = QPainterPath()
        thumb.addRoundedRect(QRectF(6, top + 8, 12, length - 16), 6, 6)
        painter.fillPath(thumb, self._thumb)
