"""Many rows at once: open, choose the column, check, look through, take along."""

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ...model.errors import UserFacingError
from ...model.verdict import VerdictLevel
from ...presentation.plain_characters import visible
from ...services.batch_service import JudgedRows, TableOpened
from ..batch_model import SPARE, WIDTHS, WORST_FIRST, BatchModel
from ..style import Style
from ..widgets.big_button import BigButton, Weight
from ..widgets.big_table import BigTable
from ..widgets.choice_row import ChoiceRow
from ..widgets.flow_row import FlowRow
from ..widgets.framed import Framed
from ..widgets.glyphs import Glyph
from ..widgets.named_field import NamedField
from ..widgets.notice import Notice
from ..widgets.panel import Panel
from ..widgets.progress import dress_progress
from ..widgets.text_block import TextBlock
from .sheet_screen import SheetScreen

_BUTTONS = {
    "open": Glyph.OPEN,
    "start": Glyph.CHECK,
    "stop": Glyph.STOP,
    "sort": Glyph.WARNING,
    "sort_back": Glyph.UNDO,
    "export": Glyph.COPY,
}
_FILTERS: tuple[VerdictLevel | None, ...] = (None, *WORST_FIRST)


class BatchState(Enum):
    """Where the batch stands."""

    EMPTY = auto()
    OPENING = auto()
    OPENED = auto()
    RUNNING = auto()
    DONE = auto()


