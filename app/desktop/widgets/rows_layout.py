"""A layout of rows of our own, as Qt asks for one."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class RowsLayout(QLayout):
    """Lays widgets out in rows that are as high as their width asks for; a subclass says how.

    Qt lays out anew when a widget comes, goes or grows, and remembers how large each wants to be. A
    widget that did it by itself would have all of its events carried into Python.
    """

    def __init__(self, parent: QWidget, widgets: Sequence[QWidget]) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        for each in widgets:
            self.addWidget(each)

    def arrange(self, room: int, *, place: bool) -> int:
        """Return how high the rows are in a room so wide, and with `place` put them there."""
        raise NotImplementedError

    def shown(self) -> list[QLayoutItem]:
        """Return what is not hidden."""
        return [each for each in self._items if not each.isEmpty()]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.arrange(width, place=False)

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        self.arrange(box.width(), place=True)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None
