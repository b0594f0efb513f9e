"""Has a screen reader say something at once."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_ENDS = "。！？.!?…"


def announce(widget: "QWidget", words: str) -> None:
    """Have a screen reader say `words` at once, where Qt knows how (6.8 and later)."""
    # A dozen enumerations come with these, and nothing is said before the first picture.
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415

    try:
        from PySide6.QtGui import QAccessibleAnnouncementEvent  # noqa: PLC0415 -- may be absent
    except ImportError:
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def as_sentences(parts: Iterable[str]) -> str:
    """Return the parts that say something as one text; a voice pauses only where one ends."""
    said = (each.strip() for each in parts)
    return " ".join(
        each if each[-1] in _ENDS else each + _stop_after(each) for each in said if each
    )


def spaced(number: str) -> str:
    """Return a number digit by digit: 110 is dialled as one, one, nought and no hundred."""
    return " ".join(number.replace(" ", "").replace("-", ""))


def _stop_after(sentence: str) -> str:
    return "." if sentence.isascii() else "。"
