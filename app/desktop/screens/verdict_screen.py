"""The answer: what it is, what to do now, and why."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ...model.crisis import CallBoard
from ...model.verdict import VerdictLevel
from ...presentation.card_lines import question_lines
from ...presentation.verdict_card import ReasonLine, SourceLine, VerdictCard
from ..style import Style
from ..widgets.announcement import announce, as_sentences, spaced
from ..widgets.flow_row import FlowRow
from ..widgets.focus_ring import FocusRing
from ..widgets.glyphs import Glyph
from ..widgets.named_button import named_button
from ..widgets.panel import Panel
from ..widgets.question_form import Answers, QuestionForm
from ..widgets.reason_list import ComparisonTable, ReasonRow
from ..widgets.scroll_sheet import ScrollSheet
from ..widgets.source_list import SourceList
from ..widgets.step_list import ActionPanel, site_to_type
from ..widgets.tab_chain import chain
from ..widgets.text_block import written
from ..widgets.titled_panel import TitledPanel
from ..widgets.verdict_banner import VerdictBanner
from ..widgets.words_given import words_of
from .screen import Screen

_TWO_COLUMNS_FROM = 40  # letters of body text across the window


class VerdictScreen(Screen):
    """Paints a card; a new card, language, scale or colour builds the sheet anew."""

    returns_here = True
    answer_chosen = Signal(str)  # sentences to be weighed with the text while the person presses
    answered_more = Signal(str)  # sentences to be judged together with the text
    story_asked = Signal(object)  # VerdictCard
    slip_asked = Signal(object)  # VerdictCard

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self._card: VerdictCard | None = None
        self.view: CardView | None = None
        self.tiles: Callable[[], CallBoard | None] = _no_tiles
        self.asks_on = False  # the next answer comes of pressed tiles, and more may be pressed
        self._asking = False
        self._sheet = ScrollSheet()
        self._sheet.take_wide_bar()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet)
        self._ring = FocusRing(self._sheet, self)

    def dress(self, style: Style) -> None:
        self._style = style
        self._sheet.dress(style.theme)
        self._ring.dress(style.theme)
        self._sheet.setAccessibleName(style.say("verdict.sheet"))
        self._build()

    def show_card(self, card: VerdictCard) -> None:
        """Show a new answer from its beginning."""
        self._card = card
        self._asking, self.asks_on = self.asks_on, False
        self._dismiss()
        self._build()
        self._sheet.to_top()

    def retell(self, card: VerdictCard) -> None:
        """Show the same answer in other words, where the person is reading."""
        self._card = card
        self._build()
        announce(self._sheet, self.heard())

    def forget(self) -> None:
        self._card = None
        self.asks_on = self._asking = False
        self._dismiss()
        self._sheet.setAccessibleDescription("")

    def take_keyboard(self) -> None:
        self._sheet.setFocus()

    @property
    def card(self) -> VerdictCard | None:
        """The answer that is shown, None before the first."""
        return self._card

    def spoken(self) -> tuple[str, ...]:
        return spoken_card(self._card) if self._card is not None else ()

    def _build(self) -> None:
        style, card = self._style, self._card
        if style is None or card is None:
            return
        unfolded = self.view is not None and self.view.sources.unfolded
        answers = self.view.questions.answers() if self.view and self.view.questions else None
        self._dismiss()
        if self._asking and card.level is VerdictLevel.CAUTION:  # what is still to say may decide
            card = replace(card, questions=question_lines(style.words))
        board = self.tiles() if card.questions else None
        view = CardView(card, style, board, unfolded=unfolded)
        if view.questions is not None:
            view.questions.fill_in(answers or Answers())
            view.questions.chosen.connect(self.answer_chosen)
            view.questions.answered.connect(self.answered_more)
        view.story.clicked.connect(lambda: self.story_asked.emit(card))
        view.slip.clicked.connect(lambda: self.slip_asked.emit(card))
        self._sheet.column.addWidget(view)
        self._sheet.setAccessibleDescription(self.heard())
        self.view = view

    def say_so_far(self, words: str) -> None:
        """Say how far the answers have led, where the person is pressing them."""
        if self.view is not None and self.view.questions is not None:
            self.view.questions.say_so_far(words)

    def _dismiss(self) -> None:
        if self.view is not None:
            self._sheet.column.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
            self.view = None

    def heard(self) -> str:
        card = self._card
        if card is None:
            return ""
        dial = site_to_type(card) or f"{spaced(card.dial)} {card.dial_owner}"
        return as_sentences((card.headline, card.instruction, dial, card.second_line))


class CardView(QWidget):
    """One card on one sheet: the banner, what to do, why. Two columns where there is room."""

    def __init__(
        self, card: VerdictCard, style: Style, board: CallBoard | None = None, *, unfolded: bool
    ) -> None:
        super().__init__()
        self._style = style
        theme = style.theme
        self.banner = VerdictBanner(card, style)
        self.action = ActionPanel(card, style)
        self.sources = SourceList(
            (*_all_sources(card), *_list_version(card, style)), style, unfolded=unfolded
        )
        self.questions = QuestionForm(card.questions, style, board) if card.questions else None
        column = QVBoxLayout(self)
        inset = theme.ring + 4  # the sheet's focus ring must not lie on the banner
        column.setContentsMargins(inset, inset, inset, inset)
        column.setSpacing(theme.gap)
        column.addWidget(self.banner)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(theme.gap)
        self._is_wide: bool | None = None
        self.story = named_button(Glyph.BOOK, "story" if card.story else "helper", style)
        self.slip = named_button(Glyph.PRINT, "slip", style)
        self._further = FlowRow(8, self.story, self.slip)
        self.story.setVisible(card.level.is_alarm)  # nobody has to be talked out of the others
        self._left = _stack(theme.gap, self.action, _coming(card, style), self._further)
        self._halves.addLayout(self._left, 1)
        why = self._why(card)
        known = 1 if card.reasons else 0  # what was found comes before what is to be asked
        parts = (*why[:known], self.questions, *why[known:])
        self._right = _stack(theme.gap, *parts)
        self._halves.addLayout(self._right, 1)
        column.addLayout(self._halves)
        if theme.compact:
            column.addWidget(written(theme, card.disclaimer, colour=theme.palette.muted))
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _TWO_COLUMNS_FROM * self._style.theme.body
        if wide is self._is_wide:
            return
        self._is_wide = wide
        self._halves.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        if self.questions is not None:
            self._put_further(self.questions, wide=wide)

    def _put_further(self, questions: QuestionForm, *, wide: bool) -> None:
        """In one column the questions follow the steps at once, so that they are seen."""
        for column in (self._left, self._right):
            column.removeWidget(self._further)
        if wide:
            self._left.insertWidget(self._left.count() - 1, self._further)  # before the stretch
            chain((self.story, self.slip, *questions.stops()))
        else:
            after = self._right.indexOf(questions) + 1
            self._right.insertWidget(after, self._further)
            chain((*questions.stops(), self.story, self.slip))

    def _why(self, card: VerdictCard) -> list[QWidget]:
        style, label = self._style, self._style.words.text
        parts: list[QWidget] = []
        if card.reasons or card.comparison:
            rows = self._rows(card.reasons, card)
            if card.comparison is not None:
                rows.append(ComparisonTable(card.comparison, style))
            parts.append(_sheet_of(style, label("verdict.label.why"), rows))
        if card.notes:
            rows = self._rows(card.notes, card)
            parts.append(_sheet_of(style, label("verdict.label.notes"), rows))
        if card.text.strip():
            parts.append(_sheet_of(style, style.say("verdict.your_words"), [words_of(card, style)]))
        if _all_sources(card) or card.version:
            parts.append(self.sources)
        return parts

    def _rows(self, reasons: tuple[ReasonLine, ...], card: VerdictCard) -> list[QWidget]:
        accent = self._style.theme.palette.level(card.level).accent
        return [ReasonRow(each, self._style, accent) for each in reasons]


def _no_tiles() -> CallBoard | None:
    return None


def _coming(card: VerdictCard, style: Style) -> QWidget | None:
    """Return what the swindler will do next, None where nobody knows."""
    coming = card.story.coming() if card.story is not None else ()
    if not coming:
        return None
    lines = [written(style.theme, f"· {each}") for each in coming]
    bar = style.theme.palette.level(card.level).accent
    return TitledPanel(style, style.words.text("story.coming"), lines, bar=bar)


def spoken_card(card: VerdictCard) -> tuple[str, ...]:
    """Return what to read aloud of an answer: what it is, what to do, whom to dial, why."""
    dial = f"{card.dial} {card.dial_owner}".strip()
    head = (card.headline, card.second_line, card.instruction, dial)
    return tuple(each for each in (*head, *(line.text for line in card.reasons)) if each)


def _list_version(card: VerdictCard, style: Style) -> tuple[SourceLine, ...]:
    if not card.version:
        return ()
    words = style.words.text("slip.list", line=card.list_line, version=card.version[:8])
    return (SourceLine(words, ""),)


def _all_sources(card: VerdictCard) -> tuple[SourceLine, ...]:
    lines = (*card.reasons, *card.notes)
    return tuple(dict.fromkeys([each.source for each in lines if each.source] + list(card.sources)))


def _sheet_of(style: Style, title: str, rows: list[QWidget]) -> Panel:
    theme = style.theme
    panel = Panel()
    panel.dress_ground(theme)
    column = QVBoxLayout(panel)
    side = theme.padding
    column.setContentsMargins(side, side - 8, side, side)
    column.setSpacing(theme.gap)
    column.addWidget(written(theme, title, theme.heading, bold=True))
    for row in rows:
        column.addWidget(row)
    return panel


def _stack(gap: int, *widgets: QWidget | None) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(gap)
    for each in widgets:
        if each is not None:
            column.addWidget(each)
    column.addStretch(1)
    return column
