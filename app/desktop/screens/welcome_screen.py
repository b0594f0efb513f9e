"""Three sentences at the very first start."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ..qt_figures import STRONG_FOCUS
from ..style import Style
from ..widgets.big_button import BigButton, Weight
from ..widgets.flow_row import FlowRow
from ..widgets.focus_ring import FocusRing
from ..widgets.glyphs import Glyph
from ..widgets.text_block import TextBlock
from .sheet_screen import SheetScreen

_SENTENCES = 3


class WelcomeScreen(SheetScreen):
    """Seen once. A paste goes past it straight to the verdict."""

    leads_back = False
    begun = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet.setProperty("focusPolicy", STRONG_FOCUS)  # very large letters need scrolling
        self._ring = FocusRing(self.sheet, self)
        self._sentences = [TextBlock() for _ in range(_SENTENCES)]
        self.begin = BigButton(Glyph.TICK)
        self.begin.clicked.connect(self.begun)
        for each in self._sentences:
            self.column.addWidget(each)
        self._row = FlowRow(8, self.begin)
        self.column.addWidget(self._row)
        self.column.addStretch(1)

    def dress(self, style: Style) -> None:
        theme, text = style.theme, style.words.text
        self.dress_sheet(style, text("welcome.title"))
        self._ring.dress(theme)
        for layout in (self.column, self.whole):
            layout.removeWidget(self._row)
        if theme.compact:  # very large letters need scrolling, and the button must not go with them
            self.whole.addWidget(self._row)
        else:
            self.column.insertWidget(self.column.count() - 1, self._row)
        self.sheet.setAccessibleName(text("welcome.title"))
        for place, sentence in enumerate(self._sentences, start=1):
            sentence.dress(theme, theme.body if theme.compact else theme.lead)
            sentence.show_text(text(f"welcome.sentence_{place}"))
        self.begin.dress(theme, Weight.STRONG)
        self.begin.name(text("welcome.begin"), hint=text("welcome.begin_hint"))

    def take_keyboard(self) -> None:
        self.begin.setFocus()
