"""Joins the screen of the list to what fetches lists."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt

from ..assembly import Application
from .background import Background, Lane
from .feed_notice import FeedNotice
from .main_window import MainWindow
from .screens.feed_screen import FeedScreen
from .sync_controller import SyncController
from .tool import Tool
from .tools import Tools


class FeedDesk(QObject):
    """Opens from the menu, or when the list's date in the foot is pressed.

    `renewed` is called for another list.
    """

    def __init__(
        self,
        application: Application,
        window: MainWindow,
        background: Background,
        tools: Tools,
        renewed: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._application = application
        self._window = window
        self._background = background
        self._tools = tools
        self._renewed = renewed
        self._screen: FeedScreen | None = None
        self.controller = SyncController(application.sync_service, background, application.clock)
        self.controller.renewed.connect(self._reopen)
        self.notice = FeedNotice(window)
        self.controller.status_known.connect(self.notice.know)
        tools.offer(Tool.FEED, self._new_screen)
        window.screen_changed.connect(self._look)
        window.badge.setCursor(Qt.CursorShape.PointingHandCursor)
        window.badge.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        window.badge.clicked.connect(self.open)

    def open(self) -> None:
        """Show the screen; it is made when it is first asked for."""
        self._tools.open(Tool.FEED)

    def offer(self, card: Path) -> None:
        """Show the screen with a card that was opened, and its words to compare."""
        self.open()
        self.controller.read_card(card)

    def tell_of_program(self) -> None:
        """Look whether the feed told of a newer program; nothing is asked over the net."""
        self.controller.look_up(self.notice.know)

    def _look(self) -> None:
        if self._screen is not None and self._window.current_screen() is self._screen:
            self.controller.refresh()

    @property
    def screen(self) -> FeedScreen | None:
        """The screen, once it was opened."""
        return self._screen

    def close(self) -> None:
        """End what runs; what has arrived is kept."""
        self.controller.cancel()

    def _new_screen(self) -> FeedScreen:
        screen, controller = FeedScreen(), self.controller
        self._screen = screen
        screen.update_pressed.connect(controller.update)
        screen.stick_chosen.connect(controller.update_from)
        screen.make_chosen.connect(controller.make_stick)
        screen.card_chosen.connect(controller.read_card)
        screen.card_agreed.connect(controller.add)
        screen.daily_switched.connect(controller.switch_daily)
        screen.cancel_pressed.connect(controller.cancel)
        controller.status_known.connect(screen.show_status)
        controller.card_offered.connect(screen.show_offer)
        controller.began.connect(screen.show_busy)
        controller.progressed.connect(screen.show_progress)
        controller.ended.connect(screen.show_outcome)
        controller.stick_made.connect(screen.show_stick)
        controller.cancelled.connect(screen.show_cancelled)
        controller.failed.connect(screen.show_error)
        if controller.is_busy:
            screen.show_busy()
        return screen

    def _reopen(self) -> None:
        """Read the new list where every check runs, then have its date shown."""
        self._background.run(
            Lane.REGISTRY,
            self._application.reopen,
            done=lambda _: self._tell_renewed(),
            failed=_raise,
        )

    def _tell_renewed(self) -> None:
        self._renewed()
        self.controller.refresh()  # what was asked before may have been answered by the old list


def _raise(error: Exception) -> None:
    raise error
