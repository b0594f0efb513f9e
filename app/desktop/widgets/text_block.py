"""Plain text in our line spacing, with some of it marked."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ...model.text_span import Span
from ..theme import LIGHT, LINE_SPACING, Theme

_LONGEST_LINE = 44  # letters; what is longer than this tires the eye


class TextBlock(QLabel):
    """A label that wraps anywhere, keeps our line spacing and never reads its text as HTML.

    It stays a QLabel for the sake of screen readers and buddies.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        undressed = Theme(LIGHT)
        self._font = undressed.font(undressed.body)
        self._spacing = LINE_SPACING
        self._colour = "#000000"
        self._marks: tuple[QTextLayout.FormatRange, ...] = ()
        self._marked = ("#ffffff", "#000000")
        self._spans: tuple[Span, ...] = ()
        self._laid_out: tuple[int, QTextLayout, float] | None = None

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
        self._colour = colour or theme.palette.text
        self._marked = (theme.palette.marked, theme.palette.marked_text)
        self._remark()

    def show_text(self, text: str, spans: Sequence[Span] = ()) -> None:
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
        width = min(self.sizeHint().width(), 6 * self._font.pixelSize())
        return QSize(width, ceil(self._line_height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        layout, height = self._layout_for(self.width())
        top = 0.0
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top = max(0.0, (self.height() - height) / 2)
        painter = QPainter(self)
        painter.setPen(QColor(self._colour))
        layout.draw(painter, QPointF(0, top))

    def _remark(self) -> None:
        text = self.text()
        self._marks = tuple(_format_range(text, span, *self._marked) for span in self._spans)
        self._laid_out = None
        self.updateGeometry()
        self.update()

    def _line_height(self) -> float:
        return self._font.pixelSize() * self._spacing

    def _layout_for(self, width: int) -> tuple[QTextLayout, float]:
        if self._laid_out is not None and self._laid_out[0] == width:
            return self._laid_out[1], self._laid_out[2]
        layout, height = self._lay_out(width)
        self._laid_out = (width, layout, height)
        return layout, height

    def _lay_out(self, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self._font)
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(list(self._marks))
        spacing = self._line_height()
        # A fallback font may be taller than ours; its line is centred in the same spacing.
        spacing = max(spacing, QFontMetricsF(self._font).ascent())
        top = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top + (spacing - line.height()) / 2))
            top += spacing
        layout.endLayout()
        return layout, top


def _format_range(text: str, span: Span, ground: str, colour: str) -> QTextLayout.FormatRange:
    """Qt counts UTF-16 units, Python counts characters."""
    mark = QTextLayout.FormatRange()
    mark.start = utf16_length(text[: span.start])
    mark.length = utf16_length(text[span.start : span.end])
    mark.format.setBackground(QColor(ground))
    mark.format.setForeground(QColor(colour))
    return mark


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
