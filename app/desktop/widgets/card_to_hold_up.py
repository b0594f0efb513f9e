"""Words as large as the screen, to be held up to whoever stands near."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ..style import Style
from .clauses import in_clauses

_LARGEST, _LEAST = 160, 36  # pixels
_MARGIN = 48  # pixels
_WORTH_A_PAUSE = 0.7  # of the largest size: a number torn from its verb is read wrongly


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
        return self._set()[0]

    def lines(self) -> str:
        """Return the words as they stand there: by clauses, unless that costs too much size."""
        return self._set()[1]

    def _set(self) -> tuple[int, str]:
        room, plain = self._room(), 0
        for size in range(_LARGEST, _LEAST, -4):
            metrics = QFontMetricsF(self._style.theme.font(size, bold=True))
            clauses = in_clauses(self._words, room.width(), metrics.horizontalAdvance)
            if clauses and len(clauses) * metrics.lineSpacing() <= room.height():
                return size, "\n".join(clauses)
            needed = metrics.boundingRect(room, _WRAPPED, self._words)
            if needed.height() <= room.height() and needed.width() <= room.width():
                plain = plain or size
            if size < plain * _WORTH_A_PAUSE:
                break
        return plain or _LEAST, self._words

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
        size, lines = self._set()
        painter.setFont(theme.font(size, bold=True))
        painter.drawText(self._room(), _WRAPPED, lines)
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
