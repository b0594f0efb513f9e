"""Trouble, said calmly, with one button for the next step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...presentation.error_card import ErrorCard
from ..style import Style
from .big_button import BigButton, Weight
from .flow_row import FlowRow
from .glyphs import Glyph
from .panel import Panel
from .text_block import TextBlock


class ErrorPanel(Panel):
    """What happened, what to do, the reference to quote, and "try again"."""

    try_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TextBlock()
        self._next_step = TextBlock()
        self._reference = TextBlock()
        self.button = BigButton(Glyph.RETRY)
        self.button.clicked.connect(self.try_again)
        self._column = QVBoxLayout(self)
        for each in (self._title, self._next_step, self._reference):
            self._column.addWidget(each)
        self._column.addWidget(FlowRow(8, self.button))

    def dress(self, style: Style) -> None:
        theme = style.theme
        grey = theme.palette.unfinished
        self.dress_ground(theme, border=theme.palette.border, bar=grey.accent)
        side = theme.padding
        self._column.setContentsMargins(side + 8, side, side, side)
        self._column.setSpacing(theme.gap)
        self._title.dress(theme, theme.instruction, bold=True, spacing=1.3)
        self._next_step.dress(theme, theme.body)
        self._reference.dress(theme, theme.body, colour=theme.palette.muted)
        self.button.dress(theme, Weight.STRONG)
        self.button.name(
            style.say("button.try_again"),
            short=style.say("button_short.try_again"),
            hint=style.say("button_hint.try_again"),
        )

    def show_error(self, card: ErrorCard) -> None:
        self._title.show_text(card.title)
        self._next_step.show_text(card.next_step)
        self._reference.show_text(card.reference)
        self.setAccessibleName(f"{card.title} {card.next_step}")
