"""One calm page for a mistake of ours, with a report to copy."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..style import Style
from ..widgets.announcement import announce, as_sentences
from ..widgets.big_button import BigButton, Weight
from ..widgets.flow_row import FlowRow
from ..widgets.framed import Framed
from ..widgets.glyphs import Glyph
from ..widgets.paste_box import PasteBox
from ..widgets.scroll_sheet import ScrollSheet
from ..widgets.text_block import TextBlock
from .screen import Screen


class CrashScreen(Screen):
    """The report holds versions and places in our code, and nothing of what was pasted."""

    go_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self._title = TextBlock()
        self._next_step = TextBlock()
        self._report_name = TextBlock()
        self.report = PasteBox()
        self.report.setReadOnly(True)
        self._framed = Framed(self.report)
        self._report_name.setBuddy(self.report)
        self._go_on = BigButton(Glyph.BACK)
        self._copy = BigButton(Glyph.COPY)
        self._go_on.clicked.connect(self.go_on)
        self._copy.clicked.connect(self._copy_report)
        self._sheet = ScrollSheet()
        self._sheet.take_wide_bar()
        for part in (
            self._title,
            self._next_step,
            FlowRow(8, self._go_on, self._copy),
            self._report_name,
            self._framed,
        ):
            self._sheet.column.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet)

    def dress(self, style: Style) -> None:
        self._style = style
        theme, say = style.theme, style.say
        self._sheet.dress(theme)
        self._title.dress(theme, theme.title, bold=True, spacing=1.3)
        self._next_step.dress(theme, theme.body)
        self._report_name.dress(theme, theme.body, colour=theme.palette.muted)
        self._title.show_text(say("trouble.title"))
        self._next_step.show_text(say("trouble.next_step"))
        self._report_name.show_text(say("trouble.report_name"))
        self.report.dress(theme)
        self.report.take_wide_bar(theme)
        self.report.setAccessibleName(say("trouble.report_name"))
        self._framed.dress(theme)
        self._framed.setMinimumHeight(round(theme.body * 1.5 * 4))
        for name, button, weight in (
            ("go_on", self._go_on, Weight.STRONG),
            ("copy_report", self._copy, Weight.PLAIN),
        ):
            button.dress(theme, weight)
            button.name(
                say(f"button.{name}"),
                short=say(f"button_short.{name}"),
                hint=say(f"button_hint.{name}"),
            )

    def show_report(self, report: str) -> None:
        self.report.setPlainText(report)

    def heard(self) -> str:
        return as_sentences((self._title.text(), self._next_step.text()))

    def take_keyboard(self) -> None:
        self._go_on.setFocus()

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        if self._style is not None:
            self._report_name.show_text(self._style.say("trouble.copied"))
            announce(self._report_name, self._report_name.text())
