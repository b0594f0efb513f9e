"""Signs drawn with strokes, so that they scale with the letters and need no file."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from .round_lines import draw_round_lines


class Glyph(StrEnum):
    """Each value draws the sign on a grid of 24 by 24.

    M x y moves, L x y draws a line, C six numbers a curve, O x y r a circle, Z closes.
    """

    PASTE = "M9 5 L6 5 L6 21 L18 21 L18 5 L15 5 M9 3 L15 3 L15 7 L9 7 Z M9 12 L15 12 M9 16 L13 16"
    CHECK = "O10.5 10.5 6.5 M15.5 15.5 L21 21"
    CLEAR = (
        "M5 7 L19 7 M10 7 L10 4 L14 4 L14 7 M7 7 L8 21 L16 21 L17 7 "
        "M10.5 11 L10.8 17 M13.5 11 L13.2 17"
    )
    UNDO = "M9 5 L4 10 L9 15 M4 10 L14 10 C22 10 22 20 14 20 L11 20"
    BACK = "M11 5 L4 12 L11 19 M4 12 L21 12"
    RETRY = (
        "M19.5 12 C19.5 16.2 16.2 19.5 12 19.5 C7.8 19.5 4.5 16.2 4.5 12 C4.5 7.8 7.8 4.5 12 4.5 "
        "C14.6 4.5 16.8 5.8 18.2 7.8 M18.7 3.5 L18.7 8 L14.2 8"
    )
    AGAIN = "M12 4 L12 20 M4 12 L20 12"
    BIGGER = "M2 20 L8 5 L14 20 M4 15.5 L12 15.5 M19 5 L19 13 M15 9 L23 9"
    LANGUAGE = "O12 12 9 M3 12 L21 12 M12 3 C7 8 7 16 12 21 M12 3 C17 8 17 16 12 21"
    TONE = "O12 12 8.5 M12 3.5 L12 20.5 M12 8 L18.5 8 M12 12 L20 12 M12 16 L18.5 16"
    CALL = (
        "M5 4 L9 4 L11 9 L8.5 11 C9.5 13.5 11 15 13.5 16 L15.5 13.5 L20.5 15.5 L20.5 19.5 "
        "C12 21.5 3 12.5 5 4 Z"
    )
    MESSAGE = "M4 4 L20 4 L20 16 L12 16 L7 20.5 L7 16 L4 16 Z M8 8.5 L16 8.5 M8 12 L13 12"
    LINK = (
        "M10.5 13.5 C9 12 9 10 10.5 8.5 L14 5 C18.5 1.5 23 6 19 10 L16.5 12.5 "
        "M13.5 10.5 C15 12 15 14 13.5 15.5 L10 19 C5.5 22.5 1 18 5 14 L7.5 11.5"
    )
    SOURCE = "O12 12 9 M12 11 L12 16.5 M12 7.2 L12 7.6"
    CALENDAR = "M4 6 L20 6 L20 20 L4 20 Z M4 10.5 L20 10.5 M8 3 L8 7.5 M16 3 L16 7.5"
    COPY = "M8 8 L20 8 L20 21 L8 21 Z M16 8 L16 3 L4 3 L4 16 L8 16"
    TICK = "M5 12.5 L10 17.5 L19.5 6.5"
    ON_CALL = (
        "M4 6 L7.5 6 L9 10.5 L7 12 C8 14.5 9.5 16 12 17 L13.5 15 L18 16.5 L18 20 "
        "C10.5 21.5 2.5 13.5 4 6 Z M13 4 C17 4 20 7 20 11 M13 8 C15 8 16 9 16 11"
    )
    PEOPLE = (
        "O8.5 8 3.2 M2.5 20 C2.5 12 14.5 12 14.5 20 M15 5 C19 5 19 11 15.5 11 M17 14 "
        "C20 14.5 21.5 17 21.5 20"
    )
    SPEAKER = (
        "M4 9 L8 9 L13 4.5 L13 19.5 L8 15 L4 15 Z M16 8.5 C18 10.5 18 13.5 16 15.5 "
        "M18.5 6 C22 9.5 22 14.5 18.5 18"
    )
    MORE = "O5 12 1 O12 12 1 O19 12 1"
    PRINT = "M7 9 L7 3 L17 3 L17 9 M7 17 L4 17 L4 9 L20 9 L20 17 L17 17 M7 14 L17 14 L17 21 L7 21 Z"
    BOOK = (
        "M12 6 C9 4 6 4 3 5 L3 19 C6 18 9 18 12 20 C15 18 18 18 21 19 L21 5 C18 4 15 4 "
        "12 6 Z M12 6 L12 20"
    )
    MONEY = "M3 6 L21 6 L21 18 L3 18 Z O12 12 2.8 M6 9 L6 9.3 M18 15 L18 14.7"
    KEY = "O8 8 4.5 M11.2 11.2 L20 20 M16 16 L19 13 M18.5 18.5 L21 16"
    SCREEN = "M3 4 L21 4 L21 16 L3 16 Z M8 20.5 L16 20.5 M12 16 L12 20.5"
    CARD = (
        "M3 5 L21 5 L21 19 L3 19 Z O8.5 10.5 2 M5.5 16 C5.5 12.5 11.5 12.5 11.5 16 M14 "
        "9.5 L18 9.5 M14 13.5 L18 13.5"
    )
    BOX = "M4.5 4.5 L19.5 4.5 L19.5 19.5 L4.5 19.5 Z"
    RING = "O12 12 8.5"
    HISTORY = "O12 12 9 M12 6.5 L12 12 L16 14.5"
    SETTINGS = "M4 7 L20 7 M4 17 L20 17 O9 7 2.6 O15 17 2.6"
    TABLE = "M3 5 L21 5 L21 20 L3 20 Z M3 10 L21 10 M3 15 L21 15 M9.5 5 L9.5 20"
    FETCH = "M12 3 L12 14 M7 9.5 L12 14.5 L17 9.5 M4 17 L4 20.5 L20 20.5 L20 17"
    PAPER = "M6 3 L14.5 3 L19 7.5 L19 21 L6 21 Z M9.5 11 L15.5 11 M9.5 15 L15.5 15"
    OPEN = "M3 6 L9.5 6 L11.5 8.5 L21 8.5 L21 19.5 L3 19.5 Z"
    STOP = "M7 7 L17 7 L17 17 L7 17 Z"
    LOCK = "M5 11 L19 11 L19 20.5 L5 20.5 Z M8 11 L8 8 C8 2.5 16 2.5 16 8 L16 11"
    CHART = "M4 4 L4 20 L20.5 20 M8.5 20 L8.5 13 M13 20 L13 8 M17.5 20 L17.5 11"
    WARNING = "M12 4 L21.5 20 L2.5 20 Z M12 10 L12 14.5 M12 17 L12 17.3"


def _lines_of(glyph: Glyph) -> tuple[QPainterPath, list[QPointF]]:
    """Return the sign's lines on its grid of 24 by 24, and the points where they end or meet."""
    tokens = iter("".join(f" {each} " if each.isalpha() else each for each in glyph.value).split())
    path = QPainterPath()
    joints: list[QPointF] = []

    def point() -> QPointF:
        return QPointF(float(next(tokens)), float(next(tokens)))

    for command in tokens:
        match command:
            case "M":
                path.moveTo(point())
            case "L":
                path.lineTo(point())
            case "C":
                path.cubicTo(point(), point(), point())
            case "O":
                centre, radius = point(), float(next(tokens))
                path.addEllipse(centre, radius, radius)
            case _:
                path.closeSubpath()
        if command in "MLC":
            joints.append(path.currentPosition())
    return path, joints


def draw_glyph(painter: QPainter, glyph: Glyph, box: QRectF, colour: str) -> None:
    """Paint the sign into a square box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 24, box.height() / 24)
    path, joints = _lines_of(glyph)
    draw_round_lines(painter, path, joints, 2.0, colour)
    painter.restore()
