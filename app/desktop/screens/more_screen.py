"""The menu of everything that is not needed in a hurry."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ..style import Style
from ..tool import Tool
from ..widgets.big_button import BigButton
from ..widgets.glyphs import Glyph
from ..widgets.text_block import TextBlock
from .sheet_screen import SheetScreen

_GLYPHS = {
    Tool.HISTORY: Glyph.HISTORY,
    Tool.BATCH: Glyph.TABLE,
    Tool.SETTINGS: Glyph.SETTINGS,
    Tool.FEED: Glyph.FETCH,
    Tool.SHIFT: Glyph.CHART,
    Tool.DATA: Glyph.PAPER,
    Tool.LICENCES: Glyph.BOOK,
}
_NARROWEST_NOTE = 12  # letters of body text


class MoreScreen(SheetScreen):
    """A button for each tool and, beside it, what it is for."""

    chosen = Signal(object)  # Tool

    def __init__(self, tools: tuple[Tool, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {tool: BigButton(_GLYPHS[tool]) for tool in tools}
        self._notes = {tool: TextBlock() for tool in tools}
        self._rows: list[QBoxLayout] = []
        for tool, button in self.buttons.items():
            row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            row.addWidget(button)
            row.addWidget(self._notes[tool], 1)
            self._notes[tool].centre()
            self._rows.append(row)
            self.column.addLayout(row)
            button.clicked.connect(lambda _=False, tool=tool: self.chosen.emit(tool))
        self.column.addStretch(1)

    def dress(self, style: Style) -> None:
        theme, text = style.theme, style.words.text
        self.dress_sheet(style, text("more.title"))
        for tool, button in self.buttons.items():
            button.setMinimumWidth(0)
            button.dress(theme)
            note = text(f"more.note.{tool}")
            button.name(text(f"more.name.{tool}"), hint=note)
            self._notes[tool].dress(theme, theme.body, colour=theme.palette.muted)
            self._notes[tool].show_text(note)
        across = max(button.sizeHint().width() for button in self.buttons.values())
        stacked = theme.compact
        for row, button in zip(self._rows, self.buttons.values(), strict=True):
            row.setSpacing(4 if stacked else theme.gap)
            row.setDirection(
                QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
            )
            button.setMinimumWidth(0 if stacked else across)
        for note_block in self._notes.values():
            note_block.setMinimumWidth(_NARROWEST_NOTE * theme.body)

    def take_keyboard(self) -> None:
        next(iter(self.buttons.values())).setFocus()
