"""Why we say so, each sentence with the person's own words marked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...model.finding import Severity
from ...model.text_span import Span
from ...presentation.plain_characters import visible
from ...presentation.verdict_card import Comparison, ReasonLine
from ..style import Style
from ..theme import Theme
from .glyphs import Glyph
from .sign import Sign
from .text_block import TextBlock, written


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
    """What it claims to be beside what the list says."""

    def __init__(self, comparison: Comparison, style: Style) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        theme = style.theme
        for value in (comparison.claimed, comparison.registered):
            if value:
                column.addWidget(written(theme, visible(value), bold=True))
