"""Where a person hands in what troubles him."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ...model.submission import Channel, Submission
from ..qt_figures import NO_FOCUS
from ..style import Style
from ..theme import LINE_SPACING, Theme
from ..widgets.announcement import announce
from ..widgets.big_button import BigButton, Weight
from ..widgets.flow_row import FlowRow
from ..widgets.framed import Framed
from ..widgets.glyphs import Glyph
from ..widgets.paste_box import PasteBox
from ..widgets.scroll_sheet import ScrollSheet
from ..widgets.sender_field import SenderField
from ..widgets.text_block import TextBlock
from ..widgets.toggles import Toggles
from .screen import Screen

_DOORS = {
    Channel.CALL: Glyph.CALL,
    Channel.MESSAGE: Glyph.MESSAGE,
    Channel.LINK: Glyph.LINK,
}
_READ_ALOUD = 500  # characters of what was pasted
_SHOWN_IN_BOX = 20_000  # characters; a longer text is kept whole, but the box shows its beginning


class PasteScreen(Screen):
    """One box for everything, three doors that choose words, and the button.

    A paste into the empty box is handed in at once. Nothing a person wrote is ever lost: what is
    cleared or replaced can be had back.
    """

    leads_back = False
    submitted = Signal(object)  # Submission

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self._long_text = ""
        self._cleared = ""
        self._note_key = ""
        self.box = PasteBox()
        self.who = SenderField()
        self._title = TextBlock()
        self._promise = TextBlock()
        self._doors_label = TextBlock()
        self._sender_label = TextBlock()
        self._note = TextBlock()
        self._framed_box = Framed(self.box)
        self._framed_sender = Framed(self.who)
        self._doors = {channel: BigButton(glyph) for channel, glyph in _DOORS.items()}
        self._toggles = Toggles([*self._doors.values()], self, needs_one=False)
        self._paste = BigButton(Glyph.PASTE)
        self._check = BigButton(Glyph.CHECK)
        self._clear = BigButton(Glyph.CLEAR)
        self._restore = BigButton(Glyph.UNDO)
        self._sheet = ScrollSheet()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._doors_label.centre()
        self._sender_label.centre()
        self._title.setBuddy(self.box)
        self._sender_label.setBuddy(self.who)
        self._sheet.setProperty("focusPolicy", NO_FOCUS)
        self._framed_box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._door_row = FlowRow(16, self._doors_label, *self._doors.values())
        self._sender_row = QHBoxLayout()
        self._sender_row.addWidget(self._sender_label)
        self._sender_row.addWidget(self._framed_sender, 1)
        column = self._sheet.column
        column.addWidget(self._title)
        column.addWidget(self._promise)
        column.addWidget(self._door_row)
        column.addWidget(self._framed_box, 1)
        column.addLayout(self._sender_row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addWidget(self._sheet, 1)
        whole.addWidget(self._note)
        whole.addWidget(FlowRow(8, self._paste, self._check, self._clear, self._restore))
        for before, after in zip(self._tab_order(), self._tab_order()[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _tab_order(self) -> tuple[QWidget, ...]:
        buttons = (self._paste, self._check, self._clear, self._restore)
        return (*self._doors.values(), self.box, self.who, *buttons)

    def _connect(self) -> None:
        self.box.submitted.connect(self.submit)
        self.box.arrived.connect(self.take)
        self.box.nothing_arrived.connect(lambda: self.show_note("note.nothing_to_paste"))
        self.box.textChanged.connect(self._text_changed)
        self.who.submitted.connect(self.submit)
        self._paste.clicked.connect(self.paste_and_check)
        self._check.clicked.connect(self.submit)
        self._clear.clicked.connect(self.clear)
        self._restore.clicked.connect(self._bring_back)
        self._toggles.taken.connect(lambda _: self._refresh())
        self._toggles.taken.connect(lambda _: self.box.setFocus())

    def dress(self, style: Style) -> None:
        """Take a language, a scale and colours; what was written stays."""
        self._style = style
        theme = style.theme
        self._title.dress(theme, theme.title, bold=True, spacing=1.3)
        for label in (self._promise, self._doors_label, self._sender_label, self._note):
            label.dress(theme, theme.body, colour=theme.palette.muted)
        self._note.dress(theme, theme.body, bold=True)
        self.box.dress(theme)
        self.who.dress(theme)
        self._framed_box.dress(theme)
        self._framed_sender.dress(theme)
        lines = 2 if theme.compact else 3
        self._framed_box.setMinimumHeight(round(theme.body * LINE_SPACING * lines) + 24)
        self._title.setVisible(not theme.compact)  # the box itself says it too
        self._put_promise(theme)
        self._framed_sender.setFixedHeight(theme.target)
        self._sheet.dress(theme)
        self._sender_row.setSpacing(theme.gap)
        for button in (self._clear, self._restore, *self._doors.values()):
            button.dress(theme)
        self._say(style)
        self._refresh()

    def _put_promise(self, theme: Theme) -> None:
        """Move the promise under what one uses, where letters are very large."""
        column = self._sheet.column
        column.removeWidget(self._promise)
        column.insertWidget(column.count() if theme.compact else 1, self._promise)

    def _say(self, style: Style) -> None:
        say = style.say
        self._title.show_text(say("paste.title"))
        self._promise.show_text(say("paste.promise_kept" if style.keeps else "paste.promise"))
        self._doors_label.show_text(say("paste.doors"))
        self._sender_label.show_text(say("paste.sender"))
        self.box.setAccessibleName(say("paste.title"))
        self.box.setAccessibleDescription(say("paste.box_hint"))
        self.who.setAccessibleName(say("paste.sender"))
        self.who.setAccessibleDescription(say("paste.sender_hint"))
        self.who.setPlaceholderText(say("paste.sender_example"))
        for channel, door in self._doors.items():
            door.name(say(f"door.{channel}"), hint=say(f"door_hint.{channel}"))
        self._say_placeholder(style)

    def _refresh(self) -> None:
        """Show what can be done at this moment, the likeliest thing strongest."""
        style = self._style
        if style is None:
            return
        empty, theme = self.is_empty(), style.theme
        self._paste.dress(theme, Weight.STRONG if empty else Weight.PLAIN)
        self._check.dress(theme, Weight.PLAIN if empty else Weight.STRONG)
        for name, button in (
            ("paste_and_check", self._paste),
            ("check", self._check),
            ("clear", self._clear),
            ("restore", self._restore),
        ):
            button.name(
                style.say(f"button.{name}"),
                short=style.say(f"button_short.{name}"),
                hint=style.say(f"button_hint.{name}"),
            )
        self._clear.setVisible(not empty)
        self._restore.setVisible(empty and bool(self._cleared))
        self._doors_label.setVisible(not theme.compact)
        self._note.setVisible(bool(self._note_key))
        if self._note_key:
            self._note.show_text(style.say(self._note_key))
        self._say_placeholder(style)

    def _say_placeholder(self, style: Style) -> None:
        channel = self.channel()
        words = style.say(f"example.{channel or 'any'}")
        # Very large letters leave room for one sentence; half a line more helps nobody.
        self.box.setPlaceholderText(words.partition("\n")[0] if style.theme.compact else words)

    def channel(self) -> Channel | None:
        """Return the door the person took, None if he took none."""
        return next((each for each, door in self._doors.items() if door.isChecked()), None)

    def text(self) -> str:
        """Return everything that was handed in, however little of it the box shows."""
        return self._long_text or self.box.toPlainText()

    def is_empty(self) -> bool:
        return not self._long_text and self.box.is_empty()

    def take(self, text: str) -> None:
        """Take a paste or a drop: hand it in at once if the box was empty, else add it."""
        if self.is_empty():
            self.put(text)
            self.submit()
        elif self._long_text:
            self.put(self._long_text + "\n" + text)
        else:
            cursor = self.box.textCursor()
            whole = self.box.toPlainText()
            if len(whole) + len(text) > _SHOWN_IN_BOX:
                self.put(whole + "\n" + text)
            else:
                cursor.insertText(shown(text))
                self.box.ensureCursorVisible()

    def put(self, text: str) -> None:
        """Put `text` in place of what was there; Ctrl+Z brings that back."""
        long = len(text) > _SHOWN_IN_BOX
        if self._long_text:
            self._cleared = self._long_text
        self._long_text = text if long else ""
        self.box.setReadOnly(long)
        self.box.replace_all(shown(text[:_SHOWN_IN_BOX]))
        self.calm_down()

    def paste_and_check(self) -> None:
        """Take what lies on the clipboard in place of what was there, and hand it in."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.put(text)
            self.submit()
        else:
            self.show_note("note.nothing_to_paste")

    def submit(self) -> None:
        """Hand in what is there; a number in the sender's field alone is looked up itself."""
        text, sender = self.text(), self.who.text().strip()
        if not text.strip():
            text, sender = sender, ""
        if not text:
            self.show_note("note.nothing_to_check")
            self.box.setFocus()
            return
        self.submitted.emit(Submission(text, sender or None, self.channel()))

    def clear(self) -> None:
        """Empty the box; the button beside brings everything back."""
        if not self.is_empty():
            self._cleared = self.text()
        self._long_text = ""
        self.box.setReadOnly(False)
        self.box.replace_all("")
        self.who.clear()
        self.show_note("")
        self.box.setFocus()

    def forget(self) -> None:
        self.clear()
        self._cleared = ""
        self._toggles.tick(-1)
        self._refresh()

    def complete(self) -> None:
        """Add what the first picture could do without."""
        self._sheet.take_wide_bar()
        if self._style is not None:
            self.box.take_wide_bar(self._style.theme)

    def take_keyboard(self) -> None:
        self.box.setFocus()

    def spoken(self) -> tuple[str, ...]:
        written = self.text()[:_READ_ALOUD]
        return (self._note.text() if self._note_key else self._title.text(), written)

    def show_note(self, key: str) -> None:
        """Say one calm sentence above the buttons, `window.<key>`; "" says nothing."""
        if key != self._note_key:
            self._note_key = key
            self._refresh()
        if key:
            announce(self._note, self._note.text())

    def calm_down(self) -> None:
        """Say no more than the box itself needs."""
        self.show_note("note.long_text" if self._long_text else "")

    def _bring_back(self) -> None:
        self.put(self._cleared)
        self.box.setFocus()

    def _text_changed(self) -> None:
        if not self._long_text:
            self._note_key = ""
        self._refresh()


def shown(text: str) -> str:
    """Return what Qt can hold of a text: it knows no half of a surrogate pair and no NUL."""
    return text.encode("utf-16-le", "replace").decode("utf-16-le").replace("\0", "\u2400")
