"""Two questions on the purple screen, whose answers are judged together with the text."""

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...model.crisis import CallBoard, CallTile
from ..style import Style
from .announcement import announce
from .big_button import BigButton
from .call_tile import CallTileButton
from .flow_row import FlowRow
from .framed import Framed
from .glyphs import Glyph
from .panel import Panel
from .roving_focus import RovingFocus
from .sender_field import SenderField
from .text_block import TextBlock, written

_ANSWERS = ("what", "who")  # what is wanted comes first: one press of it may decide


class Answers(Struct, frozen=True):
    """What a person has written under the questions, and the ids of the tiles that are pressed."""

    written: tuple[str, ...] = ()
    pressed: frozenset[str] = frozenset()


class QuestionForm(Panel):
    """Tiles and a field under each question.

    `chosen` carries all answers as sentences at each press, "" when the last one is taken back;
    `answered` carries them when the person asks for the answer.
    """

    chosen = Signal(str)
    answered = Signal(str)

    def __init__(
        self, questions: tuple[str, ...], style: Style, board: CallBoard | None = None
    ) -> None:
        super().__init__()
        self._style = style
        theme = style.theme
        self.tiles: dict[str, CallTileButton] = {}
        self.fields: list[SenderField] = []
        self._sentences: dict[str, str] = {}
        self._groups: list[tuple[CallTile, ...]] = []
        self._so_far: list[TextBlock] = []
        self._last = 0
        self.dress_ground(theme, border=theme.palette.border)
        column = QVBoxLayout(self)
        side = theme.padding
        column.setContentsMargins(side, side - 6, side, side)
        column.setSpacing(theme.gap)
        known = (board.said, board.claimed) if board is not None else ((), ())
        title = style.say("verdict.questions") if board else style.words.text("verdict.label.ask")
        column.addWidget(written(theme, title, theme.heading, bold=True))
        for question, tiles in zip(questions, known, strict=False):
            self._ask(column, question, tiles)
        self.button = BigButton(Glyph.CHECK)
        self.button.dress(theme)
        self.button.name(
            style.say("button.check_answers"),
            short=style.say("button_short.check_answers"),
            hint=style.say("button_hint.check_answers"),
        )
        self.button.clicked.connect(self._submit)
        column.addWidget(FlowRow(8, self.button))

    def answers(self) -> Answers:
        """Return everything answered so far."""
        pressed = (name for name, tile in self.tiles.items() if tile.isChecked())
        return Answers(tuple(each.text() for each in self.fields), frozenset(pressed))

    def fill_in(self, answers: Answers) -> None:
        """Put answers back; nothing is judged anew."""
        for field, text in zip(self.fields, answers.written, strict=False):
            field.setText(text)
        for name in answers.pressed & self.tiles.keys():
            with QSignalBlocker(self.tiles[name]):
                self.tiles[name].setChecked(True)

    def say_so_far(self, words: str) -> None:
        """Say below the tile pressed last how far the answers have led; "" says nothing."""
        for place, line in enumerate(self._so_far):
            line.show_text(words)
            line.setVisible(bool(words) and place == self._last)
        if words:
            announce(self._so_far[self._last], words)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the Tab key stops, in the order in which one reads."""
        groups = zip(self._groups, self.fields, strict=True)
        asked = (part for tiles, field in groups for part in (*self._buttons(tiles), field))
        return (*asked, self.button)

    def _buttons(self, tiles: tuple[CallTile, ...]) -> Iterable[QWidget]:
        return (self.tiles[each.id] for each in tiles)

    def sentences(self) -> str:
        """Return all answers, one a line: who they say they are before what they want."""
        names = _ANSWERS[: len(self.fields)]
        rows = list(zip(names, self._groups, self.fields, strict=True))
        return "\n".join(line for row in reversed(rows) for line in self._lines(*row))

    def _lines(self, name: str, tiles: tuple[CallTile, ...], field: SenderField) -> Iterable[str]:
        yield from (self._sentences[each.id] for each in tiles if self.tiles[each.id].isChecked())
        if answer := field.text().strip():
            yield self._style.say(f"question_answer.{name}", answer=answer)

    def _ask(self, column: QVBoxLayout, question: str, tiles: tuple[CallTile, ...]) -> None:
        theme = self._style.theme
        group = QVBoxLayout()
        group.setSpacing(10)
        label = written(theme, question, bold=bool(tiles))
        field = SenderField()
        field.dress(theme)
        field.setAccessibleName(question)
        say = self._style.say
        hint = say("verdict.answer_else") if tiles else say("verdict.answer_hint")
        field.setPlaceholderText(hint)
        field.submitted.connect(self._submit)
        label.setBuddy(field)
        framed = Framed(field)
        framed.dress(theme)
        framed.setFixedHeight(theme.target)
        so_far = written(theme, "", bold=True)
        buttons = [self._tile(each, len(self.fields)) for each in tiles]
        RovingFocus(buttons)
        for part in (label, *([FlowRow(8, *buttons)] if buttons else []), so_far, framed):
            group.addWidget(part)
        so_far.hide()
        column.addLayout(group)
        self.fields.append(field)
        self._groups.append(tiles)
        self._so_far.append(so_far)

    def _tile(self, tile: CallTile, place: int) -> CallTileButton:
        language = self._style.words.language
        sentence = tile.sentence.into(language)
        button = CallTileButton(red=tile.decides)
        button.dress(self._style.theme)
        kind = "red" if tile.decides else "other"
        hint = self._style.words.text(f"crisis.tile_hint.{kind}", words=sentence)
        button.name(tile.label.into(language), hint=hint)
        button.toggled.connect(lambda: self._choose(place))
        self.tiles[tile.id] = button
        self._sentences[tile.id] = sentence
        return button

    def _choose(self, place: int) -> None:
        self._last = place
        self.chosen.emit(self.sentences())

    def _submit(self) -> None:
        if sentences := self.sentences():
            self.answered.emit(sentences)
        elif self.fields:
            self.fields[0].setFocus()
