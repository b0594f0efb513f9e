"""What the program does with a person's data, and what it never does."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..qt_figures import STRONG_FOCUS
from ..style import Style
from ..widgets.focus_ring import FocusRing
from ..widgets.panel import Panel
from ..widgets.text_block import TextBlock
from .sheet_screen import SheetScreen

_PARTS = {"never": 5, "does": 6, "yours": 4}  # how many sentences each part has


class DataScreen(SheetScreen):
    """Nothing but sentences; the arrows scroll them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet.setProperty("focusPolicy", STRONG_FOCUS)
        self._ring = FocusRing(self.sheet, self)
        self._panels = {part: Panel() for part in _PARTS}
        self._titles = {part: TextBlock() for part in _PARTS}
        self._lines = {part: [TextBlock() for _ in range(count)] for part, count in _PARTS.items()}
        for part, panel in self._panels.items():
            column = QVBoxLayout(panel)
            column.addWidget(self._titles[part])
            for line in self._lines[part]:
                column.addWidget(line)
            self.column.addWidget(panel)
        self.column.addStretch(1)

    def dress(self, style: Style) -> None:
        theme, text = style.theme, style.words.text
        self.dress_sheet(style, text("data.title"))
        self._ring.dress(theme)
        self.sheet.setAccessibleName(text("data.title"))
        inset = theme.ring + 4
        self.column.setContentsMargins(inset, inset, inset, inset)
        for part, panel in self._panels.items():
            panel.dress_ground(theme)
            column = panel.layout()
            if column is not None:
                side = theme.padding
                column.setContentsMargins(side, side - 8, side, side)
            self._titles[part].dress(theme, theme.lead, bold=True)
            self._titles[part].show_text(text(f"data.{part}_title"))
            for place, line in enumerate(self._lines[part], start=1):
                line.dress(theme, theme.body)
                line.show_text(text(f"data.{part}_{place}"))

    def take_keyboard(self) -> None:
        self.sheet.setFocus()
