"""What the window asks of every screen."""

from PySide6.QtWidgets import QWidget

from ..style import Style
from ..widgets.text_block import TextBlock


class Screen(QWidget):
    """Dumb: it paints what it is given, and emits what the person did.

    `returns_here` tells that the way back of what is opened from here leads here again;
    `forgets` whether a shared computer empties it after each visitor.
    """

    returns_here = False
    forgets = True
    leads_back = True  # False where there is nothing to go back to

    def dress(self, style: Style) -> None:
        """Take a language, a scale and colours."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """Put the keyboard where a person will want it first."""
        raise NotImplementedError

    def spoken(self) -> tuple[str, ...]:
        """Return the sentences to read aloud, the most important first."""
        return tuple(each.text() for each in self.findChildren(TextBlock) if each.isVisible())

    def heard(self) -> str:
        """Return what a screen reader says when this comes up, "" if the focus says enough."""
        return ""

    def forget(self) -> None:
        """Let go of everything of the person at it; fields are emptied by whoever asks."""
