"""Who says so and when, behind one click."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...presentation.plain_characters import visible
from ...presentation.verdict_card import SourceLine
from ..style import Style
from .big_button import BigButton
from .flow_row import FlowRow
from .glyphs import Glyph
from .text_block import written


class SourceList(QWidget):
    """A button, and under it the sources once it is pressed. Addresses are text: nothing opens."""

    def __init__(self, sources: tuple[SourceLine, ...], style: Style, *, unfolded: bool) -> None:
        super().__init__()
        self._style = style
        self.button = BigButton(Glyph.SOURCE)
        self.button.dress(style.theme)
        self._lines = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.theme.gap)
        column.addWidget(FlowRow(8, self.button))
        column.addWidget(self._lines)
        self._lines.setVisible(unfolded)  # not before it has a parent: it would be a window
        lines = QVBoxLayout(self._lines)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        theme = style.theme
        for source in sources:
            lines.addWidget(written(theme, visible(source.text)))
            if source.address:
                address = written(theme, visible(source.address), colour=theme.palette.muted)
                lines.addWidget(address)
        self.button.clicked.connect(self._toggle)
        self._name_button()

    @property
    def unfolded(self) -> bool:
        return not self._lines.isHidden()

    def _toggle(self) -> None:
        self._lines.setVisible(not self.unfolded)
        self._name_button()

    def _name_button(self) -> None:
        name = "hide_sources" if self.unfolded else "show_sources"
        say = self._style.say
        self.button.name(
            say(f"button.{name}"),
            short=say(f"button_short.{name}"),
            hint=say(f"button_hint.{name}"),
        )
