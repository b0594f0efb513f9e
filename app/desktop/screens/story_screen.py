"""The same story as it happened to others, beside what this person was told."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...model.language import LocalizedText
from ...model.scam_category import ScamCategory
from ...model.story import HelperGuide
from ...presentation.story_board import StoryBoard
from ..style import Style
from ..widgets.big_button import BigButton
from ..widgets.glyphs import Glyph
from ..widgets.scroll_sheet import ScrollSheet
from ..widgets.story_table import StoryTable
from ..widgets.text_block import TextBlock, capital, written
from ..widgets.tile_grid import TileGrid
from ..widgets.titled_panel import TitledPanel
from .screen import Screen


class StoryScreen(Screen):
    """Opened from a verdict it compares; opened by a volunteer it tells any script.

    `told` asks for a script to be told without a person's words.
    """

    told = Signal(object)  # ScamCategory

    def __init__(self, guide: HelperGuide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._style: Style | None = None
        self._board: StoryBoard | None = None
        self._name = ""
        self._parts: list[QWidget] = []
        self._title = TextBlock()
        self.scripts = {each: BigButton(Glyph.BOOK) for each in ScamCategory}
        self._choice = TileGrid(list(self.scripts.values()), most=4)
        self._sheet = ScrollSheet()
        self._sheet.take_wide_bar()
        self._sheet.column.addWidget(self._title)
        self._sheet.column.addStretch(1)
        self._sheet.column.addWidget(self._choice)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet)
        for category, button in self.scripts.items():
            button.clicked.connect(lambda _=False, chosen=category: self.told.emit(chosen))

    def dress(self, style: Style) -> None:
        self._style = style
        theme, text = style.theme, style.words.text
        self._sheet.dress(theme)
        self._sheet.setAccessibleName(text("story.title"))
        self._title.dress(theme, max(theme.title, theme.body), bold=True, spacing=1.3)
        for category, button in self.scripts.items():
            button.dress(theme)
            button.name(
                text(f"category.{category.value}.name"),
                hint=text(f"category.{category.value}.next"),
            )
        self._build()

    def tell(self, board: StoryBoard | None, name: str) -> None:
        """Show a script under its name; without one, only what helps a helper."""
        self._board, self._name = board, name
        self._build()
        self._sheet.to_top()

    def take_keyboard(self) -> None:
        self._sheet.setFocus()

    def spoken(self) -> tuple[str, ...]:
        if self._style is None:
            return ()
        if self._board is None:
            language = self._style.words.language
            return tuple(each.into(language) for each in self._guide.say)
        return (self._board.say, *(each.text for each in self._board.lines))

    def _build(self) -> None:
        style = self._style
        if style is None:
            return
        for old in self._parts:
            self._sheet.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        text = style.words.text
        self._title.show_text(capital(self._name) or text("story.title"))
        self._parts = [*self._comparison(style), *self._helper(style)]
        more = written(style.theme, text("story.others"), style.theme.heading, bold=True)
        self._parts.append(more)
        for place, part in enumerate(self._parts, 1):
            self._sheet.column.insertWidget(place, part)

    def _comparison(self, style: Style) -> list[QWidget]:
        if self._board is None:
            return []
        theme, text = style.theme, style.words.text
        remember = written(theme, self._board.say, bold=True)
        return [
            TitledPanel(style, text("story.remember"), [remember], bar=theme.palette.danger.accent),
            StoryTable(self._board.lines, style),
        ]

    def _helper(self, style: Style) -> list[QWidget]:
        guide, text = self._guide, style.words.text
        parts: tuple[tuple[str, Sequence[LocalizedText]], ...] = (
            ("say", guide.say),
            ("avoid", guide.avoid),
            ("prove", guide.prove),
        )
        return [
            TitledPanel(style, text(f"story.{name}"), _lines(lines, style)) for name, lines in parts
        ]


def _lines(lines: Sequence[LocalizedText], style: Style) -> list[QWidget]:
    return [written(style.theme, f"· {each.into(style.words.language)}") for each in lines]
