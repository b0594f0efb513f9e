"""Hears which file macOS opens with the program: it comes as an event, not as an argument."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class FileOpenApplication(QApplication):
    """Gives every file to `take`.

    It overrides `event`, which sees the application's own events only; a filter would be asked
    about every event of every widget.
    """

    def __init__(self, arguments: Sequence[str], take: Callable[[Path], None]) -> None:
        super().__init__(list(arguments))
        self._take = take

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FileOpen:
            name = cast("QFileOpenEvent", event).file()
            if name:  # an address that is no file is not ours to open
                self._take(Path(name))
            return True
        return super().event(event)
