"""The screens, of which one is shown at a time."""

from PySide6.QtWidgets import QStackedWidget

from ..screens.screen import Screen


class ScreenStack(QStackedWidget):
    """Changes screens so that the keyboard goes straight from one to the other."""

    def screens(self) -> list[Screen]:
        """Return every screen that was built so far."""
        every = (self.widget(index) for index in range(self.count()))
        return [each for each in every if isinstance(each, Screen)]

    def bring(self, screen: Screen) -> None:
        """Show the screen and give it the keyboard.

        Hiding what has the keyboard sends it to whatever comes next in the window, and a screen
        reader says all it touches on its way: so it is handed over while both are there.
        """
        if self.currentWidget() is not screen:
            screen.setGeometry(self.contentsRect())
            screen.show()
            screen.take_keyboard()
            self.setCurrentWidget(screen)
        screen.take_keyboard()
