"""Puts a shift's figures on paper or into a picture."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from ...model.errors import UserFacingError
from ...services.shift_log import ShiftSummary
from ..style import Style
from .shift_plot import draw_summary

_PICTURE = QSize(1600, 1100)
_DOTS = 150  # an inch


def shift_picture(summary: ShiftSummary, style: Style) -> bytes:
    """Return the summary as a PNG."""
    image = QImage(_PICTURE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_summary(painter, QRectF(image.rect()), summary, style)
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs want bytes, Qt wants this
    return bytes(kept.data())


def shift_pdf(summary: ShiftSummary, style: Style) -> bytes:
    """Return the summary as one page of A4, upright."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setPageLayout(_page())
    painter = QPainter(writer)
    draw_summary(painter, QRectF(0, 0, writer.width(), writer.height() * 0.6), summary, style)
    painter.end()
    buffer.close()
    return bytes(kept.data())


def print_shift(summary: ShiftSummary, style: Style) -> None:
    """Print one page. Raises UserFacingError no-printer."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415 -- rarely needed

    if not QPrinterInfo.availablePrinterNames():
        raise UserFacingError("no-printer")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(_page())
    painter = QPainter()
    if not painter.begin(printer):
        raise UserFacingError("no-printer")
    draw_summary(painter, QRectF(0, 0, printer.width(), printer.height() * 0.6), summary, style)
    painter.end()


def _page() -> QPageLayout:
    size = QPageSize(QPageSize.PageSizeId.A4)
    upright = QPageLayout.Orientation.Portrait
    return QPageLayout(size, upright, QMarginsF(15, 15, 15, 15), QPageLayout.Unit.Millimeter)