class BatchScreen(SheetScreen):
    """Shows what it is given, and says what was pressed."""

    pressed = Signal(str)  # open, start, stop or export

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = BatchState.EMPTY
        self._opened: TableOpened | None = None
        self._worst_first = False
        self._filter = self._column = 0
        self.said = TextBlock()
        self.notice = Notice()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self._which: ChoiceRow | None = None
        self._which_place = QVBoxLayout()
        self.filters = ChoiceRow(len(_FILTERS))
        self.search = NamedField()
        self.model = BatchModel(self)
        self.table = BigTable(WIDTHS, SPARE)
        self.table.setModel(self.model)
        self._framed = Framed(self.table)
        self._detail = Panel()
        self._detail_text = TextBlock()
        self.buttons = {name: BigButton(glyph) for name, glyph in _BUTTONS.items()}
        self._row = FlowRow(8, *self.buttons.values())
        self._build()

    def _build(self) -> None:
        self._detail_column = QVBoxLayout(self._detail)
        self._detail_column.addWidget(self._detail_text)
        self.column.addWidget(self.said)
        self.column.addWidget(self.notice)
        self.column.addWidget(self.progress)
        self.column.addLayout(self._which_place)
        self.column.addWidget(self._row)
        self.column.addWidget(self._framed, 1)
        for part in (self._detail, self.filters, self.search):
            self.column.addWidget(part)
        self.column.addStretch(0)  # what is left over goes to the table, if there is one
        self.filters.chosen.connect(self._choose_filter)
        self.search.field.textChanged.connect(lambda _: self._show_rows())
        self.table.selectionModel().currentRowChanged.connect(
            lambda now, _: self._show_detail(now.row())
        )
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self._press(name))

    def chosen_column(self) -> int:
        return self._column

    def dress(self, style: Style) -> None:
        theme, text = style.theme, style.words.text
        self.dress_sheet(style, text("batch.title"))
        self.said.dress(theme, theme.body)
        self.notice.dress(style)
        dress_progress(self.progress, theme)
        self.progress.setAccessibleName(text("batch.progress"))
        self.filters.dress(theme)
        self.search.dress(theme)
        self.search.say(text("batch.search"), text("batch.search_example"))
        self.model.dress(style)
        self.table.dress(theme)
        self.table.setAccessibleName(text("batch.title"))
        self._framed.dress(theme)
        self._detail.dress_ground(theme)
        self._detail_column.setContentsMargins(*[theme.gap] * 4)
        self._detail_text.dress(theme, theme.body)
        self._dress_which()
        self.refresh()

    def enter(self, state: BatchState) -> None:
        """Go on to another state, and show what can be done there."""
        self.state = state
        if state is not BatchState.EMPTY:
            self.notice.show_error(None)
        held = self._holds_keyboard()
        self.refresh()
        if held and not self._holds_keyboard():  # its button has gone, and Qt would leave the page
            self.take_keyboard()

    def _holds_keyboard(self) -> bool:
        return any(each.hasFocus() for each in self.buttons.values())

    def show_opened(self, opened: TableOpened) -> None:
        """Show a file's first rows, and ask for the column if there are several."""
        self._opened, self._column = opened, opened.likeliest
        self._filter, self._worst_first = 0, False
        self.search.field.setText("")
        self._build_which(opened)
        self._show_preview()
        self.enter(BatchState.OPENED)

    def show_answers(self) -> None:
        """Bring the answers into view, with the buttons above them."""
        self.sheet.show_from(self._row)

    def take(self, rows: JudgedRows) -> None:
        """Add rows that were checked; `say_progress` shows them and says how many there are."""
        self.model.take(rows)

    def show_trouble(self, error: UserFacingError) -> None:
        """Say what happened; what was found stays."""
        if self.model.judged():
            self.enter(BatchState.DONE)
        else:
            self.enter(BatchState.OPENED if self._opened else BatchState.EMPTY)
        self.notice.show_error(error)

    def forget(self) -> None:
        self._opened = None
        self.model.clear()
        self._detail_text.show_text("")
        self.notice.show_error(None)
        if self._which is not None:
            self._which_place.removeWidget(self._which)
            self._which.hide()
            self._which.deleteLater()
            self._which = None
        self.enter(BatchState.EMPTY)

    def take_keyboard(self) -> None:
        first = next(each for each in self.buttons.values() if not each.isHidden())
        first.setFocus()

    def refresh(self) -> None:
        """Say where it stands, and show what can be done now."""
        style = self.style_now
        if style is None:
            return
        judged, state = self.model.judged(), self.state
        self._refresh_buttons(style)
        self.progress.setVisible(state is BatchState.RUNNING)
        self._framed.setVisible(state not in (BatchState.EMPTY, BatchState.OPENING))
        for part in (self.filters, self.search):
            part.setVisible(state is BatchState.DONE)
        if self._which is not None:
            self._which.setVisible(state is BatchState.OPENED and len(self._which.buttons) > 1)
        self.say_progress()
        self._say_filters(style)
        self._detail.setVisible(judged > 0 and self.table.currentIndex().isValid())

    def _refresh_buttons(self, style: Style) -> None:
        """Show those that can be pressed now; the likeliest next one stands out."""
        state = self.state
        at_rest = state in (BatchState.EMPTY, BatchState.OPENED, BatchState.DONE)
        shown = {
            "open": at_rest,
            "start": state is BatchState.OPENED,
            "stop": state in (BatchState.RUNNING, BatchState.OPENING),
            "sort": state is BatchState.DONE and not self._worst_first,
            "sort_back": state is BatchState.DONE and self._worst_first,
            "export": state is BatchState.DONE,
        }
        strong = {BatchState.OPENED: "start", BatchState.DONE: "export"}.get(state, "open")
        for name, button in self.buttons.items():
            button.dress(style.theme, Weight.STRONG if name == strong else Weight.PLAIN)
            button.name(
                style.words.text(f"batch.button.{name}"),
                short=style.words.text(f"batch.button_short.{name}"),
                hint=style.words.text(f"batch.hint.{name}"),
            )
            button.setVisible(shown[name])

    def say_progress(self) -> None:
        """Say how far it is."""
        if self.style_now is None:
            return
        count = f"{self._opened.count:,}" if self._opened else ""
        self.model.catch_up()
        done = self.model.judged()
        self.progress.setValue(done)
        state = self.state.name.lower()
        if self.state is BatchState.EMPTY:
            state = "intro"
        elif self.state is BatchState.DONE and self._opened and done < self._opened.count:
            state = "stopped"
        words = self.style_now.words.text(f"batch.{state}", count=count, done=f"{done:,}")
        self.said.show_text(words)

    def _press(self, name: str) -> None:
        if name in ("sort", "sort_back"):
            self._worst_first = name == "sort"
            self._show_rows()
            self.refresh()
            self.buttons["sort_back" if self._worst_first else "sort"].setFocus()
        else:
            self.pressed.emit(name)

    def _build_which(self, opened: TableOpened) -> None:
        if self._which is not None:
            self._which_place.removeWidget(self._which)
            self._which.hide()
            self._which.deleteLater()
        self._which = ChoiceRow(len(opened.titles))
        self._which.tick(self._column)
        self._which.chosen.connect(self._choose_column)
        self._which_place.addWidget(self._which)
        self._dress_which()

    def _dress_which(self) -> None:
        style = self.style_now
        if self._which is not None and self._opened is not None and style is not None:
            self._which.dress(style.theme)
            text = style.words.text
            titles = [visible(each) for each in self._opened.titles]
            self._which.say(text("batch.which"), text("batch.which_note"), titles)

    def _choose_column(self, place: int) -> None:
        self._column = place
        self._show_preview()

    def _choose_filter(self, place: int) -> None:
        self._filter = place
        self._show_rows()

    def _show_preview(self) -> None:
        if self._opened is not None:
            self.progress.setRange(0, self._opened.count)
            self.progress.setValue(0)
            self.model.clear(tuple(row[self._column] for row in self._opened.preview))

    def _show_rows(self) -> None:
        if self.state is BatchState.DONE:
            level = _FILTERS[self._filter]
            words = self.search.field.text()
            self.model.show(level, words, worst_first=self._worst_first)
            self._detail.hide()

    def _say_filters(self, style: Style) -> None:
        if self.state is not BatchState.DONE:
            return
        text, counts = style.words.text, self.model.counts()
        answers = [text("batch.all")]
        answers += [
            text("batch.one_level", level=text(f"level.{level.value}"), count=f"{counts[level]:,}")
            for level in WORST_FIRST
        ]
        self.filters.say(text("batch.show"), "", answers)
        self.filters.tick(self._filter)
        for level, button in zip(_FILTERS, self.filters.buttons, strict=True):
            button.setVisible(level is None or counts[level] > 0)

    def _show_detail(self, place: int) -> None:
        row = self.model.full_row(place)
        self._detail.setVisible(row is not None)
        if row is not None:
            _, words, _, kind, reason = row
            lines = (visible(words[:800]), kind, reason)
            self._detail_text.show_text("\n".join(each for each in lines if each))
