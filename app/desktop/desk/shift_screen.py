"""What this shift did, in figures."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ...services.shift_log import ShiftSummary
from ..screens.sheet_screen import SheetScreen
from ..style import Style
from ..widgets.big_button import BigButton, Weight
from ..widgets.flow_row import FlowRow
from ..widgets.glyphs import Glyph
from ..widgets.notice import Notice
from ..widgets.text_block import TextBlock
from .shift_plot import ShiftPlot

_BUTTONS = {
    "table": Glyph.TABLE,
    "pdf": Glyph.PAPER,
    "picture": Glyph.CHART,
    "print": Glyph.COPY,
    "anew": Glyph.AGAIN,
    "anew_now": Glyph.AGAIN,
    "anew_not": Glyph.BACK,
}


class ShiftScreen(SheetScreen):
    """Counts only; nothing here is about a person."""

    looked_at = Signal()
    pressed = Signal(str)  # table, pdf, picture, print or anew_now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary: ShiftSummary | None = None
        self._sure = False
        self.sums = TextBlock()
        self.since = TextBlock()
        self.notice = Notice()
        self.plot = ShiftPlot()
        self.buttons = {name: BigButton(glyph) for name, glyph in _BUTTONS.items()}
        for part in (self.sums, self.since, self.notice, self.plot):
            self.column.addWidget(part)
        self.column.addWidget(FlowRow(8, *self.buttons.values()))
        self.column.addStretch(1)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self._press(name))

    def dress(self, style: Style) -> None:
        theme, text = style.theme, style.words.text
        self.dress_sheet(style, text("shift.title"))
        self.sums.dress(theme, theme.lead, bold=True)
        self.since.dress(theme, theme.body, colour=theme.palette.muted)
        self.notice.dress(style)
        self.plot.dress(style)
        for name, button in self.buttons.items():
            button.dress(theme, Weight.STRONG if name == "anew_now" else Weight.PLAIN)
            button.name(text(f"shift.button.{name}"), hint=text(f"shift.hint.{name}"))
        self._refresh()

    def show_summary(self, summary: ShiftSummary) -> None:
        """Show the figures up to now."""
        self._summary = summary
        self._refresh()

    def take_keyboard(self) -> None:
        self.buttons["table"].setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.looked_at.emit()

    def _press(self, name: str) -> None:
        if name.startswith("anew"):
            self._sure = name == "anew"
            self._refresh()
            self.buttons["anew_not" if self._sure else "anew"].setFocus()
        if name not in ("anew", "anew_not"):
            self.pressed.emit(name)

    def _refresh(self) -> None:
        style, summary = self.style_now, self._summary
        for name in ("anew_now", "anew_not"):
            self.buttons[name].setVisible(self._sure)
        self.buttons["anew"].setVisible(not self._sure)
        if style is None or summary is None:
            return
        text = style.words.text
        sums = text("shift.sums", visitors=str(summary.visitors), checks=str(summary.checks))
        self.sums.show_text(sums)
        since = text("shift.since", moment=f"{summary.began:%Y-%m-%d %H:%M}")
        self.since.show_text(f"{text('shift.desk_line', desk=summary.desk)}  {since}")
        said = [f"{text(f'level.{level.value}')} {count}" for level, count in summary.levels]
        self.plot.show_summary(summary, " · ".join([sums, *said]))
