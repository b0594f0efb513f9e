"""A row that goes on in the next line when it does not fit."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QSizePolicy, QWidget

from .rows_layout import RowsLayout

_Line = list[tuple[QLayoutItem, int]]


class FlowRow(QWidget):
    """Widgets from left to right, in as many lines as needed, each as high as its highest widget.

    Widgets from number `split` on stand at the right end while everything fits in one line.
    """

    def __init__(self, gap: int, *widgets: QWidget, split: int | None = None) -> None:
        super().__init__()
        self._lines = _Lines(self, widgets, gap, split)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


class _Lines(RowsLayout):
    def __init__(
        self, parent: QWidget, widgets: tuple[QWidget, ...], gap: int, split: int | None
    ) -> None:
        super().__init__(parent, widgets)
        self._gap = gap
        self._split = widgets[split] if split is not None else None

    def sizeHint(self) -> QSize:
        hints = [each.sizeHint() for each in self.shown()]
        width = sum(each.width() for each in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((each.height() for each in hints), default=0))

    def minimumSize(self) -> QSize:
        hints = [each.minimumSize() for each in self.shown()]
        return QSize(
            max((each.width() for each in hints), default=0),
            max((each.height() for each in hints), default=0),
        )

    def arrange(self, room: int, *, place: bool) -> int:
        lines = self._broken(room)
        top = 0
        for line in lines:
            height = max(_height(item, width) for item, width in line)
            if place:
                self._place(line, QRect(0, top, room, height), alone=len(lines) == 1)
            top += height + self._gap
        return max(0, top - self._gap)

    def _broken(self, room: int) -> list[_Line]:
        lines: list[_Line] = []
        used = 0
        for item in self.shown():
            width = min(item.sizeHint().width(), room)
            if not lines or used + self._gap + width > room:
                lines.append([])
                used = -self._gap
            lines[-1].append((item, width))
            used += self._gap + width
        return lines

    def _place(self, line: _Line, box: QRect, *, alone: bool) -> None:
        spare = box.width() - sum(width + self._gap for _, width in line) + self._gap
        left = 0
        for item, width in line:
            if alone and item.widget() is self._split:
                left += spare
            item.setGeometry(QRect(left, box.top(), width, box.height()))
            left += width + self._gap


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
