"""A button that Enter presses as the space bar does."""

from typing import Protocol

from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton

from ..qt_figures import ENTER_KEYS


class Group(Protocol):
    """What a button asks of the group it stands in."""

    def stop_at(self, button: "EnterButton") -> None:
        """Have Tab stop at this button of the group."""
        ...

    def moves(self, button: "EnterButton", key: int) -> bool:
        """Tell whether the key has moved the keyboard within the group."""
        ...


class EnterButton(QPushButton):
    """Qt has Enter press a button in a dialog alone."""

    moving: Group | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.click()
        elif self.moving is None or not self.moving.moves(self, event.key()):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.moving is not None:
            self.moving.stop_at(self)
