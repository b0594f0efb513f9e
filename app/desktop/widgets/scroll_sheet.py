"""What is too high for the window scrolls, by wheel, finger and keyboard."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from ..qt_figures import SCROLL_BAR_OFF, STRONG_FOCUS
from ..theme import LINE_SPACING, Theme


class _WideBar(QScrollBar):
    """A bar one can see and grab; painted by us, since it must follow our colours everywhere."""

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


class ScrollSheet(QScrollArea):
    """A sheet with one column; while it has the keyboard, a ring shows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._bar: _WideBar | None = None
        self.setProperty("horizontalScrollBarPolicy", SCROLL_BAR_OFF)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setProperty("focusPolicy", STRONG_FOCUS)
        self.sheet = QWidget()
        self.column = QVBoxLayout(self.sheet)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self.sheet)

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        if self._bar is not None:
            self._bar.dress(theme)
        self.column.setSpacing(theme.gap)

    def take_wide_bar(self) -> None:
        """Put our bar in place of the system's; too dear to do before the first picture."""
        self._bar = _WideBar()
        self.setVerticalScrollBar(self._bar)
        if self._theme is not None:
            self._bar.dress(self._theme)

    def to_top(self) -> None:
        self.verticalScrollBar().setValue(0)
