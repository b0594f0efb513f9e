"""Draws a shift's figures: on the screen, on paper and as a picture alike."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ...model.verdict import VerdictLevel
from ...services.shift_log import HourCount, ShiftSummary
from ..style import Style
from ..theme import LIGHT, Palette, Theme
from ..widgets.shapes import draw_shape

_ORDER = tuple(VerdictLevel)
_CLOCK = 3.2  # letters that "08:00" needs with its distance


def draw_summary(painter: QPainter, box: QRectF, summary: ShiftSummary, style: Style) -> None:
    """Draw title, sums and bars into a box, in the colours for paper."""
    size = max(1, round(box.width() / 42))
    text, palette = style.words.text, LIGHT
    painter.fillRect(box, QColor(palette.surface))
    painter.setPen(QColor(palette.text))
    lines = (
        (text("shift.title"), size * 1.5),
        (text("shift.desk_line", desk=summary.desk), size),
        (_span(summary), size),
        (
            text("shift.sums", visitors=str(summary.visitors), checks=str(summary.checks)),
            size,
        ),
    )
    top = box.top() + size
    for line, letters in lines:
        painter.setFont(Theme(palette).font(round(letters), bold=letters > size))
        room = QRectF(box.left() + size, top, box.width() - 2 * size, letters * 1.6)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
        top += letters * 1.6
    rest = QRectF(
        box.left() + size, top + size, box.width() - 2 * size, box.bottom() - top - 2 * size
    )
    draw_bars(painter, rest, summary, style, palette)


def draw_bars(
    painter: QPainter, box: QRectF, summary: ShiftSummary, style: Style, palette: Palette
) -> None:
    """Draw one bar an hour, its parts by verdict, with a legend that has shapes and figures."""
    size = max(12, min(style.theme.label, round(box.width() / 26)))
    painter.setFont(Theme(palette).font(size))
    legend = _draw_legend(painter, box, summary, style, palette)
    ground = QRectF(box.left(), legend + size, box.width(), box.bottom() - legend - 3 * size)
    painter.setPen(QPen(QColor(palette.border), 2))
    painter.drawLine(ground.bottomLeft(), ground.bottomRight())
    if not summary.hours or ground.height() <= 0:
        return
    most = max(_total(each) for each in summary.hours)
    across = ground.width() / max(4, len(summary.hours))
    for place, each in enumerate(summary.hours):
        left = ground.left() + place * across
        bar = QRectF(left + across * 0.2, ground.top(), across * 0.6, ground.height())
        _draw_bar(painter, bar, each, most, palette)
        painter.setPen(QColor(palette.text))
        label = QRectF(left, ground.bottom() + 4, across, size * 1.6)
        words = f"{each.hour:02}:00" if across > size * _CLOCK else str(each.hour)
        painter.drawText(label, Qt.AlignmentFlag.AlignHCenter, words)


def _draw_bar(painter: QPainter, bar: QRectF, hour: HourCount, most: int, palette: Palette) -> None:
    size = painter.font().pixelSize()
    unit = (bar.height() - size * 1.5) / most
    foot = bar.bottom()
    for level, count in hour.levels:
        height = count * unit
        part = QRectF(bar.left(), foot - height, bar.width(), height)
        painter.setPen(QPen(QColor(palette.surface), 2))
        painter.setBrush(QColor(palette.level(level).fill))
        if count:
            painter.drawRect(part)
        foot -= height
    painter.setPen(QColor(palette.text))
    head = QRectF(bar.left() - bar.width(), foot - size * 1.4, bar.width() * 3, size * 1.4)
    painter.drawText(head, Qt.AlignmentFlag.AlignHCenter, str(_total(hour)))


def _draw_legend(
    painter: QPainter, box: QRectF, summary: ShiftSummary, style: Style, palette: Palette
) -> float:
    """Draw shape, name and sum of each verdict; return where the legend ends."""
    size = painter.font().pixelSize()
    counts = dict(summary.levels)
    pen = QPointF(box.left(), box.top())
    for level in _ORDER:
        words = f"{style.words.text(f'level.{level.value}')} {counts[level]}"
        across = size * 2.2 + painter.fontMetrics().horizontalAdvance(words)
        if pen.x() > box.left() and pen.x() + across > box.right():
            pen = QPointF(box.left(), pen.y() + size * 1.8)
        shape = QRectF(pen.x(), pen.y() + size * 0.2, size * 1.1, size * 1.1)
        colours = palette.level(level)
        draw_shape(painter, level, shape, QColor(colours.accent), QColor(palette.surface))
        painter.setPen(QColor(palette.text))
        room = QRectF(pen.x() + size * 1.4, pen.y(), across, size * 1.6)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        pen.setX(pen.x() + across + size * 0.4)
    return pen.y() + size * 1.6


def _total(hour: HourCount) -> int:
    return sum(count for _, count in hour.levels)


def _span(summary: ShiftSummary) -> str:
    return f"{summary.began:%Y-%m-%d %H:%M} – {summary.until:%H:%M}"


class ShiftPlot(QWidget):
    """The bars on the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self._summary: ShiftSummary | None = None

    def dress(self, style: Style) -> None:
        self._style = style
        self.setMinimumHeight(style.theme.label * 12)
        self.update()

    def show_summary(self, summary: ShiftSummary, words: str) -> None:
        """Take the figures, and the sentence that says them to a screen reader."""
        self._summary = summary
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._style is not None and self._summary is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect())
            palette = self._style.theme.palette
            draw_bars(painter, box, self._summary, self._style, palette)
