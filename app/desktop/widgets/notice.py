"""Trouble on a page, said calmly above what is still there."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...model.errors import UserFacingError
from ...presentation.error_card import error_card
from ..style import Style
from .announcement import announce
from .panel import Panel
from .text_block import TextBlock


class Notice(Panel):
    """What happened and what to do; hidden while there is no trouble."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self.error: UserFacingError | None = None
        self._title = TextBlock()
        self._next_step = TextBlock()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._next_step)
        self.hide()

    def dress(self, style: Style) -> None:
        self._style = style
        theme = style.theme
        grey = theme.palette.unfinished
        self.dress_ground(theme, border=theme.palette.border, bar=grey.accent)
        side = theme.padding
        self._column.setContentsMargins(side + 8, side - 8, side, side - 8)
        self._title.dress(theme, theme.body, bold=True)
        self._next_step.dress(theme, theme.body)
        self.show_error(self.error)

    def show_error(self, error: UserFacingError | None) -> None:
        """Say the trouble; None takes it away."""
        self.error = error
        self.setVisible(error is not None)
        if error is not None and self._style is not None:
            card = error_card(error, self._style.words)
            self._title.show_text(card.title)
            self._next_step.show_text(card.next_step)
            words = f"{card.title} {card.next_step}"
            if words != self.accessibleName():
                announce(self, words)
            self.setAccessibleName(words)
        else:
            self.setAccessibleName("")
