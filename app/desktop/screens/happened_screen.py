"""Something has happened already: four doors, and behind each what to do in order."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...model.crisis import Door, HappenedGuide
from ...presentation.paper import Checklist, Paper, police_sheet
from ...presentation.police_words import sheet_lines, words_to_read
from ...services.hotlines import Hotline
from ..style import Style
from ..widgets.announcement import announce, as_sentences
from ..widgets.big_button import BigButton
from ..widgets.glyphs import Glyph
from ..widgets.happened_view import HappenedView, first_number
from ..widgets.scroll_sheet import ScrollSheet
from ..widgets.text_block import TextBlock
from ..widgets.tile_grid import TileGrid
from ..widgets.toggles import Toggles
from .screen import Screen

_SIGNS = {
    "money": Glyph.MONEY,
    "code": Glyph.KEY,
    "screen": Glyph.SCREEN,
    "identity": Glyph.CARD,
}
_MINUTE = 60_000  # milliseconds
_HALF_HOUR = 30  # minutes
_LARGE_DOOR = 96 + 8  # pixels: the largest target, with its ring


class HappenedScreen(Screen):
    """Keeps what is filled in while the program runs, and nothing longer than that."""

    returns_here = True
    bank_asked = Signal(str)  # a bank's name
    save_asked = Signal(object, str)  # Paper, "pdf" or "text"
    print_asked = Signal(object)  # Paper

    def __init__(self, guide: HappenedGuide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._style: Style | None = None
        self._door: Door | None = None
        self._answers: dict[str, str] = {}
        self._ticked: frozenset[int] = frozenset()  # of the evidence, by place
        self._cleared: dict[str, str] = {}  # for as long as nobody goes on
        self._unticked: frozenset[int] = frozenset()  # as long as that too
        self._banks: Sequence[Hotline] | None = None
        self._since = QElapsedTimer()
        self.view: HappenedView | None = None
        self._first: QWidget | None = None
        self.doors = {each: BigButton(_SIGNS.get(each.id, Glyph.WARNING)) for each in guide.doors}
        self._title = TextBlock()
        self._comfort = TextBlock()
        self._sheet = ScrollSheet()
        self._sheet.take_wide_bar()
        self._grid = TileGrid(list(self.doors.values()), most=4)
        for part in (self._title, self._grid, self._comfort):
            self._sheet.column.addWidget(part)
        self._sheet.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet)
        self._toggles = Toggles([*self.doors.values()], self, needs_one=True)
        self._toggles.taken.connect(lambda place: self.open_door(guide.doors[place]))
        self._ticking = QTimer(self)
        self._ticking.setInterval(_MINUTE)
        self._ticking.timeout.connect(self._tick)

    def dress(self, style: Style) -> None:
        self._style = style
        theme, language = style.theme, style.words.language
        self._sheet.dress(theme)
        self._title.dress(theme, theme.heading, bold=True, spacing=1.3)
        self._title.show_text(style.words.text("crisis.happened.title"))
        self._sheet.setAccessibleName(self._title.text())
        self._comfort.dress(theme, theme.body)
        self._comfort.show_text(self._guide.comfort.into(language))
        for door, button in self.doors.items():
            button.dress(theme)
            button.name(door.label.into(language), hint=door.steps[0].text.into(language))
        self._build()

    def open_door(self, chosen: Door) -> None:
        """Show the steps for this harm; the clock starts with the first door."""
        self._door = chosen
        self._toggles.tick(self._guide.doors.index(chosen))
        if not self._since.isValid():
            self._since.start()
            self._ticking.start()
        self._build()
        self._sheet.to_top()
        if self._style is not None and self._style.theme.compact:
            QTimer.singleShot(0, self._show_steps)  # once it has been laid out
        announce(self._sheet, as_sentences(self._said_of(chosen)))

    def show_banks(self, lines: Sequence[Hotline]) -> None:
        """Show the service lines that were found."""
        self._banks = lines
        if self.view is not None:
            self.view.show_banks(lines)
            QTimer.singleShot(0, self._show_found)  # once it has been laid out

    def show_note(self, key: str) -> None:
        """Say `crisis.happened.<key>` above the sheet's buttons."""
        if self.view is not None and self._style is not None:
            self.view.note.show_text(self._style.words.text(f"crisis.happened.{key}"))
            self.view.note.show()
            announce(self.view.note, self.view.note.text())

    def show_minutes(self, minutes: int) -> None:
        """Say how much time has passed since the first door was opened."""
        if self.view is None or self._style is None:
            return
        phase = "start" if minutes < 1 else "running" if minutes < _HALF_HOUR else "late"
        key = f"crisis.happened.timer_{phase}"
        self.view.timer.show_text(self._style.words.text(key, minutes=str(minutes)))

    def forget(self) -> None:
        """Forget everything that was filled in and start again at the doors."""
        self._answers, self._banks, self._door = {}, None, None
        self._cleared, self._ticked, self._unticked = {}, frozenset(), frozenset()
        self._since.invalidate()
        self._ticking.stop()
        self._toggles.tick(-1)
        self._build()

    def take_keyboard(self) -> None:
        next(iter(self.doors.values())).setFocus()

    def spoken(self) -> tuple[str, ...]:
        if self._style is None:
            return ()
        language = self._style.words.language
        if self._door is None:
            return (self._title.text(), *(each.label.into(language) for each in self.doors))
        return (*self._said_of(self._door), *self.words())

    def _said_of(self, door: Door) -> tuple[str, ...]:
        if self._style is None:
            return ()
        return tuple(step.text.into(self._style.words.language) for step in door.steps)

    def written(self) -> tuple[str, ...]:
        """Return what was filled in, and the words made of it as they are copied."""
        return (*self._answers.values(), "\n".join(self.words())) if self._answers else ()

    def words(self) -> tuple[str, ...]:
        """Return the sentences for 110, with what is filled in."""
        if self._style is None:
            return ()
        script = self._guide.script_of(self._door.id if self._door is not None else "")
        return words_to_read(script, self._answers, self._style.words.language)

    def paper(self) -> Paper:
        """Return the sheet for the police; must be dressed."""
        if self._style is None:
            raise RuntimeError("the screen has no language yet")
        text, language = self._style.words.text, self._style.words.language
        return police_sheet(
            text("crisis.happened.sheet_title"),
            sheet_lines(self._guide.fields, self._answers, language),
            text("crisis.happened.words_title"),
            self.words(),
            Checklist(text("crisis.happened.evidence"), tuple(self._evidence(self._style))),
        )

    def _evidence(self, style: Style) -> Iterator[str]:
        for place, thing in enumerate(self._guide.evidence):
            key = "ticked" if place in self._ticked else "unticked"
            line = thing.into(style.words.language)
            yield style.words.text(f"crisis.happened.{key}", line=line)

    def _build(self) -> None:
        if self.view is not None:
            self._sheet.column.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
            self.view = None
        self._stand_before_the_doors()
        if self._door is None or self._style is None:
            return
        view = HappenedView(self._guide, self._door, self._answers, self._ticked, self._style)
        self._sheet.column.insertWidget(self._sheet.column.count() - 1, view)
        view.form.changed.connect(self._note_answer)
        view.evidence.changed.connect(self._note_ticks)
        view.bank.setText(self._answers.get("bank", ""))
        view.bank.submitted.connect(self._find_bank)
        view.find_button.clicked.connect(self._find_bank)
        view.copy.clicked.connect(self._copy)
        view.save_pdf.clicked.connect(lambda: self.save_asked.emit(self.paper(), "pdf"))
        view.save_text.clicked.connect(lambda: self.save_asked.emit(self.paper(), "text"))
        view.print_sheet.clicked.connect(lambda: self.print_asked.emit(self.paper()))
        view.clear.clicked.connect(self._clear_form)
        view.restore.clicked.connect(self._bring_back)
        view.restore.setVisible(self._has_cleared())
        self.view = view
        view.show_words(self.words())
        if self._banks is not None:
            view.show_banks(self._banks)
        self._tick()

    def _stand_before_the_doors(self) -> None:
        """While no door is open: doors as large as there is room for, and the number to dial."""
        if self._first is not None:
            self._sheet.column.removeWidget(self._first)
            self._first.hide()
            self._first.deleteLater()
            self._first = None
        style = self._style
        if style is None:
            return
        waits = self._door is None
        self._grid.be_at_least(_LARGE_DOOR if waits and not style.theme.compact else 0)
        if waits:
            self._first = first_number(self._guide.helpers[0], style)
            self._sheet.column.insertWidget(2, self._first)  # right under the doors

    def _show_found(self) -> None:
        if self.view is not None:
            self._sheet.ensureWidgetVisible(self.view.banks, 0, 24)

    def _show_steps(self) -> None:
        if self.view is not None:
            self._sheet.show_from(self.view)

    def _tick(self) -> None:
        self.show_minutes(int(self._since.elapsed() // _MINUTE) if self._since.isValid() else 0)

    def _note_answer(self, name: str, answer: str) -> None:
        self._answers[name] = answer
        if self._has_cleared() and answer:
            self._let_go()
        if self.view is not None:
            self.view.show_words(self.words())

    def _note_ticks(self, ticked: frozenset[int]) -> None:
        self._ticked = ticked
        if self._has_cleared():
            self._let_go()

    def _has_cleared(self) -> bool:
        return bool(self._cleared or self._unticked)

    def _find_bank(self) -> None:
        if self.view is None:
            return
        name = self.view.bank.text().strip()
        if not name:
            self.view.bank.setFocus()
            return
        if not self._answers.get("bank") and "bank" in self.view.form.fields:
            self.view.form.fields["bank"].setText(name)
        self.bank_asked.emit(name)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self.words()))
        if self.view is not None and self._style is not None:
            self.view.copied.show_text(self._style.words.text("crisis.happened.copied"))
            self.view.copied.show()
            announce(self.view.copied, self.view.copied.text())

    def _clear_form(self) -> None:
        self._cleared = {name: answer for name, answer in self._answers.items() if answer}
        self._unticked = self._ticked
        self._answers, self._ticked = {}, frozenset()
        self._build()
        self._return_to(lambda view: view.restore if self._has_cleared() else view.clear)

    def _bring_back(self) -> None:
        self._answers, self._cleared = self._cleared, {}
        self._ticked, self._unticked = self._unticked, frozenset()
        self._build()
        self._return_to(lambda view: view.clear)

    def _return_to(self, button: Callable[[HappenedView], QWidget]) -> None:
        """Put the keyboard back to the buttons of the sheet, which was built anew, and show it."""
        view = self.view
        if view is None:
            return
        button(view).setFocus()
        QTimer.singleShot(0, lambda: self._sheet.ensureWidgetVisible(button(view), 0, 24))

    def _let_go(self) -> None:
        """Forget what was cleared: it can be brought back only while nobody has gone on."""
        self._cleared, self._unticked = {}, frozenset()
        if self.view is not None:
            self.view.restore.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._let_go()
