"""Whose software is inside, under which terms, and how to put one's own Qt in its place."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...model.component import Component
from ...services.licence_service import OWN_LICENCE
from ...version import VERSION
from ..qt_figures import STRONG_FOCUS
from ..style import Style
from ..widgets.big_button import BigButton
from ..widgets.focus_ring import FocusRing
from ..widgets.glyphs import Glyph
from ..widgets.panel import Panel
from ..widgets.text_block import TextBlock
from .sheet_screen import SheetScreen

_QT_OF_A_BUNDLE = ("qt_terms", "qt_bundle_1", "qt_bundle_2", "qt_bundle_3", "qt_sources")
_QT_OF_A_CLONE = ("qt_terms", "qt_clone", "qt_sources")


class LicencesScreen(SheetScreen):
    """A button for each component; the arrows scroll the sheet while it has the keyboard.

    `collected` tells that every text came along; `has_inside`, that one more is about what lies
    compiled inside the libraries.
    """

    own_chosen = Signal()
    inside_chosen = Signal()
    chosen = Signal(object)  # Component
    returns_here = True
    forgets = False

    def __init__(
        self,
        components: Sequence[Component],
        *,
        collected: bool,
        has_inside: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._collected = collected
        self.sheet.setProperty("focusPolicy", STRONG_FOCUS)
        self._ring = FocusRing(self.sheet, self)
        self._last: QWidget = self.sheet
        self.own = BigButton(Glyph.BOOK)
        self._own_title, self._own_terms = TextBlock(), TextBlock()
        self._own_panel = _panel(self._own_title, self._own_terms, self.own)
        self._qt_title = TextBlock()
        self._qt_lines = {
            key: TextBlock() for key in (_QT_OF_A_BUNDLE if collected else _QT_OF_A_CLONE)
        }
        self._qt_panel = _panel(self._qt_title, *self._qt_lines.values())
        self._others_title, self._others_note = TextBlock(), TextBlock()
        self.buttons = {each: BigButton(Glyph.PAPER) for each in components}
        self.inside = BigButton(Glyph.PAPER)
        for part in (
            *(self._own_panel, self._qt_panel, self._others_title, self._others_note),
            *(*self.buttons.values(), self.inside),
        ):
            self.column.addWidget(part)
        if not has_inside:
            self.inside.hide()
        self.column.addStretch(1)
        for button in (self.own, *self.buttons.values(), self.inside):
            button.installEventFilter(self)
        self.own.clicked.connect(self.own_chosen)
        self.inside.clicked.connect(self.inside_chosen)
        for component, button in self.buttons.items():
            button.clicked.connect(lambda _=False, chosen=component: self.chosen.emit(chosen))

    def dress(self, style: Style) -> None:
        theme, text = style.theme, style.words.text
        self.dress_sheet(style, text("licences.title"))
        self._ring.dress(theme)
        self.sheet.setAccessibleName(text("licences.title"))
        inset = theme.ring + 4
        self.column.setContentsMargins(inset, inset, inset, inset)
        for panel in (self._own_panel, self._qt_panel):
            panel.dress_ground(theme)
            column = panel.layout()
            if column is not None:
                side = theme.padding
                column.setContentsMargins(side, side - 8, side, side)
                column.setSpacing(10)
        for title in (self._own_title, self._qt_title, self._others_title):
            title.dress(theme, theme.lead, bold=True)
        for line in (self._own_terms, *self._qt_lines.values(), self._others_note):
            line.dress(theme, theme.body)
        self._say_words(style)

    def _say_words(self, style: Style) -> None:
        text = style.words.text
        self._own_title.show_text(text("licences.own", version=VERSION))
        self._own_terms.show_text(text("licences.own_terms", licence=OWN_LICENCE))
        self._qt_title.show_text(text("licences.qt"))
        for key, line in self._qt_lines.items():
            line.show_text(text(f"licences.{key}"))
        self._others_title.show_text(text("licences.others"))
        state = ("bundle" if self._collected else "clone") if self.buttons else "none"
        self._others_note.show_text(text(f"licences.others_{state}"))
        for component, button in self.buttons.items():
            licence = component.licence or text("licences.undeclared")
            button.dress(style.theme)
            button.name(f"{component.name} {component.version} · {licence}")
        for button, key in ((self.own, "own_text"), (self.inside, "inside")):
            button.dress(style.theme)
            button.name(text(f"licences.{key}"))

    def take_keyboard(self) -> None:
        self._last.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The arrows lead from button to button as well, and only the Tab key scrolls by itself.
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, BigButton):
            self._last = watched
            self.sheet.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)


def _panel(*parts: QWidget) -> Panel:
    panel = Panel()
    column = QVBoxLayout(panel)
    for part in parts:
        column.addWidget(part)
    return panel
