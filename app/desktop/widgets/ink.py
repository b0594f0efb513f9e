"""Pens, brushes and colours without the namespace `Qt`, for the reason told in qt_figures.py."""

from PySide6.QtGui import QBrush, QColor, QPalette, QPen
from PySide6.QtWidgets import QWidget

from ..theme import Theme


def pen(colour: str, width: float) -> QPen:
    """Return a solid pen of `width` pixels."""
    made = QPen()
    made.setColor(QColor(colour))
    made.setWidthF(width)
    return made


def brush(colour: str) -> QBrush:
    """Return a solid brush; a bare QBrush is hollow, a pen's own is not."""
    return pen(colour, 1).brush()


def colour_field(field: QWidget, theme: Theme) -> None:
    """Give a field one writes into its colours."""
    colours, palette = field.palette(), theme.palette
    colours.setColor(QPalette.ColorRole.Base, palette.surface)
    colours.setColor(QPalette.ColorRole.Text, palette.text)
    colours.setColor(QPalette.ColorRole.PlaceholderText, palette.muted)
    colours.setColor(QPalette.ColorRole.Highlight, palette.strong)
    colours.setColor(QPalette.ColorRole.HighlightedText, palette.strong_text)
    field.setPalette(colours)
