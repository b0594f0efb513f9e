"""The strip that a shared computer shows on every page."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..style import Style
from ..theme import Theme
from ..widgets.big_button import BigButton
from ..widgets.flow_row import FlowRow
from ..widgets.glyphs import Glyph
from ..widgets.panel import Panel
from ..widgets.text_block import TextBlock
from .idle_watch import IDLE_SECONDS

_LAST = 30  # seconds; before that a running figure would only disturb
_GAP = 16
_SIDE = 12
_LARGEST = 1.2  # the buttons are the officer's; grown further they would push the number away


class DeskBar(Panel):
    """The case code, how long until it wipes itself, and two buttons.

    One line, whatever the width: what it could do without gives way, or it would push the number to
    dial out of view.
    """

    wipe_pressed = Signal()
    visitor_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self._left, self._count, self._code = IDLE_SECONDS, 0, ""
        self.code = TextBlock()
        self.state = TextBlock()
        self.code.centre()
        self.state.centre()
        self.wipe = BigButton(Glyph.CLEAR)
        self.visitor = BigButton(Glyph.SCREEN)
        self._column = QVBoxLayout(self)
        self._row = FlowRow(_GAP, self.code, self.state, self.wipe, self.visitor, split=2)
        self._column.addWidget(self._row)
        self.wipe.clicked.connect(self.wipe_pressed)
        self.visitor.clicked.connect(self.visitor_pressed)

    def dress(self, style: Style) -> None:
        self._style = style
        theme, text = style.theme, style.words.text
        self.dress_ground(theme, ground=theme.palette.soft)
        self._column.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self.code.dress(theme, theme.label, bold=True)
        self.state.dress(theme, theme.label)
        for name, button in (("wipe", self.wipe), ("visitor", self.visitor)):
            button.dress(Theme(theme.palette, min(theme.scale, _LARGEST)))
            button.name(
                text(f"desk.button.{name}"),
                short=text(f"desk.button_short.{name}"),
                hint=text(f"desk.hint.{name}"),
            )
        self._say()

    def show_case(self, code: str, count: int) -> None:
        """Show this visitor's code, and how many checks the shift has had."""
        self._code, self._count = code, count
        self._say()

    def show_left(self, seconds: int) -> None:
        """Show how long until it wipes itself."""
        if seconds != self._left:
            self._left = seconds
            self._say()

    def _say(self) -> None:
        if self._style is None:
            return
        text = self._style.words.text
        self.code.show_text(text("desk.code", code=self._code))
        self.code.setAccessibleName(text("desk.code", code=" ".join(self._code)))
        if self._left <= _LAST:
            key = "desk.left_short" if self._style.theme.compact else "desk.left"
            self.state.show_text(text(key, seconds=str(max(0, self._left))))
        else:
            self.state.show_text(
                text("desk.state", count=str(self._count), seconds=str(IDLE_SECONDS))
            )
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the most that stands in one line; the countdown is the last to go but the wipe."""
        if self._left <= _LAST:
            spare: tuple[QWidget, ...] = (self.visitor, self.code)
        else:
            spare = (self.state, self.visitor)
        parts: tuple[QWidget, ...] = (self.code, self.state, self.wipe, self.visitor)
        room = self.width() - 2 * _SIDE + _GAP
        for left_out in range(len(spare) + 1):
            shown = [each for each in parts if each not in spare[:left_out]]
            if sum(each.sizeHint().width() + _GAP for each in shown) <= room:
                break
        for each in parts:
            each.setVisible(each in shown)
