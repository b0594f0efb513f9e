"""Buttons in columns of one width, as many columns as fit without breaking a word."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from .big_button import BigButton
from .roving_focus import RovingFocus
from .rows_layout import RowsLayout

_GAP = 8  # between rings; the faces are 16 apart


class TileGrid(QWidget):
    """Tiles from left to right, row by row, one stop of the Tab key; `most` bounds the columns."""

    def __init__(self, tiles: Sequence[BigButton], most: int = 6) -> None:
        super().__init__()
        self._columns = _Columns(self, tiles, most)
        RovingFocus(tiles)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def be_at_least(self, height: int) -> None:
        """Make every tile as high as that, in pixels; 0 for as high as its words need."""
        self._columns.be_at_least(height)


class _Columns(RowsLayout):
    def __init__(self, parent: QWidget, tiles: Sequence[BigButton], most: int) -> None:
        super().__init__(parent, tiles)
        self._most = most
        self._least = 0

    def be_at_least(self, height: int) -> None:
        self._least = height
        self.invalidate()

    def sizeHint(self) -> QSize:
        # As wide as it may get, and so as low: a sheet never gets lower than its parts' hints.
        columns = max(1, min(self._most, len(self.shown())))
        width = columns * (self._widest() + _GAP) - _GAP
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        widest = max((each.minimumSize().width() for each in self.shown()), default=0)
        return QSize(widest, 0)

    def arrange(self, room: int, *, place: bool) -> int:
        tiles = self.shown()
        columns = self._fitting(room)
        width = (room - _GAP * (columns - 1)) // columns
        top = 0
        for start in range(0, len(tiles), columns):
            row = tiles[start : start + columns]
            height = max(self._least, *(each.heightForWidth(width) for each in row))
            if place:
                for column, each in enumerate(row):
                    each.setGeometry(QRect(column * (width + _GAP), top, width, height))
            top += height + _GAP
        return max(0, top - _GAP)

    def _widest(self) -> int:
        return max((each.sizeHint().width() for each in self.shown()), default=1)

    def _fitting(self, room: int) -> int:
        """Return how many columns fit, no more than fill as few rows evenly."""
        fitting = max(1, min(self._most, (room + _GAP) // (self._widest() + _GAP)))
        count = len(self.shown())
        rows = max(1, ceil(count / fitting))
        return max(1, ceil(count / rows))
