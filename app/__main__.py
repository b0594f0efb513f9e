"""Starts the program: the command line, and through it the window."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .cli import main as command_line
from .cli.display import can_load, has_display, needed_plugin

if TYPE_CHECKING:
    from .assembly import Application
    from .model.language import Language


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status; without a command, open the window."""
    return command_line.main(arguments, _open_window, _try_screens)


def _open_window(
    application: "Application", language: "Language | None", desk: str, card: Path | None
) -> int | None:
    """Run the window; None where there is no display, or Qt or its libraries are missing."""
    if not has_display(os.environ) or not can_load(needed_plugin(os.environ)):
        return None
    try:
        from .desktop.main import run  # noqa: PLC0415 -- the terminal needs no Qt
    except ImportError as error:
        if error.name and not error.name.startswith(("PySide6", "shiboken6")):
            raise  # one of our own: a bug, and no lack of this computer
        return None
    return run(application, language, desk=desk, card=card)


def _try_screens(application: "Application") -> Iterator[tuple[bool, str]]:
    """Open every screen without a display, for the self-test."""
    from .desktop.screens_trial import try_screens  # noqa: PLC0415 -- the terminal needs no Qt

    return try_screens(application)


if __name__ == "__main__":
    sys.exit(main())
