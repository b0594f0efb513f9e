"""What the window asks of every screen."""

from PySide6.QtWidgets import QWidget

from ..style import Style


class Screen(QWidget):
    """Dumb: it paints what it is given, and emits what the person did.

    `forgets` tells whether a shared computer empties it after each visitor.
    """

    forgets = True

    def dress(self, style: Style) -> None:
        """Take a language, a scale and colours."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """Put the keyboard where a person will want it first."""
        raise NotImplementedError

    def forget(self) -> None:
        """Let go of everything of the person at it; fields are emptied by whoever asks."""
