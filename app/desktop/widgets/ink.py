"""Pens and brushes made without the namespace `Qt`, for the reason told in qt_figures.py."""

from PySide6.QtGui import QBrush, QColor, QPen


def pen(colour: str, width: float) -> QPen:
    """Return a solid pen of `width` pixels."""
    made = QPen()
    made.setColor(QColor(colour))
    made.setWidthF(width)
    return made


def brush(colour: str) -> QBrush:
    """Return a solid brush; a bare QBrush is hollow, a pen's own is not."""
    return pen(colour, 1).brush()
