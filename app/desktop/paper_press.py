"""Lays a paper out for the printer and for PDF; nothing in it is ever read as HTML."""

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import (
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QDialog, QWidget

from ..presentation.paper import Paper, PaperLine, PaperWeight
from .theme import FAMILIES

_POINTS_PER_INCH = 72
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_MARGIN = 15.0  # millimetres
_SMALL_MARGIN = 8.0


class _Setting(Struct, frozen=True):
    """How large each line is beside the body's letters, and how close they stand."""

    larger: dict[PaperWeight, float]
    line_height: int  # per cent of what the font asks for
    apart: float  # letters of body


_ROOMY = _Setting(
    {
        PaperWeight.TITLE: 1.7,
        PaperWeight.HEAD: 1.35,
        PaperWeight.NUMBER: 2.0,
        PaperWeight.BODY: 1.0,
    },
    line_height=100,
    apart=0.4,
)
_TIGHT = _Setting(
    {
        PaperWeight.TITLE: 1.3,
        PaperWeight.HEAD: 1.15,
        PaperWeight.NUMBER: 1.6,
        PaperWeight.BODY: 1.0,
    },
    line_height=86,
    apart=0.25,
)
_SMALL_PAGE = 450  # points across; A5 has 420, A4 595


def document_of(paper: Paper, points: QSizeF) -> QTextDocument:
    """Return the paper set on pages of that many points, on one page if leaving out can do it."""
    # A document counts in the screen's pixels, whatever it is printed on later.
    page = points * (QGuiApplication.primaryScreen().logicalDotsPerInch() / _POINTS_PER_INCH)
    setting = _TIGHT if points.width() < _SMALL_PAGE else _ROOMY
    lines = list(paper.lines)
    document = _set(lines, paper.points, page, setting)
    while document.pageCount() > 1 and (spare := [each for each in lines if each.may_go]):
        lines.remove(spare[-1])
        document = _set(lines, paper.points, page, setting)
    return document


def save_pdf(paper: Paper, file: Path, title: str) -> None:
    """Write an A4 PDF; raises OSError if it cannot be written."""
    with file.open("ab"):  # Qt would say nothing about a folder that cannot be written
        pass
    writer = QPdfWriter(str(file))
    writer.setTitle(title)
    writer.setPageLayout(_layout())
    print_to(writer, paper)


def print_to(device: QPagedPaintDevice, paper: Paper) -> None:
    """Paint the paper on a device that has pages."""
    if device.pageLayout().fullRect(QPageLayout.Unit.Point).width() < _SMALL_PAGE:
        small = QMarginsF(_SMALL_MARGIN, _SMALL_MARGIN, _SMALL_MARGIN, _SMALL_MARGIN)
        device.setPageMargins(small, QPageLayout.Unit.Millimeter)
    page = device.pageLayout().paintRect(QPageLayout.Unit.Point).size()
    document_of(paper, page).print_(device)


def print_paper(paper: Paper, title: str, parent: QWidget) -> str:
    """Ask which printer, and print; return what to say of it: a tail of `crisis.happened.`.

    "" says that the person left the dialog.
    """
    from PySide6.QtPrintSupport import (  # noqa: PLC0415 -- seldom needed
        QPrintDialog,
        QPrinter,
        QPrinterInfo,
    )

    if not QPrinterInfo.availablePrinterNames():
        return "no_printer"
    printer = QPrinter()
    printer.setDocName(title)
    printer.setPageLayout(_layout())
    if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
        return ""
    print_to(printer, paper)
    return "printed"


def _layout() -> QPageLayout:
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        margins,
        QPageLayout.Unit.Millimeter,
    )


def _set(lines: list[PaperLine], points: int, page: QSizeF, setting: _Setting) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setPageSize(page)
    cursor = QTextCursor(document)
    for place, line in enumerate(lines):
        letters = QTextCharFormat()
        letters.setFontFamilies(list(FAMILIES))
        letters.setFontPointSize(points * setting.larger[line.weight])
        letters.setFontWeight(400 if line.weight is PaperWeight.BODY else 700)
        block = QTextBlockFormat()
        block.setBottomMargin(points * setting.apart)
        block.setLineHeight(setting.line_height, _PROPORTIONAL)
        if place:
            cursor.insertBlock(block, letters)
        else:
            cursor.setBlockFormat(block)
        cursor.insertText(line.text, letters)
    return document
