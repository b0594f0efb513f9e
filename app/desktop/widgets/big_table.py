"""A table with large letters, for the keyboard too; it scrolls inside itself."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ..theme import LINE_SPACING, Theme
from .flat_header import FlatHeader
from .wide_bar import WideBar

_FEWEST_ROWS = 3
_BESIDE = 24  # pixels around a cell's words
_NARROWEST = 6  # letters, of the last column, which takes what is left


class BigTable(QTableView):
    """One row is chosen at a time; Tab leaves the table, the arrows move in it.

    It never scrolls sideways: columns that find no room are left out, and the page around it tells
    what stands there of the chosen row.
    """

    def __init__(
        self, widths: Sequence[float], spare: Sequence[int], parent: QWidget | None = None
    ) -> None:
        """`widths` are the columns' widths in letters, and the last shown takes what is left.

        `spare` are the columns that may be left out, the first of them first.
        """
        super().__init__(parent)
        self._widths = widths
        self._spare = spare
        self._empty: frozenset[int] = frozenset()
        self._letter = 0  # pixels; 0 until it is dressed
        self._bar = WideBar()
        self.setVerticalScrollBar(self._bar)
        self._head = FlatHeader()
        self.setHorizontalHeader(self._head)
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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def dress(self, theme: Theme) -> None:
        font = theme.font(theme.label)
        row = round(theme.label * LINE_SPACING) + 12
        self._bar.dress(theme)
        self.setFont(font)
        self.setPalette(_colours(self.palette(), theme))
        self._head.dress(theme)
        self.setIconSize(QSize(theme.label, theme.label))
        self.verticalHeader().setMinimumSectionSize(row)
        self.verticalHeader().setDefaultSectionSize(row)
        self._head.setFixedHeight(row + 4)
        self.setMinimumHeight(row * (_FEWEST_ROWS + 1) + 8)
        self._letter = theme.label
        self._fit_columns()

    def leave_out(self, empty: frozenset[int]) -> None:
        """Give the room of columns in which nothing stands to the others."""
        self._empty = empty
        self._fit_columns()

    def left_out(self) -> list[int]:
        """Return the columns that find no room now."""
        return [column for column in range(len(self._widths)) if self.isColumnHidden(column)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        if not self._letter:
            return
        shown = [column for column in range(len(self._widths)) if column not in self._empty]
        for column in (each for each in self._spare if each in shown):
            if self._needed(shown) <= self.viewport().width():
                break
            shown.remove(column)
        wide = [round(letters * self._letter) + _BESIDE for letters in self._widths]
        others = sum(wide[column] for column in shown[:-1])
        wide[shown[-1]] = max(self._needed(shown[-1:]), self.viewport().width() - others)
        for column, pixels in enumerate(wide):
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, pixels)

    def _needed(self, columns: Sequence[int]) -> int:
        letters = [self._widths[column] for column in columns]
        letters[-1] = min(letters[-1], _NARROWEST)
        return round(sum(letters) * self._letter) + _BESIDE * len(columns)


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
