"""Starts the desktop program."""

import gc
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.language import Language

if TYPE_CHECKING:
    from ..assembly import Application
    from .main_window import MainWindow


# PySide watches every import that comes after it and makes it dearer; these need no Qt.
_BEFORE_QT = (
    "tomli",
    "app.host.settings",
    "app.model.submission",
    "app.presentation.catalog",
    "app.desktop.qt_figures",
    "app.desktop.style",
    "app.desktop.card_inbox",
)


def run(
    application: "Application",
    language: Language | None = None,
    *,
    desk: str = "",
    card: Path | None = None,
    after_first_paint: "Callable[[MainWindow], None] | None" = None,
) -> int:
    """Show the window until it is closed, and return the program's exit status.

    `language` overrides the person's setting for this time. `desk` names a shared computer's desk,
    "" at home. `card` is a feed card to offer. `after_first_paint` is called when the input box has
    been painted, before anything else is loaded.
    """
    # Loading Qt makes some ten thousand objects that all stay. Looking through them for garbage
    # again and again takes a tenth of the time to the first picture.
    gc.disable()
    for name in _BEFORE_QT:
        import_module(name)
    from .opening import open_window  # noqa: PLC0415 -- Qt comes after the line above

    return open_window(application, language, desk, card, after_first_paint)
