"""Plain text in our line spacing, with some of it marked."""

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ..qt_figures import PLAIN_TEXT
from ..theme import LIGHT, LINE_SPACING, Theme

if TYPE_CHECKING:
    from ...model.text_span import Span

_REMEMBERED_WIDTHS = 8
_LEAST_LETTERS = 5  # a line with fewer is no longer read as one
_LONGEST_LINE = 44  # letters; what is longer than this tires the eye
_MIDDLE = 0.38  # of a letter: how far a hanzi's or a capital's middle is above the baseline
_LAST_NARROW = 0x2E7F  # what follows is Chinese, and as wide as high
_LATIN_EMS = 0.7  # of a hanzi for each letter; more, and there is Chinese in it
_WIDOW = 2  # characters of a last line that look lost there
_COMPANY = (2, 4)  # letters by which the lines before may be shorter for its sake
_LaidOut = tuple[QTextLayout, float]  # the lines, and their height


class TextBlock(QLabel):
    """A label that wraps anywhere, keeps our line spacing and never reads its text as HTML.

    It stays a QLabel for the sake of screen readers and buddies.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", PLAIN_TEXT)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        undressed = Theme(LIGHT)
        self._font = undressed.font(undressed.body)
        self._spacing = LINE_SPACING
        self._centred = self._by_clause = False
        self._marks: tuple[QTextLayout.FormatRange, ...] = ()
        self._marked = ("#ffffff", "#000000")
        self._spans: tuple[Span, ...] = ()
        self._laid_out: dict[int, _LaidOut] = {}

    def dress(
        self,
        theme: Theme,
        size: int,
        *,
        colour: str = "",
        bold: bool = False,
        spacing: float = LINE_SPACING,
    ) -> None:
        """Take size in pixels, colour (the palette's text if none is given) and weight."""
        self._font = theme.font(size, bold=bold)
        self._spacing = spacing
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.WindowText, QColor(colour or theme.palette.text))
        self.setPalette(colours)  # a painter starts with this colour as its pen
        self._marked = (theme.palette.marked, theme.palette.marked_text)
        self._remark()

    def centre(self) -> None:
        """Stand in the middle of the height, beside something higher."""
        self._centred = True

    def break_by_clause(self) -> None:
        """Begin a new line after a comma or stop, where that takes no more lines; no marks then."""
        self._by_clause = True
        self._laid_out.clear()

    def show_text(self, text: str, spans: "Sequence[Span]" = ()) -> None:
        """Show `text` with `spans` of it marked. Lone surrogates must have been made visible."""
        self._spans = tuple(spans)
        self.setText(text)
        self._remark()

    def needed_height(self, width: int) -> int:
        """Return the height at which nothing is cut off."""
        return ceil(self._layout_for(width)[1])

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.needed_height(width)

    def sizeHint(self) -> QSize:
        longest = _LONGEST_LINE * self._font.pixelSize()
        natural = self._layout_for(longest)[0].maximumWidth() if self.text() else 0.0
        width = min(longest, ceil(natural) + 1)
        return QSize(width, self.needed_height(width))

    def minimumSizeHint(self) -> QSize:
        width = min(self.sizeHint().width(), _LEAST_LETTERS * self._font.pixelSize())
        return QSize(width, ceil(self._line_height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        layout, height = self._layout_for(self.width())
        top = 0.0
        if self._centred:
            top = max(0.0, (self.height() - height) / 2)
        painter = QPainter(self)
        layout.draw(painter, QPointF(0, top))

    def _remark(self) -> None:
        text = self.text()
        self._marks = tuple(_format_range(text, span, *self._marked) for span in self._spans)
        self._laid_out.clear()
        self.updateGeometry()
        self.update()

    def _font_for(self, text: str) -> QFont:
        if not _has_latin_quotes(text):
            return self._font
        font = QFont(self._font)
        font.setFeature(QFont.Tag("pwid"), 1)
        return font

    def _line_height(self) -> float:
        return self._font.pixelSize() * self._spacing

    def _layout_for(self, width: int) -> _LaidOut:
        """Return the text set in lines; layouts ask for the same few widths again and again."""
        found = self._laid_out.get(width)
        if found is None:
            if len(self._laid_out) >= _REMEMBERED_WIDTHS:
                self._laid_out.clear()
            found = self._laid_out[width] = self._lay_out(width)
        return found

    def _lay_out(self, width: int) -> _LaidOut:
        plain = self._without_widow(self._lay_out_lines(self.text(), width), width)
        if not self._by_clause or plain[0].lineCount() == 1:
            return plain
        from .clauses import in_clauses  # noqa: PLC0415 -- not for the first picture

        measure = QFontMetricsF(self._font_for(self.text())).horizontalAdvance
        lines = in_clauses(self.text(), width, measure)
        if not lines or len(lines) > plain[0].lineCount():
            return plain
        return self._lay_out_lines("\n".join(lines), width)

    def _without_widow(self, plain: _LaidOut, width: int) -> _LaidOut:
        """Give a last line of a letter or two some company, where that takes no more lines."""
        count = plain[0].lineCount()
        if count == 1 or plain[0].lineAt(count - 1).textLength() > _WIDOW:
            return plain
        for letters in _COMPANY:
            narrower = self._lay_out_lines(
                self.text(), max(1, width - letters * self._font.pixelSize())
            )
            last = narrower[0].lineAt(count - 1)
            if narrower[0].lineCount() == count and last.textLength() > _WIDOW:
                return narrower
        return plain

    def _lay_out_lines(self, text: str, width: int) -> _LaidOut:
        layout = QTextLayout(text.replace("\n", "\u2028"), self._font_for(self.text()))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(list(self._marks))
        spacing = self._line_height()
        middle = _MIDDLE * self._font.pixelSize()
        top = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            # Centred by what is seen of the letters: fonts leave more room above than below.
            line.setPosition(QPointF(0, top + spacing / 2 + middle - line.ascent()))
            top += spacing
        layout.endLayout()
        return layout, top


def _format_range(text: str, span: "Span", ground: str, colour: str) -> QTextLayout.FormatRange:
    """Qt counts UTF-16 units, Python counts characters."""
    mark = QTextLayout.FormatRange()
    mark.start = utf16_length(text[: span.start])
    mark.length = utf16_length(text[span.start : span.end])
    mark.format.setBackground(QColor(ground))
    mark.format.setForeground(QColor(colour))
    return mark


def _has_latin_quotes(text: str) -> bool:
    """Chinese fonts set curly quotes as wide as a hanzi, which tears an English sentence apart."""
    if "“" not in text and "’" not in text:
        return False
    return ems(text) < _LATIN_EMS * len(text)


def ems(text: str) -> float:
    """Return about how wide `text` is, in hanzi."""
    return sum(1.0 if ord(each) > _LAST_NARROW else 0.5 for each in text)


def capital(text: str) -> str:
    """Return `text` with a capital at its beginning, for names that stand alone."""
    return text[:1].upper() + text[1:]


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units `text` takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def written(
    theme: Theme,
    text: str,
    size: int = 0,
    *,
    colour: str = "",
    bold: bool = False,
    spacing: float = LINE_SPACING,
) -> TextBlock:
    """Return a dressed text; `size` in pixels, the body's if none is given."""
    block = TextBlock()
    block.dress(theme, size or theme.body, colour=colour, bold=bold, spacing=spacing)
    block.show_text(text)
    return block
