"""Asks for a passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ..style import Style
from .big_button import BigButton, Weight
from .flow_row import FlowRow
from .glyphs import Glyph
from .named_field import NamedField
from .panel import Panel
from .text_block import TextBlock


class LockForm(Panel):
    """One field whose letters are not shown; `given` carries what was typed, and it is emptied."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self.passphrase = NamedField()
        self.passphrase.field.setEchoMode(QLineEdit.EchoMode.Password)
        self._note = TextBlock()
        self.button = BigButton(Glyph.LOCK)
        self._column = QVBoxLayout(self)
        for part in (self.passphrase, self._note, FlowRow(8, self.button)):
            self._column.addWidget(part)
        self.setFocusProxy(self.passphrase.field)
        self.passphrase.field.submitted.connect(self._give)
        self.button.clicked.connect(self._give)
        self.hide()

    def dress(self, style: Style) -> None:
        self._style = style
        theme = style.theme
        self.dress_ground(theme, border=theme.palette.border)
        side = theme.padding
        self._column.setContentsMargins(side, side - 8, side, side)
        self._column.setSpacing(8)
        self.passphrase.dress(theme)
        self._note.dress(theme, theme.body, colour=theme.palette.muted)
        self.button.dress(theme, Weight.STRONG)

    def say(self, *, opens: bool) -> None:
        """Ask for the passphrase that opens the history, or for one to lock it with."""
        if self._style is None:
            return
        text = self._style.words.text
        what = "opens" if opens else "locks"
        self.passphrase.say(text(f"history.passphrase.{what}"))
        self._note.show_text(text(f"history.passphrase.{what}_note"))
        self.button.name(
            text(f"history.passphrase.{what}_button"), hint=text(f"history.passphrase.{what}_note")
        )

    def _give(self) -> None:
        words = self.passphrase.field.text()
        self.passphrase.field.setText("")
        self.given.emit(words)
