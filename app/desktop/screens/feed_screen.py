"""The list: how old it is, how to get a newer one, and how to carry it on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout, QWidget

from ...feed.feed_card import EXTENSION
from ...model.errors import UserFacingError
from ...model.program_note import ProgramNote, newer_than
from ...model.sync_report import FeedStatus, SyncOutcome, SyncProgress
from ...presentation.catalog import Catalog
from ...presentation.feed_lines import amount, progress_line, status_lines
from ...services.sync_service import OfferedCard
from ...version import VERSION
from ..feed_note import Said, note_of
from ..style import Style
from ..widgets.announcement import announce
from ..widgets.big_button import BigButton, Weight
from ..widgets.flow_row import FlowRow
from ..widgets.glyphs import Glyph
from ..widgets.scroll_sheet import ScrollSheet
from ..widgets.text_block import TextBlock
from .screen import Screen

_FULL = 1000  # steps of the bar


class FeedScreen(Screen):
    """Dumb: what is pressed comes out as signals, what is known goes in by `show_…`."""

    update_pressed = Signal()
    stick_chosen = Signal(object)  # Path of a folder
    card_chosen = Signal(object)  # Path of a card
    card_agreed = Signal(object)  # OfferedCard whose words were compared
    make_chosen = Signal(object)  # Path of a folder
    daily_switched = Signal(bool)
    cancel_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self._status = FeedStatus()
        self._works = False
        self._offered: OfferedCard | None = None
        self._said: Said | None = None
        self.title = TextBlock()
        self.date = TextBlock()
        self.about = TextBlock()
        self.note = TextBlock()
        self.progress_line = TextBlock()
        self.bar = QProgressBar()
        self.update_button = BigButton(Glyph.FETCH)
        self.cancel_button = BigButton(Glyph.CLEAR)
        self.stick_button = BigButton(Glyph.OPEN)
        self.card_button = BigButton(Glyph.AGAIN)
        self.make_button = BigButton(Glyph.COPY)
        self.daily_button = BigButton(Glyph.RING)
        self.link_button = BigButton(Glyph.COPY)
        self.agree_button = BigButton(Glyph.TICK)
        self.refuse_button = BigButton(Glyph.CLEAR)
        self._build()
        self._connect()
        self.show_rest()

    def _build(self) -> None:
        self.bar.setRange(0, _FULL)
        self.bar.setTextVisible(False)
        self.daily_button.setCheckable(True)
        self._sheet = ScrollSheet()
        self._sheet.take_wide_bar()
        self._rows = (
            FlowRow(8, self.update_button, self.cancel_button, self.card_button, self.stick_button),
            FlowRow(8, self.make_button, self.daily_button),
        )
        for part in (
            self.title,
            self.date,
            self.note,
            self.progress_line,
            self.bar,
            self.about,
            *self._rows,
            FlowRow(8, self.link_button, self.agree_button, self.refuse_button),
        ):
            self._sheet.column.addWidget(part)
        self._sheet.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet)

    def _connect(self) -> None:
        self.update_button.clicked.connect(self.update_pressed)
        self.cancel_button.clicked.connect(self.cancel_pressed)
        self.stick_button.clicked.connect(
            lambda: self._choose_folder("stick", self.stick_chosen.emit)
        )
        self.make_button.clicked.connect(lambda: self._choose_folder("make", self.make_chosen.emit))
        self.card_button.clicked.connect(self._choose_card)
        self.daily_button.toggled.connect(self.daily_switched)
        self.link_button.clicked.connect(self._copy_link)
        self.agree_button.clicked.connect(self._agree)
        self.refuse_button.clicked.connect(self._refuse)

    def dress(self, style: Style) -> None:
        self._style = style
        theme = style.theme
        self._sheet.dress(theme)
        self.title.dress(theme, theme.title, bold=True, spacing=1.3)
        self.note.dress(theme, theme.lead, bold=True)
        self.date.dress(theme, theme.lead)
        self.progress_line.dress(theme, theme.body)
        self.bar.setFixedHeight(theme.target // 2)
        colours = self.bar.palette()
        colours.setColor(QPalette.ColorRole.Highlight, QColor(theme.palette.strong))
        colours.setColor(QPalette.ColorRole.Base, QColor(theme.palette.surface))
        self.bar.setPalette(colours)
        self._dress_buttons(style)
        self._say()

    def take_keyboard(self) -> None:
        if self._offered is not None:
            self.agree_button.setFocus()
        elif self.update_button.isHidden():
            self.card_button.setFocus()
        else:
            self.update_button.setFocus()

    def show_status(self, status: FeedStatus) -> None:
        """Show what is followed and which list is in use."""
        self._status = status
        with QSignalBlocker(self.daily_button):
            self.daily_button.setChecked(status.daily)
        if self._style is not None:
            self._dress_buttons(self._style)
        self._show_buttons()
        self._say()

    def show_offer(self, offered: OfferedCard) -> None:
        """Show a card's words, to be compared before it is added."""
        self._offered, self._said = offered, None
        self._say()

    def show_busy(self) -> None:
        """Show that something runs, and the way to end it."""
        self._said = None
        self.progress_line.show_text("")
        self.bar.setRange(0, 0)
        self._show_work(there_is=True)
        self._say()

    def show_progress(self, progress: SyncProgress) -> None:
        """Show how far it is."""
        self.bar.setRange(0, _FULL if progress.total else 0)
        if progress.total:
            self.bar.setValue(_FULL * progress.done // progress.total)
        if self._style is not None:
            line = progress_line(progress, self._style.words)
            self.progress_line.show_text(line)
            self.bar.setAccessibleName(line)

    def show_rest(self) -> None:
        """Show that nothing runs."""
        self._show_work(there_is=False)

    def show_outcome(self, outcome: SyncOutcome) -> None:
        self._rest_and_say(outcome)

    def show_error(self, error: UserFacingError) -> None:
        self._rest_and_say(error)

    def show_cancelled(self) -> None:
        self._rest_and_say(("feed.cancelled", {}))

    def show_stick(self, folder: str, size: int) -> None:
        self._rest_and_say(("feed.stick_made", {"folder": folder, "size": amount(size)}))

    def _rest_and_say(self, said: Said) -> None:
        self.show_rest()
        self._said = said
        self._say()

    def _show_work(self, *, there_is: bool) -> None:
        self._works = there_is
        for each in (self.bar, self.progress_line, self.cancel_button):
            each.setVisible(there_is)
        self._show_buttons()
        if there_is:
            self.cancel_button.setFocus()

    def _show_buttons(self) -> None:
        """Show what can be done now: without a feed there is nothing to update or to carry on."""
        follows = self._status.name is not None
        for each in (self.stick_button, self.card_button):
            each.setVisible(not self._works)
        for each in (self.update_button, self.make_button):
            each.setVisible(follows and not self._works)
        self.daily_button.setVisible(follows)

    def _dress_buttons(self, style: Style) -> None:
        first = "update" if self._status.name is not None else "card"
        for name, button in self._buttons().items():
            strong = name in (first, "agree")
            button.dress(style.theme, Weight.STRONG if strong else Weight.PLAIN)
            button.name(
                style.words.text(f"feed.button.{name}"), hint=style.words.text(f"feed.hint.{name}")
            )

    def _buttons(self) -> dict[str, BigButton]:
        return {
            "update": self.update_button,
            "cancel": self.cancel_button,
            "stick": self.stick_button,
            "card": self.card_button,
            "make": self.make_button,
            "daily": self.daily_button,
            "link": self.link_button,
            "agree": self.agree_button,
            "refuse": self.refuse_button,
        }

    def _say(self) -> None:
        if self._style is None:
            return
        words, offered = self._style.words, self._offered
        # Twelve words are compared aloud, from a chair's distance.
        theme = self._style.theme
        self.about.dress(theme, theme.heading if offered else theme.body)
        for each in (self.agree_button, self.refuse_button):
            each.setVisible(offered is not None)
        for row in self._rows:
            row.setVisible(offered is None)  # one question at a time
        self.link_button.setVisible(offered is None and self._newer_program() is not None)
        self.title.show_text(words.text("feed.title"))
        self._say_date(words)
        status = self._status
        if offered is not None:
            status = FeedStatus(offered.card.name, offered.card.url, offered.words)
        lines = list(status_lines(status, words))
        if offered is not None:
            lines.append(words.text("feed.compare"))
        self.about.show_text("\n".join(lines))
        note = note_of(self._said, words)
        if note and note != self.note.text():
            announce(self.note, note)
        self.note.show_text(note)
        self.note.setVisible(bool(note))

    def _say_date(self, words: Catalog) -> None:
        state = self._status.state
        line = words.text("feed.list_date", date=state.as_of.isoformat()) if state else ""
        self.date.show_text(line)
        self.date.setVisible(bool(line))

    def _choose_folder(self, purpose: str, chosen: Callable[[Path], object]) -> None:
        if self._style is None:
            return
        title = self._style.words.text(f"feed.button.{purpose}")
        if name := QFileDialog.getExistingDirectory(self, title):
            chosen(Path(name))

    def _choose_card(self) -> None:
        if self._style is None:
            return
        title = self._style.words.text("feed.button.card")
        name, _ = QFileDialog.getOpenFileName(self, title, "", f"*{EXTENSION}")
        if name:
            self.card_chosen.emit(Path(name))

    def _newer_program(self) -> ProgramNote | None:
        state = self._status.state
        return newer_than(VERSION, state.program if state is not None else None)

    def _copy_link(self) -> None:
        """Copy the address as text: people open it themselves, and read it first."""
        if (note := self._newer_program()) is not None:
            QGuiApplication.clipboard().setText(note.link)
            self._said = ("feed.program.copied", {})
            self._say()

    def _agree(self) -> None:
        offered, self._offered = self._offered, None
        self._say()
        if offered is not None:
            self.card_agreed.emit(offered)

    def _refuse(self) -> None:
        self._offered = None
        self._rest_and_say(("feed.not_added", {}))
