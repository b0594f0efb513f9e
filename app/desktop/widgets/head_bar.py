"""The window's head: who we are or the way back, and the tools that are always there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ..style import Style
from ..theme import Tone
from .big_button import BigButton
from .flow_row import FlowRow
from .glyphs import Glyph
from .mark import Mark
from .text_block import TextBlock


class HeadBar(QWidget):
    """Buttons only tell what was pressed; the window does it."""

    back_pressed = Signal()
    again_pressed = Signal()
    language_pressed = Signal()
    tone_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = self._way_back = False
        self._brand = QWidget()
        self._mark = Mark()
        self._name = TextBlock()
        self._name.centre()
        brand = QHBoxLayout(self._brand)
        brand.setContentsMargins(0, 0, 0, 0)
        brand.setSpacing(14)
        brand.addWidget(self._mark)
        brand.addWidget(self._name)
        self._back = BigButton(Glyph.BACK)
        self._again = BigButton(Glyph.AGAIN)
        self._language = BigButton(Glyph.LANGUAGE)
        self._tone = BigButton(Glyph.TONE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        left = (self._brand, self._back, self._again)
        tools = (self._language, self._tone)
        layout.addWidget(FlowRow(8, *left, *tools, split=len(left)))
        self._back.clicked.connect(self.back_pressed)
        self._again.clicked.connect(self.again_pressed)
        self._language.clicked.connect(self.language_pressed)
        self._tone.clicked.connect(self.tone_pressed)
        self.show_way_back(there_is=False)

    def dress(self, style: Style, tone: Tone) -> None:
        theme = style.theme
        self._compact = theme.compact
        for each in (self._back, self._again, self._language, self._tone):
            each.dress(theme)
        side = theme.target + 2 * theme.ring
        self._mark.setFixedSize(theme.target - 8, theme.target - 8)
        self._brand.setFixedHeight(side)
        self._name.dress(theme, theme.title, bold=True)
        self._name.show_text(style.say("name"))
        self._back.name(
            style.say("back"), short=style.say("back_short"), hint=style.say("back_hint")
        )
        self._again.name(
            style.say("again"), short=style.say("again_short"), hint=style.say("again_hint")
        )
        self._language.name(style.say("other_language"), hint=style.say("other_language_hint"))
        self._tone.name(
            style.say(f"tone.{tone}"),
            short=style.say(f"tone_short.{tone}"),
            hint=style.say("tone_hint"),
        )
        self.show_way_back(there_is=self._way_back)

    def show_way_back(self, *, there_is: bool) -> None:
        """Show the way back to the paste screen in place of the program's name.

        Where letters are very large the colours are chosen there alone, or the tools would take a
        second line and push the number to dial out of view.
        """
        self._way_back = there_is
        self._brand.setVisible(not there_is)
        self._back.setVisible(there_is)
        self._again.setVisible(there_is)
        self._tone.setVisible(not (there_is and self._compact))
