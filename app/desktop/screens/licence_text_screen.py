"""One licence, to be read from its beginning to its end."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from ...model.component import Component
from ...version import VERSION
from ..style import Style
from ..widgets.focus_ring import FocusRing
from ..widgets.text_block import TextBlock
from ..widgets.wide_bar import WideBar
from .screen import Screen

_MOST_SPOKEN = 8000  # characters, some ten minutes


class LicenceTextScreen(Screen):
    """A field that cannot be changed: screen readers go through it line by line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self._whose: Component | str = "title"
        self._text = ""
        self.title = TextBlock()
        self.field = QPlainTextEdit()
        self.field.setReadOnly(True)
        self.field.setUndoRedoEnabled(False)
        self.field.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.field.setTabChangesFocus(True)
        self.field.setCursorWidth(3)
        self.field.setFrameShape(QFrame.Shape.NoFrame)
        self.field.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = WideBar()
        self.field.setVerticalScrollBar(self._bar)
        self._ring = FocusRing(self.field, self)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self.title)
        self._whole.addWidget(self.field, 1)

    def show_text(self, whose: Component | str, text: str) -> None:
        """Show a text from its beginning; `whose` may be the words `licences.<whose>`.

        Of a component without a text it is said that there is none.
        """
        self._whose, self._text = whose, text
        self.field.setPlainText("")
        self._say_words()

    def dress(self, style: Style) -> None:
        self._style = style
        theme, palette = style.theme, style.theme.palette
        self._whole.setSpacing(theme.gap)
        self.title.dress(theme, theme.heading, bold=True, spacing=1.3)
        self.field.setFont(theme.font(theme.body))
        colours = self.field.palette()
        colours.setColor(QPalette.ColorRole.Base, palette.surface)
        colours.setColor(QPalette.ColorRole.Text, palette.text)
        colours.setColor(QPalette.ColorRole.Highlight, palette.strong)
        colours.setColor(QPalette.ColorRole.HighlightedText, palette.strong_text)
        self.field.setPalette(colours)
        self.field.document().setDocumentMargin(theme.padding)
        self.field.setAccessibleName(style.words.text("licences.text_name"))
        self._bar.dress(theme)
        self._bar.setSingleStep(1)  # this field scrolls by lines, not by pixels
        self._ring.dress(theme)
        self._say_words()

    def take_keyboard(self) -> None:
        self.field.setFocus()

    def spoken(self) -> tuple[str, ...]:
        """Return the text from the line with the keyboard on, as far as a speaker takes it."""
        place = self.field.textCursor().block().position()
        rest = self.field.toPlainText()[place : place + _MOST_SPOKEN]
        return (self.title.text(), *(" ".join(each.split()) for each in rest.split("\n\n")))

    def _say_words(self) -> None:
        if self._style is None:
            return
        text, whose, shown = self._style.words.text, self._whose, self._text
        if isinstance(whose, Component):
            self.title.show_text(f"{whose.name} {whose.version}")
            licence = whose.licence or text("licences.undeclared")
            shown = shown or text("licences.no_text", licence=licence)
        else:
            self.title.show_text(text(f"licences.{whose}", version=VERSION))
        if shown != self.field.toPlainText():  # another language must not lose the reader's place
            self.field.setPlainText(shown)
            self.field.moveCursor(QTextCursor.MoveOperation.Start)
