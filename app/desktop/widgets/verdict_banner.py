"""The answer itself: shape, colour and words together."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ...presentation.verdict_card import VerdictCard
from ..style import Style
from ..theme import HEADLINE_SPACING
from .panel import Panel
from .shapes import VerdictShape
from .text_block import capital, ems, written

_SHORT_WHERE_LARGE = 16
_SHORT = 20  # hanzi, or twice as many letters; a longer headline would push the number out of view


class VerdictBanner(Panel):
    """Shape at the left, headline and second line beside it, the script's name above.

    With very large letters the name and the second line give way to the instruction and the number;
    the panel below says them.
    """

    def __init__(self, card: VerdictCard, style: Style) -> None:
        super().__init__()
        theme = style.theme
        colours = theme.palette.level(card.level)
        self.dress_ground(theme, ground=colours.fill, border=colours.outline, line=theme.line + 1)
        ink = colours.text
        words = QVBoxLayout()
        words.setSpacing(4)
        named = card.category_name and card.category_name not in card.second_line
        if named and not theme.compact:
            words.addWidget(written(theme, capital(card.category_name), colour=ink, bold=True))
        short = _SHORT_WHERE_LARGE if theme.compact else _SHORT
        size = theme.headline if ems(card.headline) <= short else theme.title
        self.headline = written(
            theme, card.headline, size, colour=ink, bold=True, spacing=HEADLINE_SPACING
        )
        self.headline.centre()
        self.headline.break_by_clause()
        words.addWidget(self.headline)
        if card.second_line and not theme.compact:
            words.addWidget(written(theme, card.second_line, theme.lead, colour=ink))
        side = round(theme.headline * (1.4 if theme.compact else 2.1))
        shape = VerdictShape(card.level, side, ink, colours.fill)
        row = QHBoxLayout(self)
        side = theme.padding
        row.setContentsMargins(side + 4, side - 4, side, side - 4)
        row.setSpacing(side + 4)
        row.addWidget(shape, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        self.setAccessibleName(f"{card.headline} {card.second_line}")
