"""Print the manuals of resources/manuals as PDF, with pictures of the running program.

    make_manuals.py FOLDER

The pictures are taken anew each time, so that they never show an older program.
"""

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.desktop.theme import LIGHT
from app.desktop.widgets.shapes import draw_shape
from app.host.paths import RESOURCES
from app.model.language import Language
from app.model.verdict import VerdictLevel
from app.version import VERSION
from draw_icons import render
from make_pictures import DANGER, Picture, make_pictures
from manuals.printing import SIGN, DoesNotFitError, Look, pages_of, print_pages

MANUALS = RESOURCES / "manuals"
LOOKS = {  # people's eyes: 20 points are the least for elderly readers
    "elders": Look(points=28, least=22, picture=0.7, heading=1.3),
    "stall": Look(points=15, least=14, picture=0.5),
    "desk": Look(points=14, least=13, picture=0.5),
}
SHOWN = {"paste": "", "danger": DANGER, "official": "95152", "unknown": "13912345678"}
WINDOW = (1000, 840)  # small, so that its letters stay large on paper
SIGN_SIDE = 256  # dots


def signs() -> dict[str, QImage]:
    """Return the five shapes in their colours, as the program shows them, and its own mark."""
    drawn: dict[str, QImage] = {}
    for level in VerdictLevel:
        image = QImage(SIGN_SIDE, SIGN_SIDE, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        box = QRectF(0, 0, SIGN_SIDE, SIGN_SIDE)
        colours = LIGHT.level(level)
        draw_shape(painter, level, box, QColor(colours.fill), QColor(colours.text))
        painter.end()
        drawn[f"{SIGN}{level.value}"] = image
    drawn[f"{SIGN}mark"] = QImage.fromData(render(SIGN_SIDE))
    return drawn


def pictures() -> tuple[Picture, ...]:
    """Return every picture in every language."""
    return tuple(
        Picture(f"{name}-{language.value}", language, text)
        for name, text in SHOWN.items()  # the empty paste screens come before anything is asked
        for language in Language
    )


def print_manual(file: Path, taken: Path, folder: Path) -> str:
    """Print one manual; return where, and how large its letters are. Raises DoesNotFitError."""
    name, language = file.stem.split(".")
    text = file.read_text(encoding="utf-8").replace("{version}", VERSION)
    shown = {each: QImage(str(taken / f"{each}-{language}.png")) for each in SHOWN}
    shown |= signs()
    target = folder / f"mingbian-{name}-{language}.pdf"
    points = print_pages(pages_of(text), shown, LOOKS[name], target)
    return f"{target}: {points} points"


def main() -> int:
    """Take the pictures and print all the manuals."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as taken:
        if status := make_pictures(Path(taken), pictures(), WINDOW):
            return status
        try:
            for file in sorted(MANUALS.glob("*.*.md")):
                print(print_manual(file, Path(taken), folder))
        except DoesNotFitError as trouble:
            print(trouble, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
