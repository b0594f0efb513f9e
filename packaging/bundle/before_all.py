"""Runs in the frozen program before anything else, in place of PyInstaller's own hooks.

Its hook for PySide6 loads QtCore at once, in the terminal too, and before this program has turned
the collection of garbage off: a seventh of the time to the first picture. PySide6 finds its own
folder; only a computer's QT_PLUGIN_PATH must not lead our Qt to plugins of another one.
"""

import os
import sys


def find_own_plugins(bundle: "str | os.PathLike[str]", platform: str) -> None:
    """Have Qt look for its plugins in the bundle's folder and nowhere else."""
    qt = ("PySide6",) if platform == "win32" else ("PySide6", "Qt")
    # os.path, since pathlib would be the dearest thing loaded here.
    os.environ["QT_PLUGIN_PATH"] = os.path.join(bundle, *qt, "plugins")  # noqa: PTH118


if __name__ == "__main__":
    find_own_plugins(sys._MEIPASS, sys.platform)  # type: ignore[attr-defined] # noqa: SLF001 -- PyInstaller's
