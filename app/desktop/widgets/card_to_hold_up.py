"""Words as large as the screen, to be held up to whoever stands near."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ..style import Style

_LARGEST, _LEAST = 160, 36  # pixels
_MARGIN = 48  # pixels


class CardToHoldUp(QWidget):
    """A window of its own over the whole screen; any key or a click puts it away."""

    def __init__(self, words: str, style: Style, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._words, self._style = words, style
        self._leave = style.words.text("crisis.call.leave_card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(style.say("name"))
        self.setAccessibleName(words)
        self.setAccessibleDescription(self._leave)

    def letters(self) -> int:
        """Return the size at which the words fill the screen, in pixels."""
        room = self._room()
        for size in range(_LARGEST, _LEAST, -4):
            metrics = QFontMetricsF(self._style.theme.font(size, bold=True))
            needed = metrics.boundingRect(room, _WRAPPED, self._words)
            if needed.height() <= room.height() and needed.width() <= room.width():
                return size
        return _LEAST

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        self.close()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.close()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._style.theme
        colours = theme.palette.danger
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.fill))
        painter.setPen(QColor(colours.text))
        painter.setFont(theme.font(self.letters(), bold=True))
        painter.drawText(self._room(), _WRAPPED, self._words)
        painter.setFont(theme.font(theme.label))
        foot = QRectF(
            _MARGIN, self.height() - self._foot(), self.width() - 2 * _MARGIN, self._foot()
        )
        painter.drawText(foot, _WRAPPED, self._leave)

    def _room(self) -> QRectF:
        box = QRectF(self.rect())
        return box.adjusted(_MARGIN, _MARGIN, -_MARGIN, -self._foot())

    def _foot(self) -> float:
        return self._style.theme.label * 2.6


_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignCenter)
