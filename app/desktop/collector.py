"""Collects Python's garbage in the window's own thread.

Whatever thread makes the thousandth object would else collect, and a Qt object that dies in a
worker's hands takes its timers with it the wrong way.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1_000  # milliseconds
_YOUNG, _OLDER = 700, 10  # as in gc.get_threshold(): objects made, and young collections since


class Collector(QObject):
    """Owns the collector as long as it lives. What the start made and keeps is never looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the young, or all that came since the start, if there may be enough of it."""
        young, older, _ = gc.get_count()
        if older >= _OLDER:
            gc.collect()
        elif young >= _YOUNG:
            gc.collect(0)
