"""Past checks: to look through, to take along, to delete."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...model.errors import UserFacingError
from ...model.history_entry import HistoryEntry
from ...presentation.plain_characters import visible
from ..history_model import COLUMNS, SPARE, WIDTHS, HistoryModel
from ..style import Style
from ..widgets.big_button import BigButton, Weight
from ..widgets.big_table import BigTable
from ..widgets.flow_row import FlowRow
from ..widgets.framed import Framed
from ..widgets.glyphs import Glyph
from ..widgets.lock_form import LockForm
from ..widgets.named_field import NamedField
from ..widgets.notice import Notice
from ..widgets.panel import Panel
from ..widgets.text_block import TextBlock
from .sheet_screen import SheetScreen

_BUTTONS = {
    "turn_on": Glyph.SETTINGS,
    "export": Glyph.COPY,
    "delete_all": Glyph.CLEAR,
    "delete_now": Glyph.CLEAR,
    "delete_not": Glyph.BACK,
    "begin_anew": Glyph.AGAIN,
    "lock": Glyph.LOCK,
    "lock_off": Glyph.LOCK,
}


class HistoryScreen(SheetScreen):
    """Shows what it is given and says what was pressed; deleting all asks once more."""

    looked_at = Signal()
    searched = Signal(str)
    pressed = Signal(str)  # a name of _BUTTONS
    passphrase_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeps = self._locked = self._sure = self._asks_passphrase = self._read = False
        self.state = TextBlock()
        self.notice = Notice()
        self.search = NamedField()
        self.model = HistoryModel(self)
        self.table = BigTable(WIDTHS, SPARE)
        self.table.setModel(self.model)
        self._framed = Framed(self.table)
        self._whole_text = TextBlock()
        self._detail = Panel()
        self.lock_form = LockForm()
        self.buttons = {name: BigButton(glyph) for name, glyph in _BUTTONS.items()}
        self._build()

    def _build(self) -> None:
        self._detail_column = QVBoxLayout(self._detail)
        self._detail_column.addWidget(self._whole_text)
        for part in (self.state, self.notice, self.lock_form, self.search):
            self.column.addWidget(part)
        self.column.addWidget(self._framed, 1)
        self.column.addWidget(self._detail)
        self.column.addWidget(FlowRow(8, *self.buttons.values()))
        self.column.addStretch(0)  # what is left over goes to the table, if there is one
        self._detail.hide()
        self.search.field.textChanged.connect(self.searched)
        self.table.selectionModel().currentRowChanged.connect(
            lambda now, _: self._show_detail(now.row())
        )
        self.lock_form.given.connect(self.passphrase_given)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self._press(name))

    def dress(self, style: Style) -> None:
        theme, text = style.theme, style.words.text
        self.dress_sheet(style, text("history.title"))
        self._keeps = style.keeps
        self.state.dress(theme, theme.body, colour=theme.palette.muted)
        self.notice.dress(style)
        self.search.dress(theme)
        self.search.say(text("history.search"), text("history.search_example"))
        self.model.dress(style)
        self.table.dress(theme)
        self.table.setAccessibleName(text("history.title"))
        self._framed.dress(theme)
        self._detail.dress_ground(theme)
        self._detail_column.setContentsMargins(*[theme.gap] * 4)
        self._whole_text.dress(theme, theme.body)
        self.lock_form.dress(style)
        for name, button in self.buttons.items():
            weight = Weight.STRONG if name in ("delete_now", "turn_on") else Weight.PLAIN
            button.dress(theme, weight)
            button.name(text(f"history.button.{name}"), hint=text(f"history.hint.{name}"))
        self._refresh()

    def show_entries(self, entries: tuple[HistoryEntry, ...], *, locked: bool) -> None:
        """Show what was found, and that there is no trouble."""
        self._read, self._locked, self._asks_passphrase = True, locked, False
        self.notice.show_error(None)
        self.model.show_entries(entries)
        coded = any(each.case_code for each in entries)
        self.table.leave_out(frozenset() if coded else frozenset({COLUMNS.index("code")}))
        self._show_detail(-1)
        self._refresh()

    def show_trouble(self, error: UserFacingError) -> None:
        """Say what happened; a locked history asks for its passphrase."""
        self.notice.show_error(error)
        if error.reference in ("history-locked", "history-wrong-passphrase"):
            self._locked = self._asks_passphrase = True
        self._refresh()

    def ask_new_passphrase(self) -> None:
        """Ask for the passphrase of a lock to be."""
        self._asks_passphrase = True
        self._refresh()
        self.lock_form.setFocus()

    def forget(self) -> None:
        self.model.show_entries(())
        self._show_detail(-1)

    def words(self) -> str:
        return self.search.field.text()

    def take_keyboard(self) -> None:
        self._refresh()
        if self._asks_passphrase:
            self.lock_form.setFocus()
        elif self.search.isHidden():
            next(each for each in self.buttons.values() if not each.isHidden()).setFocus()
        else:
            self.search.field.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.looked_at.emit()

    def _press(self, name: str) -> None:
        if name in ("delete_all", "delete_not", "delete_now"):
            self._sure = name == "delete_all"
            self._refresh()
            self.buttons["delete_not" if self._sure else "delete_all"].setFocus()
        if name not in ("delete_all", "delete_not"):
            self.pressed.emit(name)

    def _refresh(self) -> None:
        """Show what can be done at this moment."""
        if self.style_now is None:
            return
        count = self.model.rowCount()
        broken = self.notice.error is not None and self.notice.error.reference == "history-broken"
        awaited = self._keeps and not self._read
        any_kept = count > 0 or bool(self.words()) or self._locked or awaited
        for each in (self.search, self._framed):
            each.setVisible(any_kept)
        shown = {
            "turn_on": not self._keeps,
            "export": count > 0,
            "delete_all": any_kept and not self._sure,
            "delete_now": self._sure,
            "delete_not": self._sure,
            "begin_anew": broken,
            "lock": not self._locked and (self._keeps or any_kept),
            "lock_off": self._locked and not self._asks_passphrase,
        }
        for name, button in self.buttons.items():
            button.setVisible(shown[name])
        self.lock_form.setVisible(self._asks_passphrase)
        self.lock_form.say(opens=self._locked)
        state = self._state(count, self.style_now)
        self.state.show_text(state)
        self.state.setVisible(bool(state))

    def _state(self, count: int, style: Style) -> str:
        text = style.words.text
        if self._sure:
            return text("history.sure")
        kept = text("history.count", count=str(count)) if count else text("history.none")
        if not self._read:
            kept = ""  # "nothing" would be wrong
        return kept if self._keeps else f"{text('history.off')}\n{kept}".strip()

    def _show_detail(self, row: int) -> None:
        """Show the whole text of a row, and what its table has no room for; -1 for none."""
        entry = self.model.entry(row)
        self._detail.setVisible(entry is not None)
        cells = [self.model.index(row, column).data() for column in self.table.left_out()]
        beside = " · ".join(str(each) for each in cells if each)
        lines = (beside, visible(entry.text[:800])) if entry else ()
        self._whole_text.show_text("\n".join(each for each in lines if each))
