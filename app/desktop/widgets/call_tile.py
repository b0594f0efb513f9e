"""A tile to press when the caller has said what stands on it."""

from PySide6.QtWidgets import QWidget

from ..theme import Theme
from .big_button import BigButton
from .glyphs import Glyph


class CallTileButton(BigButton):
    """Red around, with a warning sign, where it decides alone; a tick once it is pressed."""

    def __init__(self, *, red: bool, parent: QWidget | None = None) -> None:
        super().__init__(Glyph.WARNING if red else Glyph.MESSAGE, parent)
        self._red = red
        self.setCheckable(True)

    def _border_of(self, theme: Theme) -> str:
        return theme.palette.danger.outline if self._red else super()._border_of(theme)

    def _glyph_ink(self, theme: Theme) -> str:
        return theme.palette.danger.accent if self._red else super()._glyph_ink(theme)
