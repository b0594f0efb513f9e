"""What to do now: one instruction, the number in large digits, then step by step."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...model.verdict import VerdictLevel
from ...presentation.verdict_card import StepLine, VerdictCard
from ..style import Style
from ..theme import Theme
from .announcement import spaced
from .flow_row import FlowRow
from .glyphs import Glyph
from .panel import Panel
from .sign import Sign
from .text_block import TextBlock, capital, written


class ActionPanel(Panel):
    """The instruction and the number first: they must be seen without scrolling."""

    def __init__(self, card: VerdictCard, style: Style) -> None:
        super().__init__()
        theme = style.theme
        accent = theme.palette.level(card.level).accent
        self.dress_ground(theme, border=theme.palette.border, bar=accent)
        column = QVBoxLayout(self)
        side = theme.padding
        column.setContentsMargins(side + 8, side - 6, side, side)
        column.setSpacing(6 if theme.compact else 10)
        self.instruction = written(
            theme, card.instruction, theme.instruction, colour=accent, bold=True, spacing=1.3
        )
        self.instruction.break_by_clause()
        column.addWidget(self.instruction)
        self.digits: TextBlock | None = None
        site = site_to_type(card)
        if site:  # the instruction speaks of the address; a number beside it would mislead
            column.addWidget(written(theme, site, theme.title, bold=True))
        elif card.dial:
            number = LargeNumber(theme, card.dial, card.dial_owner, theme.digits)
            self.digits = number.digits
            column.addWidget(number)
        if theme.compact:
            for line in _lines_from_the_banner(card):
                column.addWidget(written(theme, line, theme.heading, bold=True))
        for position, step in enumerate(card.steps, start=1):
            column.addWidget(StepRow(step, position, style, shown_already=site or card.dial))


def site_to_type(card: VerdictCard) -> str:
    """Return the listed address that a blue verdict is about, "" for a number and all others."""
    if card.level is not VerdictLevel.OFFICIAL or not card.steps:
        return ""
    return card.steps[0].site


def _lines_from_the_banner(card: VerdictCard) -> Iterator[str]:
    """Yield what has no room in the banner where letters are very large."""
    if card.second_line:
        yield card.second_line
    if card.category_name and card.category_name not in card.second_line:
        yield capital(card.category_name)


class LargeNumber(QWidget):
    """A number to dial; the first one large enough to be copied from across a table."""

    def __init__(self, theme: Theme, number: str, owner: str, size: int) -> None:
        super().__init__()
        self.digits = written(theme, number, size, bold=True, spacing=1.2)
        sign = Sign(Glyph.CALL)
        sign.dress(round(size * 0.75), theme.palette.text, spacing=1.6)
        whose = written(theme, owner, colour=theme.palette.muted)
        whose.centre()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FlowRow(14, sign, self.digits, whose))
        whose.setVisible(bool(owner))  # not before it has a parent: it would be a window
        self.digits.setAccessibleName(spaced(number))
        self.setAccessibleName(f"{spaced(number)} {owner}".strip())


class StepRow(QWidget):
    """One step, with its own number if it is another one than the large number above."""

    def __init__(self, step: StepLine, position: int, style: Style, *, shown_already: str) -> None:
        super().__init__()
        theme = style.theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(14)
        row.addWidget(_Position(theme, position), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(written(theme, step.text))
        if step.dial and step.dial != shown_already:
            column.addWidget(LargeNumber(theme, step.dial, step.owner, theme.instruction))
        if step.site and step.site != shown_already:
            column.addWidget(written(theme, step.site, theme.heading, bold=True))
        row.addLayout(column, 1)
        self.setAccessibleName(f"{style.say('verdict.step', number=str(position))} {step.text}")


class _Position(QWidget):
    """The step's place in a disc."""

    def __init__(self, theme: Theme, position: int) -> None:
        super().__init__()
        self._theme = theme
        self._position = position
        side = round(theme.body * 1.5)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette, side = self._theme.palette, self.width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.strong))
        painter.drawEllipse(QPointF(side / 2, side / 2), side / 2 - 1, side / 2 - 1)
        painter.setFont(self._theme.font(round(self._theme.body * 0.9), bold=True))
        painter.setPen(QColor(palette.strong_text))
        # Fonts leave more room above a digit than below; without it the digit hangs low.
        box = QRectF(0, -side / 24, side, side)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._position))
