"""A table with large letters, for the keyboard too; it scrolls inside itself."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ..theme import LINE_SPACING, Theme
from .wide_bar import WideBar

_FEWEST_ROWS = 3
_BESIDE = 24  # pixels around a cell's words


class BigTable(QTableView):
    """One row is chosen at a time; Tab leaves the table, the arrows move in it."""

    def __init__(self, widths: Sequence[float], parent: QWidget | None = None) -> None:
        """`widths` are the columns' widths in letters; the last takes what is left."""
        super().__init__(parent)
        self._widths = widths
        self._bar = WideBar()
        self.setVerticalScrollBar(self._bar)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    def dress(self, theme: Theme) -> None:
        font = theme.font(theme.label)
        row = round(theme.label * LINE_SPACING) + 12
        self._bar.dress(theme)
        for part in (self, self.horizontalHeader()):
            part.setFont(font)
            part.setPalette(_colours(part.palette(), theme))
        self.setIconSize(QSize(theme.label, theme.label))
        self.verticalHeader().setMinimumSectionSize(row)
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setFixedHeight(row + 4)
        for column, letters in enumerate(self._widths):
            self.setColumnWidth(column, round(letters * theme.label) + _BESIDE)
        self.setMinimumHeight(row * (_FEWEST_ROWS + 1) + 8)


def _colours(colours: QPalette, theme: Theme) -> QPalette:
    palette = theme.palette
    for role, colour in (
        (QPalette.ColorRole.Base, palette.surface),
        (QPalette.ColorRole.AlternateBase, palette.page),
        (QPalette.ColorRole.Window, palette.soft),
        (QPalette.ColorRole.Button, palette.soft),
        (QPalette.ColorRole.Text, palette.text),
        (QPalette.ColorRole.WindowText, palette.text),
        (QPalette.ColorRole.ButtonText, palette.text),
        (QPalette.ColorRole.Highlight, palette.strong),
        (QPalette.ColorRole.HighlightedText, palette.strong_text),
    ):
        colours.setColor(role, QColor(colour))
    return colours
