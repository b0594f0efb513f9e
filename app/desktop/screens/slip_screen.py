"""The slip before it is printed: what will stand on the page, and where it is to go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...presentation.paper import Paper, PaperWeight
from ..style import Style
from ..theme import Theme
from ..widgets.announcement import announce
from ..widgets.big_button import BigButton, Weight
from ..widgets.flow_row import FlowRow
from ..widgets.glyphs import Glyph
from ..widgets.named_button import name_button
from ..widgets.scroll_sheet import ScrollSheet
from ..widgets.tab_chain import chain
from ..widgets.text_block import TextBlock, written
from ..widgets.titled_panel import TitledPanel
from .screen import Screen


class SlipScreen(Screen):
    """Shows the paper's lines in order; printing itself belongs to whoever listens."""

    print_asked = Signal(object)  # Paper
    save_asked = Signal(object, str)  # Paper, "pdf"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self._paper: Paper | None = None
        self._page: TitledPanel | None = None
        self.note = TextBlock()
        self.note.hide()
        self.print_slip = BigButton(Glyph.PRINT)
        self.save_pdf = BigButton(Glyph.PAPER)
        self._sheet = ScrollSheet()
        self._sheet.take_wide_bar()
        self._sheet.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet, 1)
        whole.addWidget(self.note)
        whole.addWidget(FlowRow(8, self.print_slip, self.save_pdf))
        chain((self._sheet, self.print_slip, self.save_pdf))
        self.print_slip.clicked.connect(self._print)
        self.save_pdf.clicked.connect(self._save)

    def dress(self, style: Style) -> None:
        self._style = style
        self._sheet.dress(style.theme)
        self._sheet.setAccessibleName(style.words.text("slip.title"))
        self.note.dress(style.theme, style.theme.body, bold=True)
        self.note.hide()
        name_button(self.print_slip, "print", style, Weight.STRONG)
        name_button(self.save_pdf, "save_pdf", style)
        self._build()

    def show_paper(self, paper: Paper) -> None:
        """Show what will be printed."""
        self._paper = paper
        self.note.hide()
        self._build()

    def show_note(self, key: str) -> None:
        """Say `crisis.happened.<key>` above the buttons."""
        if self._style is not None:
            self.note.show_text(self._style.words.text(f"crisis.happened.{key}"))
            self.note.show()
            announce(self.note, self.note.text())

    def take_keyboard(self) -> None:
        self.print_slip.setFocus()

    def spoken(self) -> tuple[str, ...]:
        return tuple(each.text for each in self._paper.lines) if self._paper is not None else ()

    def _build(self) -> None:
        style, paper = self._style, self._paper
        if self._page is not None:
            self._sheet.column.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
            self._page = None
        if style is None or paper is None:
            return
        lines = [
            written(
                style.theme,
                each.text,
                _size(style.theme, each.weight),
                bold=each.weight is not PaperWeight.BODY,
            )
            for each in paper.lines
        ]
        self._page = TitledPanel(style, style.words.text("slip.title"), lines)
        self._sheet.column.insertWidget(0, self._page)

    def _print(self) -> None:
        if self._paper is not None:
            self.print_asked.emit(self._paper)

    def _save(self) -> None:
        if self._paper is not None:
            self.save_asked.emit(self._paper, "pdf")


def _size(theme: Theme, weight: PaperWeight) -> int:
    match weight:
        case PaperWeight.TITLE | PaperWeight.NUMBER:
            return max(theme.title, theme.body)
        case PaperWeight.HEAD:
            return theme.heading
        case PaperWeight.BODY:
            return theme.body
