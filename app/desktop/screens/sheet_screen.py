"""A screen of one column under a title, which scrolls where it is too high."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..qt_figures import NO_FOCUS
from ..style import Style
from ..widgets.scroll_sheet import ScrollSheet
from ..widgets.text_block import TextBlock
from .screen import Screen


class SheetScreen(Screen):
    """What the pages behind the menu have in common."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_now: Style | None = None
        self.title = TextBlock()
        self.sheet = ScrollSheet()
        self.sheet.take_wide_bar()
        self.sheet.setProperty("focusPolicy", NO_FOCUS)
        self.column = self.sheet.column
        self.column.addWidget(self.title)
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.whole.addWidget(self.sheet, 1)

    def dress_sheet(self, style: Style, title: str) -> None:
        """Dress what every page has."""
        self.style_now = style
        theme = style.theme
        self.sheet.dress(theme)
        self.whole.setSpacing(theme.gap)
        self.title.dress(theme, theme.title, bold=True, spacing=1.3)
        self.title.show_text(title)
        self.setAccessibleName(title)
