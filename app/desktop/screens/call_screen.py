"""A call that is going on: press what the caller said, with one hand and in silence."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...model.crisis import CallBoard, CallTile
from ...model.submission import Channel, Submission
from ...model.verdict import VerdictLevel
from ...presentation.verdict_card import VerdictCard
from ..style import Style
from ..widgets.announcement import announce
from ..widgets.big_button import BigButton, Weight
from ..widgets.call_tile import CallTileButton
from ..widgets.flow_row import FlowRow
from ..widgets.glyphs import Glyph
from ..widgets.named_button import name_button
from ..widgets.scroll_sheet import ScrollSheet
from ..widgets.tab_chain import chain
from ..widgets.text_block import TextBlock
from ..widgets.tile_grid import TileGrid
from .screen import Screen


class CallScreen(Screen):
    """Every press emits `chosen`: the sentences of all pressed tiles, to be judged."""

    returns_here = True
    chosen = Signal(object)  # Submission
    result_asked = Signal(object)  # Submission
    card_asked = Signal(str)  # words to hold up to whoever stands near

    def __init__(self, board: CallBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._style: Style | None = None
        self._level: VerdictLevel | None = None
        self._said = {each: CallTileButton(red=each.decides) for each in board.said}
        self._claimed = {each: CallTileButton(red=each.decides) for each in board.claimed}
        self._title = TextBlock()
        self._who = TextBlock()
        self._end = TextBlock()
        self._ways = [TextBlock() for _ in board.ways_out]
        self._so_far = TextBlock()
        self.hold_up = BigButton(Glyph.PEOPLE)
        self.result = BigButton(Glyph.CHECK)
        self.clear = BigButton(Glyph.CLEAR)
        self.hang_up = BigButton(Glyph.CALL)
        self._sheet = ScrollSheet()
        self._build()

    def _build(self) -> None:
        self._sheet.take_wide_bar()
        for part in (
            self._title,
            TileGrid(list(self._said.values())),
            self._who,
            TileGrid(list(self._claimed.values())),
            self._end,
            *self._ways,
        ):
            self._sheet.column.addWidget(part)
        self._sheet.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self._sheet, 1)
        whole.addWidget(self._so_far)
        whole.addWidget(FlowRow(8, self.hold_up, self.result, self.clear, self.hang_up))
        tiles = (*self._said.values(), *self._claimed.values())
        for tile in tiles:
            tile.toggled.connect(self._choose)
        chain((*tiles, self.hold_up, self.result, self.clear, self.hang_up))
        self.hang_up.clicked.connect(self._show_ways_out)
        self.hold_up.clicked.connect(self._hold_up)
        self.result.clicked.connect(self._ask_result)
        self.clear.clicked.connect(self.forget)

    def dress(self, style: Style) -> None:
        self._style = style
        theme, text = style.theme, style.words.text
        self._sheet.dress(theme)
        self._title.dress(theme, theme.heading, bold=True, spacing=1.3)
        self._title.show_text(text("crisis.call.title"))
        self._sheet.setAccessibleName(self._title.text())
        self._who.dress(theme, theme.heading, bold=True, spacing=1.3)
        self._who.show_text(text("crisis.call.who"))
        self._end.dress(theme, theme.heading, bold=True, spacing=1.3)
        self._end.show_text(text("crisis.call.end"))
        for block, words in zip(self._ways, self._board.ways_out, strict=True):
            block.dress(theme, theme.body)
            block.show_text(words.into(style.words.language))
        self._so_far.dress(theme, theme.body, bold=True, spacing=1.3)
        for tile, button in (*self._said.items(), *self._claimed.items()):
            self._name_tile(tile, button, style)
        for name, each, weight in (
            ("hold_up", self.hold_up, Weight.PLAIN),
            ("result", self.result, Weight.STRONG),
            ("clear_tiles", self.clear, Weight.PLAIN),
            ("hang_up", self.hang_up, Weight.PLAIN),
        ):
            name_button(each, name, style, weight)
        self.hang_up.setVisible(not theme.compact)  # there a second row would cost the tiles' room
        self._say_so_far()

    def show_judged(self, card: VerdictCard) -> None:
        """Say below the tiles how far what was pressed has led; a red card has its own screen."""
        self._level = card.level
        self._say_so_far()
        announce(self._so_far, self._so_far.text())

    def forget(self) -> None:
        """Take every press back, for the next call."""
        for button in (*self._said.values(), *self._claimed.values()):
            with QSignalBlocker(button):  # one answer at the end, not one a tile
                button.setChecked(False)
            button.update()
        self._level = None
        self._say_so_far()

    def take_keyboard(self) -> None:
        next(iter(self._said.values())).setFocus()

    def spoken(self) -> tuple[str, ...]:
        return (self._so_far.text(), *(each.text() for each in self._ways))

    def tile(self, tile_id: str) -> CallTileButton:
        """Return the tile of this id; KeyError if there is none."""
        every = {each.id: button for each, button in (*self._said.items(), *self._claimed.items())}
        return every[tile_id]

    def submission(self) -> Submission:
        """Return what was pressed, as a caller's own sentences; who they claim to be first."""
        language = self._style.words.language if self._style is not None else None
        pressed = (*self._pressed(self._claimed), *self._pressed(self._said))
        lines = [each.sentence.into(language) for each in pressed] if language else []
        return Submission("\n".join(lines), None, Channel.CALL)

    def _pressed(self, tiles: dict[CallTile, CallTileButton]) -> list[CallTile]:
        return [each for each, button in tiles.items() if button.isChecked()]

    def _choose(self) -> None:
        submission = self.submission()
        if submission.text:
            self.chosen.emit(submission)
        else:
            self.forget()

    def _ask_result(self) -> None:
        if self.submission().text:
            self.result_asked.emit(self.submission())
        else:
            self.take_keyboard()

    def _hold_up(self) -> None:
        if self._style is not None:
            self.card_asked.emit(self._board.bystander.into(self._style.words.language))

    def _show_ways_out(self) -> None:
        self._sheet.show_from(self._end)
        announce(self._end, " ".join(each.text() for each in self._ways))

    def _name_tile(self, tile: CallTile, button: CallTileButton, style: Style) -> None:
        language = style.words.language
        button.dress(style.theme)
        kind = "red" if tile.decides else "other"
        hint = style.words.text(f"crisis.tile_hint.{kind}", words=tile.sentence.into(language))
        button.name(tile.label.into(language), hint=hint)

    def _say_so_far(self) -> None:
        if self._style is None:
            return
        level = self._level.value if self._level is not None else "nothing"
        self._so_far.show_text(self._style.words.text(f"crisis.so_far.{level}"))
        # Where letters are very large, the tiles need the room until there is something to say.
        self._so_far.setVisible(self._level is not None or not self._style.theme.compact)
