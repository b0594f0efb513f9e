"""Which of the collected files stay: what PyInstaller brings along and no screen of ours opens."""

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from bundle.elf import needed

Entry = tuple[str, str, str]  # PyInstaller's: the place inside, the file, the kind

# A link within the folder, for loaders that look at its top. Qt's libraries know their own places,
# and a stick's file system (FAT, exFAT) holds no links.
LINK = "SYMLINK"

_PLATFORMS = "eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc|minimal|direct2d|wayland-egl"
_PICTURES = "icns|tga|tiff|wbmp|ico|webp|gif|jpeg|pdf"
_QT_LIBRARIES = (
    "EglF[sS]|WaylandEgl|Network|Qml|Quick|Pdf|VirtualKeyboard|WlShell|OpenGL|Sql|Test|Designer"
    "|Concurrent"
)
DROPPED = re.compile(
    rf"""
      platforms/(lib)?q({_PLATFORMS})\b
    | plugins/(egldeviceintegrations|generic|networkinformation|tls|sqldrivers
              |platformthemes/libqgtk3|qmltooling|assetimporters|sceneparsers|geometryloaders)
    | imageformats/(lib)?q({_PICTURES})\b
    | wayland-graphics-integration-client/|xcbglintegrations/  # the window is painted without GL
    | wayland-shell-integration/libwl-shell
    | ^libdbus-1\.so  # the system's own: it must speak with the system's own bus
    | ^libcups\.so  # the same with its printers; ours would bring GnuTLS and Kerberos along
    | (lib)?Qt6({_QT_LIBRARIES})
    | \.dist-info/(RECORD|INSTALLER|REQUESTED|direct_url\.json)$  # how it was installed
    | PySide6/Qt(Network|OpenGL|Qml|Quick|Sql|Test)
    | \.(a|lib|pyi|c|h|cpp|pxd|pyx|tcl)$
    """,
    re.VERBOSE,
)
# PyInstaller's own, which load Qt, the network and processes before the program says a word.
# before_all.py and entry.py do what of them is needed.
HOOKS_LEFT_OUT = frozenset({"pyi_rth_inspect", "pyi_rth_multiprocessing", "pyi_rth_pyside6"})
_BINARY_KINDS = frozenset({"BINARY", "EXTENSION"})
_OWN = str(Path(sys.base_prefix, "lib", "python"))
_TRANSLATIONS = re.compile(r"/translations/(qtbase|qt)_(zh_CN|zh_TW|en)\.qm$")


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that stay, in order of their places: the same order every time."""
    return sorted(each for each in entries if each[2] != LINK and is_kept(each[0]))


def without_hooks(scripts: Iterable[Entry]) -> list[Entry]:
    """Return what runs at the start, in its order, without the hooks that this program replaces."""
    return [each for each in scripts if each[0] not in HOOKS_LEFT_OUT]


def is_kept(place: str) -> bool:
    """Tell whether the file at this place inside the bundle is needed."""
    place = place.replace("\\", "/")
    if "/translations/" in place:
        return bool(_TRANSLATIONS.search(place))
    if place.startswith("resources/"):
        return True
    return not DROPPED.search(place)


def without_strays(entries: Sequence[Entry]) -> list[Entry]:
    """Leave out the system's libraries that only something dropped asked for (Linux).

    Which of them PyInstaller finds depends on the building machine: a desktop has GTK, a server
    has not, and both must give the same bundle.
    """
    strays = {each[0]: each for each in entries if _is_of_system(each)}
    reached = [each for each in entries if each[0] not in strays]
    for each in reached:  # grows while it is walked
        found = (strays.pop(name, None) for name in _asked_for(each))
        reached += filter(None, found)
    return sorted(reached)


def _is_of_system(entry: Entry) -> bool:
    place, file, kind = entry
    if kind != "BINARY" or "/" in place or place.startswith("libpython"):
        return False  # Python itself is asked for by the starter, which is no entry
    return not file.startswith((sys.prefix, _OWN))


def _asked_for(entry: Entry) -> list[str]:
    return needed(Path(entry[1]).read_bytes()) if entry[2] in _BINARY_KINDS else []
