"""The box that takes anything: typed, pasted or dropped."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from ..qt_figures import ENTER_KEYS
from ..theme import Theme
from .ink import colour_field

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPaintEvent

    from .wide_bar import WideBar


class PasteBox(QPlainTextEdit):
    """Enter submits, Shift+Enter starts a new line, Tab moves on.

    Enter never submits while an input method is composing: there it chooses a word.
    """

    submitted = Signal()
    arrived = Signal(str)  # a paste or a drop; the box leaves what to do with it to its screen
    painted = Signal()  # the first time only
    nothing_arrived = Signal()  # the clipboard holds no words

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self._painted = False
        self._bar: WideBar | None = None
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)  # the window takes drops, wherever they fall

    def dress(self, theme: Theme) -> None:
        self.setFont(theme.font(theme.body))
        colour_field(self, theme)
        self.setCursorWidth(3)
        if self._bar is not None:
            self._bar.dress(theme)

    def take_wide_bar(self, theme: Theme) -> None:
        """Put our bar in place of the system's, which is thin, and white where all is dark."""
        from .wide_bar import WideBar  # noqa: PLC0415 -- not needed for the first picture

        if self._bar is None:
            self._bar = WideBar()
            self.setVerticalScrollBar(self._bar)
        self._bar.dress(theme)

    def sizeHint(self) -> QSize:
        # It takes what room there is; asking for more would push the sender's field out of view.
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def is_empty(self) -> bool:
        """Tell whether there is nothing but blanks."""
        return not self.toPlainText().strip()

    def replace_all(self, text: str) -> None:
        """Put `text` in place of everything, in a way that Ctrl+Z takes back."""
        from PySide6.QtGui import QTextCursor  # noqa: PLC0415 -- not for the first picture

        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if event.key() not in ENTER_KEYS:
            super().keyPressEvent(event)
        elif self._composing:
            event.ignore()
        elif _with_shift(event):
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        else:
            self.submitted.emit()

    def paintEvent(self, event: "QPaintEvent") -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def inputMethodEvent(self, event: "QInputMethodEvent") -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def canInsertFromMimeData(self, _source: "QMimeData") -> bool:
        return True

    def insertFromMimeData(self, source: "QMimeData") -> None:
        text = source.text() if source.hasText() else ""
        if text.strip():
            self.arrived.emit(text)
        else:
            self.nothing_arrived.emit()


def _with_shift(event: "QKeyEvent") -> bool:
    from PySide6.QtCore import Qt  # noqa: PLC0415 -- costs too much before the first picture

    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
