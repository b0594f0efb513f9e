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

from PySide6.QtGui import QImage

from app.host.paths import RESOURCES
from app.model.language import Language
from app.version import VERSION
from make_pictures import DANGER, Picture, make_pictures
from manuals.printing import DoesNotFitError, Look, pages_of, print_pages

MANUALS = RESOURCES / "manuals"
LOOKS = {  # people's eyes: 20 points are the least for elderly readers
    "elders": Look(points=24, picture=0.78),
    "stall": Look(points=14, picture=0.7),
    "desk": Look(points=13, picture=0.65),
}
SHOWN = {"paste": "", "danger": DANGER, "official": "95152", "unknown": "13912345678"}
WINDOW = (1024, 720)  # small, so that its letters stay large on paper


def pictures() -> tuple[Picture, ...]:
    """Return every picture in every language."""
    return tuple(
        Picture(f"{name}-{language.value}", language, text)
        for name, text in SHOWN.items()  # the empty paste screens come before anything is asked
        for language in Language
    )


def print_manual(file: Path, taken: Path, folder: Path) -> Path:
    """Print one manual; return the PDF. Raises DoesNotFitError."""
    name, language = file.stem.split(".")
    text = file.read_text(encoding="utf-8").replace("{version}", VERSION)
    shown = {each: QImage(str(taken / f"{each}-{language}.png")) for each in SHOWN}
    target = folder / f"mingbian-{name}-{language}.pdf"
    print_pages(pages_of(text), shown, LOOKS[name], target)
    return target


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
