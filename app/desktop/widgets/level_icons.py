"""The five shapes as small pictures, for tables."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from ...model.verdict import VerdictLevel
from ..theme import Theme
from .shapes import draw_shape


def level_icons(theme: Theme) -> Mapping[VerdictLevel, QIcon]:
    """Return a picture for each verdict; on a chosen row it takes the row's own ink."""
    side = theme.label
    return {level: _icon(level, side, theme) for level in VerdictLevel}


def _icon(level: VerdictLevel, side: int, theme: Theme) -> QIcon:
    palette = theme.palette
    icon = QIcon()
    for mode, ink, ground in (
        (QIcon.Mode.Normal, palette.level(level).accent, palette.surface),
        (QIcon.Mode.Selected, palette.strong_text, palette.strong),
    ):
        picture = QPixmap(QSize(side, side))
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        box = QRectF(1, 1, side - 2, side - 2)
        draw_shape(painter, level, box, QColor(ink), QColor(ground))
        painter.end()
        icon.addPixmap(picture, mode)
    return icon
