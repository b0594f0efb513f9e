"""Prints Markdown pages as PDF, and refuses a page that does not fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)

FAMILIES = ("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei")
PAGE_BREAK = "\n---\n"
DOTS_PER_INCH = 300
_MARGIN = 16  # millimetres
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"  # Qt's place of a picture in a text
_FOOT = 24  # points kept free for the page's number
SIGN = "sign-"  # a picture of this name stands within a line, as large as its letters
_POINTS_PER_INCH = 72


class DoesNotFitError(Exception):
    """A page is longer than the paper: shorten its text."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a manual is set: its letters in points, a picture's width as a share of the page's.

    The letters are as large as all of its pages allow, from `points` down to `least`.
    """

    points: int
    least: int
    picture: float
    heading: float = 1.4  # a title's letters, as a share of the text's


def pages_of(text: str) -> list[str]:
    """Return a manual's pages."""
    return [each.strip() for each in text.split(PAGE_BREAK)]


def print_pages(
    pages: Sequence[str], pictures: Mapping[str, QImage], look: Look, file: Path
) -> int:
    """Write the pages, one sheet of A4 each; return the letters' points.

    Raises DoesNotFitError if a page is too long for the smallest letters.
    """
    writer = QPdfWriter(str(file))
    writer.setResolution(DOTS_PER_INCH)
    size = QPageSize(QPageSize.PageSizeId.A4)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    writer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    )
    writer.setTitle(file.stem)
    dots = writer.pageLayout().paintRectPixels(DOTS_PER_INCH)
    points = _POINTS_PER_INCH / DOTS_PER_INCH
    room = QSizeF(dots.width() * points, dots.height() * points - _FOOT)
    chosen, documents = _largest_that_fit(pages, pictures, look, room, file.name)
    painter = QPainter(writer)
    painter.scale(1 / points, 1 / points)
    for number, document in enumerate(documents, 1):
        if number > 1:
            writer.newPage()
        document.drawContents(painter, QRectF(0, 0, room.width(), room.height()))
        _number(painter, f"{number} / {len(pages)}", room)
    painter.end()
    return chosen


def _largest_that_fit(
    pages: Sequence[str], pictures: Mapping[str, QImage], look: Look, room: QSizeF, name: str
) -> tuple[int, list[QTextDocument]]:
    for points in range(look.points, look.least - 1, -1):
        tried = replace(look, points=points)
        documents = [set_page(page, pictures, tried, room) for page in pages]
        heights = [each.size().height() for each in documents]
        if max(heights) <= room.height():
            return points, documents
    longest = max(range(len(pages)), key=heights.__getitem__)
    raise DoesNotFitError(f"{name}, page {longest + 1}: {heights[longest]:.0f} pt")


def _number(painter: QPainter, said: str, room: QSizeF) -> None:
    font = QFont()
    font.setFamilies([*FAMILIES])
    font.setPixelSize(_FOOT // 2)
    painter.setFont(font)
    below = QRectF(0, room.height(), room.width(), _FOOT)
    painter.drawText(below, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter, said)


def set_page(page: str, pictures: Mapping[str, QImage], look: Look, room: QSizeF) -> QTextDocument:
    """Return one page laid out for that room, in points."""
    document = QTextDocument()
    font = QFont()
    font.setFamilies([*FAMILIES])
    font.setPixelSize(look.points)  # one dot of the document is one point of the paper
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setMarkdown(page)  # forgets what was added before
    for name, picture in pictures.items():
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), picture)
    _style(document, look, room)
    document.setTextWidth(room.width())
    return document


def _style(document: QTextDocument, look: Look, room: QSizeF) -> None:
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        cursor = QTextCursor(block)
        form = QTextBlockFormat()
        form.setBottomMargin(look.points * 0.5)
        form.setTopMargin(look.points * 0.6 if level > 1 else 0)
        if _PICTURE not in block.text():
            form.setLineHeight(112, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(form)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        letters = QTextCharFormat()
        letters.setFontFamilies([*FAMILIES])
        if level:  # anew: Markdown's own sizes are steps that no pixel size overrules
            larger = look.heading if level == 1 else (1 + look.heading) / 2
            letters.setFontWeight(QFont.Weight.Bold)
            letters.setProperty(QTextCharFormat.Property.FontPixelSize, round(look.points * larger))
            cursor.setCharFormat(letters)
        else:
            cursor.mergeCharFormat(letters)
        block = block.next()
    _size_pictures(document, look, room)


def _size_pictures(document: QTextDocument, look: Look, room: QSizeF) -> None:
    cursor = QTextCursor(document)
    for position in range(document.characterCount() - 1):
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        form = cursor.charFormat()
        if form.isImageFormat():
            picture = QTextImageFormat(form.toImageFormat())
            sign = picture.name().startswith(SIGN)
            width = look.points * 1.5 if sign else look.picture * room.width()
            image = document.resource(
                QTextDocument.ResourceType.ImageResource, QUrl(picture.name())
            )
            picture.setWidth(width)
            picture.setHeight(width * image.height() / image.width())
            if sign:
                picture.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
            cursor.setCharFormat(picture)
