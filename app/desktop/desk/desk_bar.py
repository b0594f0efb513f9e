"""The strip that a shared computer shows on every page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..style import Style
from ..widgets.big_button import BigButton
from ..widgets.flow_row import FlowRow
from ..widgets.glyphs import Glyph
from ..widgets.panel import Panel
from ..widgets.text_block import TextBlock
from .idle_watch import IDLE_SECONDS

_LAST = 30  # seconds; before that a running figure would only disturb


class DeskBar(Panel):
    """The case code, how long until it wipes itself, and two buttons."""

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
        self._column.addWidget(FlowRow(16, self.code, self.state, self.wipe, self.visitor, split=2))
        self.wipe.clicked.connect(self.wipe_pressed)
        self.visitor.clicked.connect(self.visitor_pressed)

    def dress(self, style: Style) -> None:
        self._style = style
        theme, text = style.theme, style.words.text
        self.dress_ground(theme, ground=theme.palette.soft)
        self._column.setContentsMargins(12, 0, 12, 0)
        self.code.dress(theme, theme.label, bold=True)
        self.state.dress(theme, theme.label)
        for name, button in (("wipe", self.wipe), ("visitor", self.visitor)):
            button.dress(theme)
            button.name(
                text(f"desk.button.{name}"),
                short=text(f"desk.button_short.{name}"),
                hint=text(f"desk.hint.{name}"),
            )
        self.visitor.setVisible(not theme.compact)  # set up once; it must not push answers away
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
            self.state.show_text(text("desk.left", seconds=str(max(0, self._left))))
        elif self._style.theme.compact:
            self.state.show_text("")
        else:
            self.state.show_text(
                text("desk.state", count=str(self._count), seconds=str(IDLE_SECONDS))
            )
        self.state.setVisible(bool(self.state.text()))
