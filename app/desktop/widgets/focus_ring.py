"""The ring that shows where the keyboard is, laid over a widget that cannot paint it itself."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ..theme import Theme

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(QWidget):
    """Lies over `around`, a sibling, and lets every click through.

    It is seen while that has the keyboard, and the person uses the keyboard: an answer that has
    just come must not wear a border which says nothing about it.
    """

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
            case QEvent.Type.FocusIn if isinstance(event, QFocusEvent):
                self._appear(asked=event.reason() in _BY_KEYBOARD)
            case QEvent.Type.KeyPress:
                self._appear(asked=True)
            case QEvent.Type.FocusOut:
                self.hide()
        return super().eventFilter(watched, event)

    def _appear(self, *, asked: bool) -> None:
        if asked:
            self.setGeometry(self._around.geometry())
            self.raise_()
            self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._colour), self._width))
        half = self._width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 10, 10)
