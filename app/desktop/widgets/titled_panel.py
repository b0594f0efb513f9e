"""A sheet with a title over whatever belongs under it."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..style import Style
from .panel import Panel
from .text_block import written


class TitledPanel(Panel):
    """With a band at its left edge in `bar`, if it is to stand out."""

    def __init__(
        self, style: Style, title: str, parts: Iterable[QWidget], *, bar: str = ""
    ) -> None:
        super().__init__()
        theme = style.theme
        self.dress_ground(theme, border=theme.palette.border if bar else "", bar=bar)
        column = QVBoxLayout(self)
        side = theme.padding
        column.setContentsMargins(side + (8 if bar else 0), side - 8, side, side)
        column.setSpacing(10)
        self.title = written(theme, title, theme.heading, bold=True, spacing=1.3)
        column.addWidget(self.title)
        for part in parts:
            column.addWidget(part)
