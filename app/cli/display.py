"""Whether a window can be opened at all; asked before Qt is, because Qt ends the program if not."""

import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

_ALWAYS_SHOWN = frozenset({"win32", "darwin"})


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether a display is within reach. Only X11 and Wayland can be missing one."""
    if platform in _ALWAYS_SHOWN or environment.get("QT_QPA_PLATFORM"):
        return True
    return _has_wayland(environment) or _has_x11(environment.get("DISPLAY", ""))


def can_load(library: Path | None) -> bool:
    """Tell whether a shared library finds all that it needs; a missing one is left to Qt."""
    if library is None or not library.is_file():
        return True
    import ctypes  # noqa: PLC0415 -- X11 alone needs it

    try:
        ctypes.CDLL(str(library))
    except OSError:
        return False
    return True


def needed_plugin(environment: Mapping[str, str], platform: str = sys.platform) -> Path | None:
    """Return the part of Qt that X11 needs: Qt aborts when it cannot be loaded. None elsewhere."""
    if platform in _ALWAYS_SHOWN or environment.get("QT_QPA_PLATFORM"):
        return None
    if _has_wayland(environment):
        return None
    spec = find_spec("PySide6")
    folders = (spec.submodule_search_locations if spec else None) or ()
    return next((Path(each, "Qt", "plugins", "platforms", "libqxcb.so") for each in folders), None)


def _has_wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    return bool(name) and Path(environment.get("XDG_RUNTIME_DIR", "/"), name).exists()


def _has_x11(display: str) -> bool:
    """Connect and hang up: a stale socket, a dead display or a refused key is no display."""
    if not display:
        return False
    import ctypes  # noqa: PLC0415

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False  # without it Qt could not connect either
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed
