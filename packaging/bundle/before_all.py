"""Runs in the frozen program before anything else, in place of PyInstaller's own hooks.

Its hook for PySide6 loads QtCore at once, in the terminal too, and before this program has turned
the collection of garbage off: a seventh of the time to the first picture. PySide6 finds its own
folder; only a computer's QT_PLUGIN_PATH must not lead our Qt to plugins of another one, and no bus
may be started where there is none: the starter would leave files in the person's home.
"""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import MutableMapping


def find_own_plugins(bundle: "str | os.PathLike[str]", platform: str) -> None:
    """Have Qt look for its plugins in the bundle's folder and nowhere else."""
    qt = ("PySide6",) if platform == "win32" else ("PySide6", "Qt")
    # os.path, since pathlib would be the dearest thing loaded here.
    os.environ["QT_PLUGIN_PATH"] = os.path.join(bundle, *qt, "plugins")  # noqa: PTH118


def start_no_bus(environment: "MutableMapping[str, str]") -> None:
    """Have D-Bus answer "there is none" where no session bus runs, instead of launching one."""
    # os.path, since pathlib would be the dearest thing loaded here.
    usual = os.path.join(environment.get("XDG_RUNTIME_DIR", ""), "bus")  # noqa: PTH118
    if "DBUS_SESSION_BUS_ADDRESS" not in environment and not os.path.exists(usual):  # noqa: PTH110
        environment["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"


if __name__ == "__main__":
    if sys.platform == "linux":
        start_no_bus(os.environ)
    find_own_plugins(sys._MEIPASS, sys.platform)  # type: ignore[attr-defined] # noqa: SLF001 -- PyInstaller's
