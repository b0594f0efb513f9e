"""What a person in trouble must always find in the same place: the bar at the window's side."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..style import Style
from .glyphs import Glyph
from .rail_button import RailButton

_GAP = 8  # between rings; the faces are 16 apart


class ActionBar(QWidget):
    """Buttons only tell what was pressed; whoever joins the window does it."""

    call_pressed = Signal()  # "I am on a call", F2
    happened_pressed = Signal()  # "I have paid, or told a password", F3
    help_pressed = Signal()  # "get somebody to help"
    read_pressed = Signal()  # "read it aloud", F1
    bigger_pressed = Signal()  # F4
    more_pressed = Signal()  # everything that can wait

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.call = RailButton(Glyph.ON_CALL, urgent=True)
        self.happened = RailButton(Glyph.WARNING, urgent=True)
        self.help = RailButton(Glyph.PEOPLE, urgent=False)
        self.read = RailButton(Glyph.SPEAKER, urgent=False)
        self.bigger = RailButton(Glyph.BIGGER, urgent=False)
        self.more = RailButton(Glyph.MORE, urgent=False)
        self._named = (
            ("call", self.call),
            ("happened", self.happened),
            ("help", self.help),
            ("read", self.read),
            ("bigger", self.bigger),
            ("more", self.more),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for _, button in self._named:
            column.addWidget(button)
        column.addStretch(0)
        self.call.clicked.connect(self.call_pressed)
        self.happened.clicked.connect(self.happened_pressed)
        self.help.clicked.connect(self.help_pressed)
        self.read.clicked.connect(self.read_pressed)
        self.bigger.clicked.connect(self.bigger_pressed)
        self.more.clicked.connect(self.more_pressed)

    def dress(self, style: Style) -> None:
        say = style.say
        for name, button in self._named:
            button.dress(style.theme)
            button.name(
                say(f"action.{name}"),
                short=say(f"action_short.{name}"),
                hint=say(f"action_hint.{name}"),
            )
        width = max(button.sizeHint().width() for _, button in self._named)
        self.setFixedWidth(width)
