"""One stop of the Tab key for a group of buttons, and arrow keys within it.

This is the “roving tabindex” of WAI-ARIA's practice for toolbars: whoever has no mouse passes
thirty tiles in one step, and comes back to the one that had the keyboard last. Moving presses
nothing.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from .enter_button import EnterButton

_AROUND = 24  # pixels of the surroundings that come into view with a button


class RovingFocus:
    """Left and right follow the order, up and down the picture; Home and End go to either end."""

    def __init__(self, buttons: Sequence[EnterButton]) -> None:
        self._buttons = buttons
        self._ways: dict[int, Callable[[int], int]] = {
            Qt.Key.Key_Left: lambda place: max(0, place - 1),
            Qt.Key.Key_Right: lambda place: min(len(self._buttons) - 1, place + 1),
            Qt.Key.Key_Up: lambda place: self._beside(place, up=True),
            Qt.Key.Key_Down: lambda place: self._beside(place, up=False),
            Qt.Key.Key_Home: lambda _place: 0,
            Qt.Key.Key_End: lambda _place: len(self._buttons) - 1,
        }
        for each in buttons:
            each.moving = self
            each.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if buttons:
            self.stop_at(buttons[0])

    def stop_at(self, button: EnterButton) -> None:
        """Have Tab stop here and nowhere else in the group."""
        for each in self._buttons:
            stops = each is button
            policy = Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus
            if each.focusPolicy() is not policy:
                each.setFocusPolicy(policy)

    def moves(self, button: EnterButton, key: int) -> bool:
        """Take the keyboard from `button` to where the key points; False for any other key."""
        way = self._ways.get(key)
        if way is None:
            return False
        target = self._buttons[way(self._buttons.index(button))]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        _bring_into_view(target)
        return True

    def _beside(self, place: int, *, up: bool) -> int:
        """Return the place of the nearest button in the row above or below, else `place`."""
        here = _middle(self._buttons[place])
        half = self._buttons[place].height() // 2
        far = [
            (abs(there.y() - here.y()), abs(there.x() - here.x()), other)
            for other, there in enumerate(map(_middle, self._buttons))
            if (here.y() - there.y() if up else there.y() - here.y()) > half
        ]
        return min(far)[2] if far else place


def _middle(button: QWidget) -> QPoint:
    return button.mapTo(button.window(), button.rect().center())


def _bring_into_view(button: QWidget) -> None:
    above = button.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(button, 0, _AROUND)
        above = above.parentWidget()
