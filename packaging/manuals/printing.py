"""Prints Markdown pages as PDF, and refuses a page that does not fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, QUrl
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
_POINTS_PER_INCH = 72


class DoesNotFitError(Exception):
    """A page is longer than the paper: shorten its text."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a manual is set: letters in points, a picture's width as a share of the page's."""

    points: float
    picture: float


def pages_of(text: str) -> list[str]:
    """Return a manual's pages."""
    return [each.strip() for each in text.split(PAGE_BREAK)]


def print_pages(
    pages: Sequence[str], pictures: Mapping[str, QImage], look: Look, file: Path
) -> None:
    """Write the pages, one sheet of A4 each. Raises DoesNotFitError."""
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
    room = QSizeF(dots.width() * points, dots.height() * points)
    painter = QPainter(writer)
    painter.scale(1 / points, 1 / points)
    for number, page in enumerate(pages, 1):
        if number > 1:
            writer.newPage()
        document = set_page(page, pictures, look, room)
        if document.size().height() > room.height():
            painter.end()
            raise DoesNotFitError(f"{file.name}, page {number}: {document.size().height():.0f} pt")
        document.drawContents(painter, QRectF(0, 0, room.width(), room.height()))
    painter.end()


def set_page(page: str, pictures: Mapping[str, QImage], look: Look, room: QSizeF) -> QTextDocument:
    """Return one page laid out for that room, in points."""
    document = QTextDocument()
    font = QFont()
    font.setFamilies([*FAMILIES])
    font.setPixelSize(round(look.points))  # one dot of the document is one point of the paper
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
        form.setLineHeight(112, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(form)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        letters = QTextCharFormat()
        letters.setFontFamilies([*FAMILIES])
        if level:
            letters.setProperty(QTextCharFormat.Property.FontSizeAdjustment, 0)
            letters.setProperty(
                QTextCharFormat.Property.FontPixelSize, round(look.points * (1.5, 1.2)[level > 1])
            )
        cursor.mergeCharFormat(letters)
        block = block.next()
    _size_pictures(document, look.picture * room.width())


def _size_pictures(document: QTextDocument, width: float) -> None:
    cursor = QTextCursor(document)
    for position in range(document.characterCount() - 1):
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        form = cursor.charFormat()
        if form.isImageFormat():
            picture = QTextImageFormat(form.toImageFormat())
            picture.setWidth(width)
            cursor.setCharFormat(picture)
