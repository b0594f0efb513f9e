"""Buttons in columns of one width, as many columns as fit without breaking a word."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from .big_button import BigButton

_GAP = 8  # between rings; the faces are 16 apart


class TileGrid(QWidget):
    """Tiles from left to right, row by row; `most` bounds the columns."""

    def __init__(self, tiles: Sequence[BigButton], most: int = 6) -> None:
        super().__init__()
        self._tiles = tuple(tiles)
        self._most = most
        self._least = 0
        for each in self._tiles:
            each.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def be_at_least(self, height: int) -> None:
        """Make every tile as high as that, in pixels; 0 for as high as its words need."""
        self._least = height
        self.updateGeometry()
        self._arrange(self.width(), place=True)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, place=False)

    def sizeHint(self) -> QSize:
        # As wide as it may get, and so as low: a sheet never gets lower than its parts' hints.
        columns = max(1, min(self._most, len(self._tiles)))
        width = columns * (self._widest() + _GAP) - _GAP
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = max((each.minimumSizeHint().width() for each in self._tiles), default=0)
        return QSize(widest, 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange(self.width(), place=True)
        return super().event(event)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange(self.width(), place=True)

    def _widest(self) -> int:
        return max((each.sizeHint().width() for each in self._tiles), default=1)

    def _columns(self, room: int) -> int:
        """Return how many columns fit, no more than fill as few rows evenly."""
        fitting = max(1, min(self._most, (room + _GAP) // (self._widest() + _GAP)))
        rows = max(1, ceil(len(self._tiles) / fitting))
        return max(1, ceil(len(self._tiles) / rows))

    def _arrange(self, room: int, *, place: bool) -> int:
        columns = self._columns(room)
        width = (room - _GAP * (columns - 1)) // columns
        top = 0
        for start in range(0, len(self._tiles), columns):
            row = self._tiles[start : start + columns]
            height = max(self._least, *(each.heightForWidth(width) for each in row))
            if place:
                for column, each in enumerate(row):
                    each.setGeometry(column * (width + _GAP), top, width, height)
            top += height + _GAP
        return max(0, top - _GAP)
