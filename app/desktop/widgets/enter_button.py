"""A button that Enter presses as the space bar does."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from ..qt_figures import ENTER_KEYS


class EnterButton(QPushButton):
    """Qt has Enter press a button in a dialog alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.click()
        else:
            super().keyPressEvent(event)
