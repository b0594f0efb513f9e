"""Keeps the feed card that was opened until the window can show it."""

from collections.abc import Callable
from pathlib import Path


class CardInbox:
    """`card` is the one the program was started with, None without one."""

    def __init__(self, card: Path | None = None) -> None:
        self._card = card
        self._show: Callable[[Path], None] | None = None

    @property
    def is_waiting(self) -> bool:
        """Tell whether a card has not been shown yet."""
        return self._card is not None

    def take(self, card: Path) -> None:
        """Show the card, or keep it until something can; a later one takes its place."""
        if self._show is None:
            self._card = card
        else:
            self._show(card)

    def hand_to(self, show: Callable[[Path], None]) -> None:
        """Have every card shown by `show` from now on, one that waits at once."""
        self._show = show
        card, self._card = self._card, None
        if card is not None:
            show(card)
