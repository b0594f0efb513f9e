"""What is too high for the window scrolls, by wheel, finger and keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ..qt_figures import SCROLL_BAR_OFF, STRONG_FOCUS
from ..theme import Theme

if TYPE_CHECKING:
    from .wide_bar import WideBar


class ScrollSheet(QScrollArea):
    """A sheet with one column; while it has the keyboard, a ring shows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._bar: WideBar | None = None
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
        from .wide_bar import WideBar  # noqa: PLC0415 -- not needed for the first picture

        self._bar = WideBar()
        self.setVerticalScrollBar(self._bar)
        if self._theme is not None:
            self._bar.dress(self._theme)

    def to_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def show_from(self, part: QWidget) -> None:
        """Scroll until `part` of the sheet begins at the top, as far as that goes."""
        self.sheet.adjustSize()
        self.verticalScrollBar().setValue(part.mapTo(self.sheet, part.rect().topLeft()).y())
