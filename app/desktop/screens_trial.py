"""Opens every screen without a display and looks whether it paints, for the self-test."""

import os
import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from ..assembly import Application
    from .main_window import MainWindow
    from .screens.screen import Screen
    from .session import Session

Remark = tuple[bool, str]
_WIDTH, _HEIGHT = 1280, 800


def try_screens(application: "Application") -> Iterator[Remark]:
    """Yield for each screen, in both languages, whether it could be opened and was not blank.

    A slip on paper comes last. Settings are read from `application`, and nothing is written.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 -- after the line above
    except ImportError as error:
        yield False, f"screens: Qt is missing ({error})"
        return
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    yield from _try_all(application)
    from .paper_trial import try_paper  # noqa: PLC0415 -- after Qt

    yield from try_paper(application)
    qt.processEvents()


def _try_all(application: "Application") -> Iterator[Remark]:
    from ..host.settings import Settings  # noqa: PLC0415
    from ..model.language import Language  # noqa: PLC0415
    from .main_window import MainWindow  # noqa: PLC0415
    from .session import Session  # noqa: PLC0415

    modules = list(screen_modules())
    window = MainWindow(application.catalog, Settings(), Language.ZH)
    window.resize(_WIDTH, _HEIGHT)
    session = Session(application, window)
    window.show()
    try:
        _open_those_made_for_something(session)
        for name in modules:
            yield from _try_module(name, window)
    finally:
        session.close()
        window.close()


def _open_those_made_for_something(session: "Session") -> None:
    """Have the session make the screens that want a table; a person's files stay shut."""
    from .tool import Tool  # noqa: PLC0415

    crisis, tools = session.crisis, session.tools
    for open_screen in (
        *(crisis.open_call, crisis.open_happened, crisis.open_help, crisis.open_story),
        tools.show_menu,
    ):
        open_screen()
    tools.open(Tool.SETTINGS)
    tools.open(Tool.LICENCES)


def screen_modules() -> Iterator[str]:
    """Yield the modules of the screens; a frozen program has them too."""
    from . import screens  # noqa: PLC0415

    for each in pkgutil.iter_modules(screens.__path__, f"{screens.__name__}."):
        yield each.name


def _try_module(name: str, window: "MainWindow") -> Iterator[Remark]:
    from .screens.screen import Screen  # noqa: PLC0415

    module = import_module(name)
    for kind in vars(module).values():
        if not (isinstance(kind, type) and issubclass(kind, Screen)) or kind is Screen:
            continue
        if kind.__module__ != name:
            continue
        screen = _screen_of(window, kind)
        if screen is None:
            yield False, f"screen {kind.__name__}: could not be opened"
        else:
            yield _paints(window, screen), f"screen {kind.__name__}"


def _screen_of(window: "MainWindow", kind: "type[Screen]") -> "Screen | None":
    found = window.findChild(kind)
    if found is not None:
        return found
    try:
        screen = kind()
    except TypeError:  # it is made for one thing that is shown
        return None
    window.add_screen(screen)
    return screen


def _paints(window: "MainWindow", screen: "Screen") -> bool:
    window.show_screen(screen)
    both = True
    for _ in range(2):
        window.switch_language()
        both = both and not is_blank(window.grab().toImage())
    return both


def is_blank(picture: "QImage") -> bool:
    """Tell whether a picture has nothing in it: no size, or one colour all over."""
    if picture.isNull():
        return True
    small = picture.scaled(64, 64)
    return len({small.pixel(x, y) for x in range(64) for y in range(64)}) == 1
