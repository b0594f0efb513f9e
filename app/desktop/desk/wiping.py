"""Makes the computer forget a visitor."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from ..screens.screen import Screen

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection, QClipboard.Mode.FindBuffer)
_SHORTEST = 4  # characters; a shorter piece is found in almost any text


def forget_screens(screens: Iterable[Screen]) -> None:
    """Empty every screen, the fields' undo included, and let go of what was thrown away."""
    for screen in screens:
        if screen.forgets:
            screen.forget()
            _empty_fields(screen)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _empty_fields(screen: Screen) -> None:
    for line in screen.findChildren(QLineEdit):
        line.setText("")  # takes the undo history with it, unlike clear()
    boxes: list[QPlainTextEdit | QTextEdit] = [
        *screen.findChildren(QPlainTextEdit),
        *screen.findChildren(QTextEdit),
    ]
    for box in boxes:
        box.setPlainText("")
        box.document().clearUndoRedoStacks()


def forget_clipboards(brought: Iterable[str]) -> None:
    """Empty the clipboard and the selection where they hold what the visitor brought.

    A part of it, or it with more around, counts too; what is somebody else's stays.
    """
    clipboard = QGuiApplication.clipboard()
    texts = [plain for each in brought if (plain := _plain(each))]
    for mode in _MODES:
        held = _plain(clipboard.text(mode))
        if held and any(_same(held, each) for each in texts):
            clipboard.clear(mode)


def _plain(text: str) -> str:
    return "".join(text.split())


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST and shorter in longer
