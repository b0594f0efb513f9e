"""A button that is easy to see, to hit and to reach by keyboard."""

from enum import Enum, auto
from math import ceil

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..qt_figures import STRONG_FOCUS, WRAPPED_TEXT
from ..theme import LIGHT, Theme
from .enter_button import EnterButton
from .glyphs import Glyph, draw_glyph
from .ink import brush, pen

_ENDLESS = 4000  # pixels; no button is that large


class Weight(Enum):
    """How much a button asks to be pressed; a screen has at most one STRONG one."""

    STRONG = auto()
    PLAIN = auto()


class BigButton(EnterButton):
    """Sign and word on a target of at least 64 pixels; a chosen toggle gets a tick as well."""

    def __init__(self, glyph: Glyph, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self._weight = Weight.PLAIN
        self._theme = Theme(LIGHT)  # until it is dressed
        self._measured: dict[int, QRectF] = {}
        self.setFont(self._theme.font(self._theme.label))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("focusPolicy", STRONG_FOCUS)
        self.setAutoDefault(False)

    def dress(self, theme: Theme, weight: Weight = Weight.PLAIN) -> None:
        self._theme = theme
        self._weight = weight
        self.setFont(theme.font(theme.label, bold=weight is Weight.STRONG))
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.ButtonText, QColor(self._ink(theme)))
        self.setPalette(colours)  # a painter starts with this colour as its pen
        self._measured.clear()
        self.updateGeometry()
        self.update()

    def name(self, text: str, *, short: str = "", hint: str = "") -> None:
        """Take the words: `short` is painted where letters are very large, `hint` tells more."""
        self.setText(short if short and self._theme.compact else text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(hint)
        self.setToolTip(hint or (text if self.text() != text else ""))
        self._measured.clear()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        theme = self._theme
        words = self._words_rect(width)
        return max(theme.target + 2 * theme.ring, ceil(words.height()) + 2 * (theme.ring + 10))

    def sizeHint(self) -> QSize:
        theme = self._theme
        words = self._words_rect(_ENDLESS).width()
        width = max(theme.target + 2 * theme.ring, ceil(words) + 2 + self._beside())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        theme = self._theme
        letters = 3 * self.font().pixelSize()
        width = min(self.sizeHint().width(), self._beside() + letters)
        return QSize(width, theme.target + 2 * theme.ring)

    def needed_height(self, width: int) -> int:
        """Return the height at which nothing is cut off."""
        return ceil(self._words_rect(width).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, theme)
        words = self._words_rect(self.width())
        across = theme.icon + (self._between() + words.width() if self.text() else 0)
        left = (self.width() - across) / 2
        icon = QRectF(left, (self.height() - theme.icon) / 2, theme.icon, theme.icon)
        glyph = Glyph.TICK if self.isChecked() else self._glyph
        draw_glyph(painter, glyph, icon, self._glyph_ink(theme))
        painter.setFont(self.font())
        box = QRectF(icon.right() + self._between(), 0, words.width() + 1, self.height())
        painter.drawText(box, WRAPPED_TEXT, self.text())

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        palette = theme.palette
        box = QRectF(self.rect()).adjusted(theme.ring, theme.ring, -theme.ring, -theme.ring)
        if self._weight is Weight.STRONG:
            ground, border = palette.strong, palette.strong
        else:
            ground, border = palette.surface, self._border_of(theme)
            if self.isChecked():
                ground, border = palette.soft, palette.strong
        if self.isDown() or self.underMouse():
            border = palette.focus
        line = theme.line + (1 if self.isChecked() else 0)
        half = line / 2
        face = QPainterPath()
        face.addRoundedRect(box.adjusted(half, half, -half, -half), theme.radius, theme.radius)
        painter.fillPath(face, brush(ground))
        painter.strokePath(face, pen(border, line))
        if self.hasFocus():
            self._paint_ring(painter, theme)

    def _paint_ring(self, painter: QPainter, theme: Theme) -> None:
        half = theme.ring / 2
        ring = QPainterPath()
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        ring.addRoundedRect(box, theme.radius + half, theme.radius + half)
        painter.strokePath(ring, pen(theme.palette.focus, theme.ring))

    def _glyph_ink(self, theme: Theme) -> str:
        return self._ink(theme)

    def _border_of(self, theme: Theme) -> str:
        return theme.palette.border

    def _ink(self, theme: Theme) -> str:
        strong = self._weight is Weight.STRONG
        return theme.palette.strong_text if strong else theme.palette.text

    def _between(self) -> int:
        return 12

    def _beside(self) -> int:
        theme = self._theme
        return theme.icon + self._between() + 2 * (theme.ring + 18)

    def _words_rect(self, width: int) -> QRectF:
        """Return where the words stand; layouts ask for the same few widths again and again."""
        found = self._measured.get(width)
        if found is None:
            room = QRectF(0, 0, max(1, width - self._beside() + 1), _ENDLESS)
            metrics = QFontMetricsF(self.font())
            found = metrics.boundingRect(room, WRAPPED_TEXT, self.text())
            self._measured[width] = found
        return found
