"""The second window, turned to the visitor: the verdict alone, very large."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...presentation.verdict_card import VerdictCard
from ..style import Style
from ..theme import Palette, Theme
from ..widgets.panel import Panel
from ..widgets.shapes import VerdictShape
from ..widgets.text_block import written

_SCALES = (3.0, 2.5, 2.0, 1.75, 1.5, 1.25, 1.0)


class VisitorWindow(QWidget):
    """Shows nothing of what was brought: no quotation, no reason, no list of steps."""

    def __init__(self) -> None:
        super().__init__()
        self._style: Style | None = None
        self._card: VerdictCard | None = None
        self._code = ""
        self._sheet: QWidget | None = None
        self._column = QVBoxLayout(self)
        self.setAutoFillBackground(True)
        self.setObjectName("visitor")

    def open_up(self) -> None:
        """Fill the second screen if there is one; else be a window to move there."""
        others = [each for each in QGuiApplication.screens() if each is not self.screen()]
        if others:
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            self.resize(1024, 700)
            self.show()

    def dress(self, style: Style) -> None:
        self._style = style
        self._build()

    def show_card(self, card: VerdictCard, code: str) -> None:
        """Show an answer."""
        self._card, self._code = card, code
        self._build()

    def forget(self) -> None:
        """Go back to the waiting page."""
        self._card, self._code = None, ""
        self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._build()

    def _build(self) -> None:
        if self._style is None:
            return
        if self._sheet is not None:
            self._column.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
        palette = self._style.theme.palette
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Window, QColor(palette.page))
        self.setPalette(colours)
        self.setWindowTitle(self._style.words.text("desk.visitor_title"))
        self._sheet = self._largest(palette)
        self._column.addWidget(self._sheet)

    def _largest(self, palette: Palette) -> QWidget:
        """Return the page in the largest letters at which all of it is in view."""
        margins = self._column.contentsMargins()
        across = self.width() - margins.left() - margins.right()
        down = self.height() - margins.top() - margins.bottom()
        for scale in _SCALES:
            theme = Theme(palette, scale)
            sheet = self._answer(theme) if self._card else self._waiting(theme)
            layout = sheet.layout()
            if layout is None or layout.totalHeightForWidth(across) <= down:
                return sheet
            if scale != _SCALES[-1]:
                sheet.deleteLater()
        return sheet

    def _waiting(self, theme: Theme) -> QWidget:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.addStretch(1)
        if self._style is not None:
            text = self._style.words.text
            column.addWidget(written(theme, text("desk.waiting"), theme.headline, bold=True))
            column.addWidget(written(theme, text("desk.waiting_note"), theme.lead))
        column.addStretch(1)
        return sheet

    def _answer(self, theme: Theme) -> QWidget:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        card, style = self._card, self._style
        if card is None or style is None:
            return sheet
        column.addWidget(_banner(card, theme))
        accent = theme.palette.level(card.level).accent
        column.addWidget(
            written(theme, card.instruction, theme.instruction, colour=accent, bold=True)
        )
        if card.dial:
            column.addWidget(written(theme, card.dial, theme.digits, bold=True, spacing=1.2))
        column.addStretch(1)
        code = style.words.text("desk.code", code=self._code)
        column.addWidget(written(theme, code, colour=theme.palette.muted))
        return sheet


def _banner(card: VerdictCard, theme: Theme) -> QWidget:
    """Return shape, colour and words of the verdict, as the window itself has them, but larger."""
    colours = theme.palette.level(card.level)
    banner = Panel()
    banner.dress_ground(theme, ground=colours.fill, border=colours.outline)
    beside = QHBoxLayout(banner)
    beside.setContentsMargins(32, 20, 32, 20)
    beside.setSpacing(32)
    shape = VerdictShape(card.level, theme.headline * 2, colours.text, colours.fill)
    beside.addWidget(shape, 0, Qt.AlignmentFlag.AlignVCenter)
    inside = QVBoxLayout()
    beside.addLayout(inside, 1)
    for line, size, bold in (
        (card.headline, theme.headline, True),
        (card.second_line, theme.lead, False),
    ):
        if line:
            block = written(theme, line, size, colour=colours.text, bold=bold, spacing=1.3)
            block.break_by_clause()
            inside.addWidget(block)
    return banner
