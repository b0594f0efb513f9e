"""A button with its sign above its word, for the bar at the window's side."""

from math import ceil

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..theme import Theme
from .big_button import BigButton, Weight
from .glyphs import Glyph, draw_glyph

_SIGN = 28  # pixels; the word below grows with the scale, the sign need not
_SMALL_SIGN = 22  # over two lines, which would else touch the edge
_LETTERS = (24, 36)  # pixels: the least, and what a target of at most 96 has room for
_LINE = 1.25  # of a letter: a word's line
_CLOSE = 1.15  # of a letter: a line where there are two
_INSIDE = 12  # pixels above and below the sign and the word together
_BESIDE = 10  # pixels at either side of the word


class RailButton(BigButton):
    """As high as the bar lets it be, 64 to 96 pixels; its words fill what is left of that.

    A second line of words is painted where there is room for it.
    """

    def __init__(self, glyph: Glyph, *, urgent: bool, parent: QWidget | None = None) -> None:
        super().__init__(glyph, parent)
        self._urgent = urgent
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setVerticalStretch(1)
        self.setSizePolicy(policy)

    def dress(self, theme: Theme, weight: Weight = Weight.PLAIN) -> None:
        super().dress(theme, weight)
        self.setMaximumHeight(96 + 2 * theme.ring)
        self._fit_letters()

    def name(self, text: str, *, short: str = "", hint: str = "") -> None:
        super().name(text, short=short, hint=hint)
        self.setAccessibleName(" ".join(text.split()))

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        theme = self._theme
        metrics = QFontMetricsF(self._font_of(self._largest()))
        widest = max(metrics.horizontalAdvance(line) for line in self.text().split("\n"))
        width = max(theme.target, ceil(widest) + 2 * _BESIDE) + 2 * theme.ring
        return QSize(width, 96 + 2 * theme.ring)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 64 + 2 * self._theme.ring)

    def needed_height(self, width: int) -> int:
        del width  # at least one line, whatever the width
        return ceil(_SIGN + self.font().pixelSize() * _LINE) + 2 * self._theme.ring

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_letters()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, theme)
        metrics = QFontMetricsF(self.font())
        lines = self._lines()
        line = self.font().pixelSize() * (_LINE if len(lines) == 1 else _CLOSE)
        side = _SIGN if len(lines) == 1 else _SMALL_SIGN
        top = (self.height() - side - line * len(lines)) / 2
        sign = QRectF((self.width() - side) / 2, top, side, side)
        draw_glyph(painter, self._glyph, sign, self._glyph_ink(theme))
        painter.setFont(self.font())
        for place, words in enumerate(lines):
            left = (self.width() - metrics.horizontalAdvance(words)) / 2
            # By the letters' middle: fonts leave more room above them than below.
            middle = sign.bottom() + line * (place + 0.5)
            painter.drawText(round(left), round(middle + 0.38 * self.font().pixelSize()), words)

    def _lines(self) -> list[str]:
        """Return the words a line each; the first alone where there is no room for more."""
        lines = self.text().split("\n")
        room = self.height() - 2 * self._theme.ring - _SMALL_SIGN - _INSIDE
        fits = room >= len(lines) * self.font().pixelSize() * _CLOSE
        return lines if fits else lines[:1]

    def _glyph_ink(self, theme: Theme) -> str:
        return theme.palette.danger.accent if self._urgent else super()._glyph_ink(theme)

    def _border_of(self, theme: Theme) -> str:
        return theme.palette.danger.outline if self._urgent else super()._border_of(theme)

    def _largest(self) -> int:
        return max(_LETTERS[0], min(_LETTERS[1], self._theme.body))

    def _font_of(self, size: int) -> QFont:
        return self._theme.font(size, bold=self._urgent)

    def _fit_letters(self) -> None:
        room = self.height() - 2 * self._theme.ring - _INSIDE - _SIGN
        size = max(_LETTERS[0], min(self._largest(), int(room / _LINE)))
        self.setFont(self._font_of(size))
