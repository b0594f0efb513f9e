"""Whom to call, and what to write to a relative."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...model.crisis import CrisisStep
from ...presentation.dialled_digits import dialled
from ...presentation.verdict_card import VerdictCard
from ..style import Style
from ..widgets.big_button import BigButton
from ..widgets.flow_row import FlowRow
from ..widgets.glyphs import Glyph
from ..widgets.named_button import name_button
from ..widgets.scroll_sheet import ScrollSheet
from ..widgets.step_list import LargeNumber
from ..widgets.tab_chain import chain
from ..widgets.text_block import TextBlock, written
from ..widgets.titled_panel import TitledPanel
from .screen import Screen

_MOST_FAMILY = 3


class HelpScreen(Screen):
    """Public numbers first, then the family's. Nothing is sent: the words can be copied."""

    returns_here = True
    helper_asked = Signal()  # the page for whoever helps
    family_asked = Signal()  # where the family's numbers are written

    def __init__(self, helpers: Sequence[CrisisStep], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._helpers = helpers
        self._family: tuple[str, ...] = ()
        self._card: VerdictCard | None = None
        self._style: Style | None = None
        self._panels: list[TitledPanel] = []
        self._message_title = TextBlock()
        self.message = TextBlock()
        self.note = TextBlock()
        self.copy = BigButton(Glyph.COPY)
        self.helper = BigButton(Glyph.PEOPLE)
        self.write_family = BigButton(Glyph.SETTINGS)
        self._sheet = ScrollSheet()
        self._sheet.take_wide_bar()
        for part in (
            self._message_title,
            self.message,
            FlowRow(8, self.copy, self.helper, self.write_family),
            self.note,
        ):
            self._sheet.column.addWidget(part)
        self._sheet.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet)
        chain((self._sheet, self.copy, self.helper, self.write_family))
        self.write_family.clicked.connect(self.family_asked)
        self.copy.clicked.connect(self._copy)
        self.helper.clicked.connect(self.helper_asked)

    def dress(self, style: Style) -> None:
        self._style = style
        theme = style.theme
        self._sheet.dress(theme)
        self._sheet.setAccessibleName(style.words.text("crisis.help.title"))
        self._message_title.dress(theme, theme.heading, bold=True, spacing=1.3)
        self._message_title.show_text(style.words.text("crisis.help.copy_title"))
        self.message.dress(theme, theme.body)
        self.note.dress(theme, theme.body, bold=True)
        self.note.hide()
        name_button(self.copy, "copy_words", style)
        name_button(self.helper, "helper", style)
        name_button(self.write_family, "write_family", style)
        self._build()

    def know_family(self, numbers: tuple[str, ...]) -> None:
        """Take up to three numbers of the person's family, as the person wrote them."""
        self._family = numbers[:_MOST_FAMILY]
        self._build()

    def speak_of(self, card: VerdictCard | None) -> None:
        """Take the answer that a relative is to hear of, None for none."""
        self._card = card
        self._build()

    def forget(self) -> None:
        self.speak_of(None)

    def take_keyboard(self) -> None:
        self._sheet.setFocus()

    def spoken(self) -> tuple[str, ...]:
        if self._style is None:
            return ()
        language = self._style.words.language
        lines = (f"{each.text.into(language)} {each.number}" for each in self._helpers)
        return (*lines, *self._family)

    def _build(self) -> None:
        style = self._style
        if style is None:
            return
        for old in self._panels:
            self._sheet.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        text = style.words.text
        self._panels = [
            TitledPanel(style, text("crisis.help.title"), self._public(style)),
            TitledPanel(style, text("crisis.help.family"), self._private(style)),
        ]
        for place, panel in enumerate(self._panels):
            self._sheet.column.insertWidget(place, panel)
        self.message.show_text(self._words(style))
        self.write_family.setVisible(not self._family)

    def _public(self, style: Style) -> list[QWidget]:
        theme, language = style.theme, style.words.language
        parts: list[QWidget] = []
        for each in self._helpers:
            owner = each.owner.into(language) if each.owner is not None else ""
            parts.append(LargeNumber(theme, dialled(each.number), owner, theme.digits))
            parts.append(written(theme, each.text.into(language)))
        return parts

    def _private(self, style: Style) -> list[QWidget]:
        theme = style.theme
        if not self._family:
            return [written(theme, style.words.text("crisis.help.no_family"))]
        return [LargeNumber(theme, each, "", theme.digits) for each in self._family]

    def _words(self, style: Style) -> str:
        """Return what to send a relative; nothing in it was pasted."""
        card, text = self._card, style.words.text
        if card is None or not card.level.is_alarm:
            return text("crisis.help.relative_plain")
        return text(
            "crisis.help.relative_alarm",
            headline=card.headline,
            reason=card.second_line,
            instruction=card.instruction,
        )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.message.text())
        if self._style is not None:
            self.note.show_text(self._style.words.text("crisis.help.copied"))
            self.note.show()
