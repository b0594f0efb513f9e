"""One question of the settings, with its possible answers side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..theme import Theme
from .big_button import BigButton
from .flow_row import FlowRow
from .glyphs import Glyph
from .panel import Panel
from .text_block import TextBlock
from .toggles import Toggles

_APART = 4  # pixels more between the words and what one presses


class ChoiceRow(Panel):
    """Exactly one answer is ticked; `chosen` carries its place among the answers."""

    chosen = Signal(int)

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TextBlock()
        self._note = TextBlock()
        self.buttons = [BigButton(Glyph.RING) for _ in range(count)]
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._note)
        self._column.addSpacing(_APART)
        self._column.addWidget(FlowRow(8, *self.buttons))
        self._toggles = Toggles(self.buttons, self, needs_one=True)
        self._toggles.taken.connect(self.chosen)

    def dress(self, theme: Theme) -> None:
        self.dress_ground(theme)
        side = theme.padding
        self._column.setContentsMargins(side, side - 8, side, side - 4)
        self._column.setSpacing(6)
        self._title.dress(theme, theme.body, bold=True)
        self._note.dress(theme, theme.body, colour=theme.palette.muted)
        for button in self.buttons:
            button.dress(theme)

    def say(self, title: str, note: str, answers: Sequence[str]) -> None:
        """Take the words; each answer is read out together with its question."""
        self._title.show_text(title)
        self._note.show_text(note)
        self._note.setVisible(bool(note))
        self.setAccessibleName(title)
        for button, answer in zip(self.buttons, answers, strict=True):
            button.name(answer, hint=title)

    def tick(self, place: int) -> None:
        """Show which answer holds; -1 for one that is not among them."""
        self._toggles.tick(place)
