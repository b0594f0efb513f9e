"""Makes a slip as PDF and asks what this computer can print with, for the self-test."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QPluginLoader

from ..model.language import Language
from ..model.submission import Submission
from ..presentation.paper import slip
from ..version import VERSION
from .paper_press import save_pdf

if TYPE_CHECKING:
    from ..assembly import Application

Remark = tuple[bool, str]
PLUGINS = "printsupport"
_LISTED = "95152"


def try_paper(application: "Application") -> Iterator[Remark]:
    """Yield whether a slip can be written in each language, then whether there is printing."""
    for language in Language:
        yield _slip_remark(application, language)
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), PLUGINS)
    yield printing_remark(plugins, _printers())


def _slip_remark(application: "Application", language: Language) -> Remark:
    service = application.check_service()
    card = service.card(service.check(Submission(_LISTED)), language)
    words = application.catalog(language)
    paper = slip(card, words, VERSION, application.clock.now(), 1)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "paper.pdf")
        try:
            save_pdf(paper, file, words.text("slip.title"))
            whole = is_whole_pdf(file.read_bytes())
        except OSError:
            whole = False
    return whole, f"slip as PDF ({language.value})"


def is_whole_pdf(data: bytes) -> bool:
    """Tell whether a PDF has its head, letters of some font, and its end."""
    return data.startswith(b"%PDF-") and b"/Font" in data and data.rstrip().endswith(b"%%EOF")


def printing_remark(plugins: Path, printers: int) -> Remark:
    """Say what there is to print with.

    A computer without printing is no fault, a program without Qt's plugins for it is one.
    """
    if printers:
        return True, f"printing: {printers} printers"
    found = sorted(each for each in plugins.glob("*printersupport*") if each.is_file())
    if not found:
        return False, f"printing: no plugin in {PLUGINS}"
    if not QPluginLoader(str(found[0])).load():
        return True, "printing: this computer has none; PDF works"
    return True, "printing: no printer is set up; PDF works"


def _printers() -> int:
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 -- seldom needed

    return len(QPrinterInfo.availablePrinterNames())
