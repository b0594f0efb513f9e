"""Buttons that stay down, of which at most one is."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Signal

from .big_button import BigButton


class Toggles(QObject):
    """Tells which one a person took, by mouse, by keyboard or through a screen reader.

    A screen reader toggles a button, which Qt does not call a click: who listens to clicks alone
    is deaf to it. With `needs_one`, pressing the one that is down leaves it so and takes it again.
    """

    taken = Signal(int)  # its place; -1 when the one that was down has been let go

    def __init__(self, buttons: Sequence[BigButton], parent: QObject, *, needs_one: bool) -> None:
        super().__init__(parent)
        self._buttons = buttons
        self._needs_one = needs_one
        for place, button in enumerate(buttons):
            button.setCheckable(True)
            button.toggled.connect(lambda down, place=place: self._take(place, down=down))

    def tick(self, place: int) -> None:
        """Have one down, none with -1, without telling anybody."""
        for each, button in enumerate(self._buttons):
            if button.isChecked() != (each == place):
                with QSignalBlocker(button):
                    button.setChecked(each == place)

    def _take(self, place: int, *, down: bool) -> None:
        held = place if down or self._needs_one else -1
        self.tick(held)
        self.taken.emit(held)
