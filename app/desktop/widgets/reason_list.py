"""Why we say so, each sentence with the person's own words marked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ...model.finding import Severity
from ...model.text_span import Span
from ...presentation.plain_characters import visible
from ...presentation.verdict_card import Comparison, ReasonLine
from ..style import Style
from ..theme import Theme
from .glyphs import Glyph
from .panel import Panel
from .sign import Sign
from .text_block import TextBlock, written

_SIDE_BY_SIDE_FROM = 18  # letters of body text


class ReasonRow(QWidget):
    """One sentence, the words it rests on, and the rule it breaks."""

    def __init__(self, reason: ReasonLine, style: Style, accent: str) -> None:
        super().__init__()
        theme = style.theme
        alarming = reason.severity >= Severity.WARNING
        sign = Sign(Glyph.WARNING if alarming else Glyph.SOURCE)
        sign.dress(theme.body, accent if alarming else theme.palette.muted, spacing=1.5)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(written(theme, reason.text))
        for quote in reason.quotes:
            if quote not in reason.text:
                column.addWidget(quoted(theme, quote))
        if reason.rule:
            rule = f"{style.words.text('verdict.label.rule')}{reason.rule}"
            column.addWidget(written(theme, rule, bold=True))
        row.addLayout(column, 1)


def quoted(theme: Theme, quote: str) -> TextBlock:
    """Return the person's own words in marks."""
    words = visible(quote)
    block = TextBlock()
    block.dress(theme, theme.body)
    block.show_text(f"“{words}”", [Span(1, 1 + len(words))])
    return block


class ComparisonTable(QWidget):
    """What it claims to be beside what the list says; one above the other where it is narrow."""

    def __init__(self, comparison: Comparison, style: Style) -> None:
        super().__init__()
        theme = style.theme
        self._side_by_side_from = _SIDE_BY_SIDE_FROM * theme.body
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(theme.gap)
        sides = (
            (style.say("verdict.compare_claimed"), comparison.claimed, theme.palette.danger.accent),
            (style.say("verdict.compare_registered"), comparison.registered, theme.palette.strong),
        )
        for title, value, bar in sides:
            if value:
                self._halves.addWidget(_side(theme, title, value, bar), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._side_by_side_from
        self._halves.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )


def _side(theme: Theme, title: str, value: str, bar: str) -> Panel:
    panel = Panel()
    panel.dress_ground(theme, border=theme.palette.border, bar=bar)
    column = QVBoxLayout(panel)
    column.setContentsMargins(26, 10, 14, 12)
    column.setSpacing(4)
    column.addWidget(written(theme, title, colour=theme.palette.muted))
    column.addWidget(written(theme, visible(value), bold=True))
    column.addStretch(1)
    return panel
