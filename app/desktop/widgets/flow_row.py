"""A row that goes on in the next line when it does not fit."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_Line = list[tuple[QWidget, int]]


class FlowRow(QWidget):
    """Widgets from left to right, in as many lines as needed, each as high as its highest widget.

    Widgets from number `split` on stand at the right end while everything fits in one line.
    """

    def __init__(self, gap: int, *widgets: QWidget, split: int | None = None) -> None:
        super().__init__()
        self._gap = gap
        self._split = widgets[split] if split is not None else None
        self._widgets = widgets
        for each in widgets:
            each.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, place=False)

    def sizeHint(self) -> QSize:
        hints = [each.sizeHint() for each in self._shown()]
        width = sum(each.width() for each in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((each.height() for each in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        hints = [each.minimumSizeHint() for each in self._shown()]
        return QSize(
            max((each.width() for each in hints), default=0),
            max((each.height() for each in hints), default=0),
        )

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange(self.width(), place=True)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Nobody tells a row that is out of sight that its widgets came, went or grew.
        self.updateGeometry()
        self._arrange(self.width(), place=True)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange(self.width(), place=True)

    def _shown(self) -> list[QWidget]:
        return [each for each in self._widgets if not each.isHidden()]

    def _arrange(self, room: int, *, place: bool) -> int:
        lines = self._lines(room)
        top = 0
        for line in lines:
            height = max(_height(widget, width) for widget, width in line)
            if place:
                self._place(line, QRect(0, top, room, height), alone=len(lines) == 1)
            top += height + self._gap
        return max(0, top - self._gap)

    def _lines(self, room: int) -> list[_Line]:
        lines: list[_Line] = []
        used = 0
        for widget in self._shown():
            width = min(widget.sizeHint().width(), room)
            if not lines or used + self._gap + width > room:
                lines.append([])
                used = -self._gap
            lines[-1].append((widget, width))
            used += self._gap + width
        return lines

    def _place(self, line: _Line, box: QRect, *, alone: bool) -> None:
        spare = box.width() - sum(width + self._gap for _, width in line) + self._gap
        left = 0
        for widget, width in line:
            if alone and widget is self._split:
                left += spare
            widget.setGeometry(left, box.top(), width, box.height())
            left += width + self._gap


def _height(widget: QWidget, width: int) -> int:
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()
