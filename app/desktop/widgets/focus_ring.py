"""The ring that shows where the keyboard is, laid over a widget that cannot paint it itself."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ..theme import Theme


class FocusRing(QWidget):
    """Lies over `around`, a sibling; lets every click through; is seen while that has focus."""

    def __init__(self, around: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = around
        self._colour, self._width = "#000000", 4
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        around.installEventFilter(self)

    def dress(self, theme: Theme) -> None:
        self._colour, self._width = theme.palette.focus, theme.ring
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Resize | QEvent.Type.Move:
                self.setGeometry(self._around.geometry())
            case QEvent.Type.FocusIn:
                self.setGeometry(self._around.geometry())
                self.raise_()
                self.show()
            case QEvent.Type.FocusOut:
                self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._colour), self._width))
        half = self._width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 10, 10)
