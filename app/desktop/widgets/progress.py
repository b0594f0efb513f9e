"""A bar that shows how far a long job is."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QProgressBar

from ..theme import Theme


def dress_progress(bar: QProgressBar, theme: Theme) -> None:
    """Give the bar our colours and a height that can be seen from across a table."""
    colours = bar.palette()
    palette = theme.palette
    for role, colour in (
        (QPalette.ColorRole.Base, palette.surface),
        (QPalette.ColorRole.Window, palette.border),
        (QPalette.ColorRole.Highlight, palette.strong),
        (QPalette.ColorRole.Text, palette.text),
    ):
        colours.setColor(role, QColor(colour))
    bar.setPalette(colours)
    bar.setFixedHeight(round(theme.body * 0.8))
