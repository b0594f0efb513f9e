"""Render the program's mark for every system from the two drawings in resources/icons.

    draw_icons.py FOLDER      mingbian-16.png … mingbian-512.png, mingbian.ico, mingbian.icns

Up to 32 pixels the small drawing is taken, whose lines fall on whole pixels.
"""

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWINGS = Path(__file__).resolve().parents[1] / "resources" / "icons"
SIDES = (16, 24, 32, 48, 64, 128, 256, 512)
LARGEST_SMALL = 32
ICO_SIDES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def render(side: int) -> bytes:
    """Return the mark as PNG with transparent corners."""
    name = "mingbian-small.svg" if side <= LARGEST_SMALL else "mingbian.svg"
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(str(DRAWINGS / name)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload] # PySide wants the format as bytes in its stubs
    return bytes(data.data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return a Windows icon holding PNG pictures, which Windows reads since Vista."""
    sides = [each for each in ICO_SIDES if each in pictures]
    head, place = struct.pack("<HHH", 0, 1, len(sides)), 6 + 16 * len(sides)
    for side in sides:
        size = len(pictures[side])
        head += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, size, place)
        place += size
    return head + b"".join(pictures[side] for side in sides)


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """Return a macOS icon holding PNG pictures."""
    blocks = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[side])) + pictures[side]
        for side, kind in ICNS_TYPES.items()
        if side in pictures
    )
    return b"icns" + struct.pack(">I", 8 + len(blocks)) + blocks


def draw(folder: Path) -> None:
    """Write all the icons into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {side: render(side) for side in SIDES}
    for side, data in pictures.items():
        (folder / f"mingbian-{side}.png").write_bytes(data)
    (folder / "mingbian.ico").write_bytes(ico(pictures))
    (folder / "mingbian.icns").write_bytes(icns(pictures))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    draw(Path(sys.argv[1]))
