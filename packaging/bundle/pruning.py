"""Which of the collected files stay: what PyInstaller brings along and no screen of ours opens."""

import re
from collections.abc import Iterable

Entry = tuple[str, str, str]  # PyInstaller's: the place inside, the file, the kind

# A link within the folder, for loaders that look at its top. Qt's libraries know their own places,
# and a stick's file system (FAT, exFAT) holds no links.
LINK = "SYMLINK"

_PLATFORMS = "eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc|minimal|direct2d"
_PICTURES = "icns|tga|tiff|wbmp|ico|webp|gif|jpeg|pdf"
_QT_LIBRARIES = (
    "EglF[sS]|Network|Qml|Quick|Pdf|VirtualKeyboard|WlShell|OpenGL|Sql|Test|Designer|Concurrent"
)
DROPPED = re.compile(
    rf"""
      platforms/(lib)?q({_PLATFORMS})\b
    | plugins/(egldeviceintegrations|generic|networkinformation|tls|sqldrivers|printsupport
              |platformthemes/libqgtk3|qmltooling|assetimporters|sceneparsers|geometryloaders)
    | imageformats/(lib)?q({_PICTURES})\b
    | wayland-graphics-integration-client/|xcbglintegrations/  # the window is painted without GL
    | wayland-shell-integration/libwl-shell
    | ^libdbus-1\.so  # the system's own: it must speak with the system's own bus
    | (lib)?Qt6({_QT_LIBRARIES})
    | rapidfuzz/.*(_avx2|fuzz_cpp|process_cpp)  # the plain code serves the few candidates we have
    | PySide6/Qt(Network|OpenGL|Qml|Quick|Sql|Test)
    | \.(a|lib|pyi|c|h|cpp|pxd|pyx|tcl)$
    """,
    re.VERBOSE,
)
# What the GTK theme would pull in, thirty libraries of the building machine.
_GTK = re.compile(
    r"lib(gtk-3|gdk|atk|cairo|pango|harfbuzz|gdk_pixbuf|fribidi|thai|datrie|graphite2|pixman|jpeg"
    r"|gio|mount|blkid|selinux|epoxy|krb5|gssapi|k5crypto|com_err|keyutils|gmodule|gobject"
    r"|systemd|gcrypt|gpg|lz4|cap)"
)
_TRANSLATIONS = re.compile(r"/translations/(qtbase|qt)_(zh_CN|zh_TW|en)\.qm$")


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that stay, in order of their places: the same order every time."""
    return sorted(each for each in entries if each[2] != LINK and is_kept(each[0]))


def is_kept(place: str) -> bool:
    """Tell whether the file at this place inside the bundle is needed."""
    place = place.replace("\\", "/")
    if "/translations/" in place:
        return bool(_TRANSLATIONS.search(place))
    if place.startswith("resources/"):
        return True
    return not DROPPED.search(place) and not _GTK.match(place.rpartition("/")[2])
