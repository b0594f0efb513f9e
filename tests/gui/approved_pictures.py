"""The pictures of the window that somebody has looked at and approved, and how new ones are taken.

    python -m tests.gui.approved_pictures [name…]      approve what the window looks like now

They are taken offscreen with one font and one Qt; elsewhere letters have other edges. Verdicts come
from the hand-made cards, so that a new row in the tables changes no picture.
"""

import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.assembly import Application
from app.desktop.main_window import MainWindow
from app.desktop.session import Session
from app.host.clock import MAINLAND, FixedClock
from app.host.paths import RESOURCES, Paths
from app.host.settings import Settings
from app.model.language import Language

from .cards import a_card
from .desk import FakeChecker

FOLDER = Path(__file__).parent / "approved"
FONT_PACKAGE, FONT_VERSION = "fonts-noto-cjk", "1:20220127+repack1-1"
FONT_FAMILY = "Noto Sans CJK SC"
QT_SERIES = "6.11."
SIZE = (1366, 768)
MOMENT = datetime(2026, 11, 22, 12, tzinfo=MAINLAND)
UNLIKE = 40  # of 255: how far a pixel may be off in one of its colours
MOST_UNLIKE = 0.001  # the share of pixels that may be further off: some 1,000, a word of 24 pixels
SMALLEST = 0  # what Qt calls the quality of a PNG is its size


@dataclass(frozen=True, slots=True)
class Scene:
    """One screen in one look."""

    screen: str
    language: str
    scale: int
    theme: str = "light"

    @property
    def name(self) -> str:
        return f"{self.screen}-{self.language}-{self.scale}-{self.theme}"


SCENES = (
    Scene("home", "zh", 100),
    Scene("home", "en", 200),
    Scene("home", "zh", 200, "dark"),
    Scene("danger", "zh", 100),
    Scene("danger", "en", 100, "dark"),
    Scene("danger", "zh", 200),
    Scene("danger", "en", 200),
    Scene("unknown", "zh", 100, "dark"),
    Scene("unknown", "en", 100),
    Scene("unknown", "zh", 200),
    Scene("call", "zh", 100),
    Scene("call", "en", 200),
    Scene("happened", "zh", 100),
    Scene("happened", "en", 100, "dark"),
    Scene("happened", "zh", 200),
)


class PictureApplication(Application):
    """The real application on one day, with a checker made of cards."""

    def __init__(self, home: Path) -> None:
        super().__init__(Paths(RESOURCES, home), FixedClock(MOMENT))

    def check_service(self) -> FakeChecker:  # type: ignore[override] # a small service of our own
        return FakeChecker()


def lacking() -> str:
    """Return why pictures taken here cannot be compared, "" if they can."""
    if FONT_FAMILY not in QFontDatabase.families():
        return f"the pictures need {FONT_FAMILY} ({FONT_PACKAGE} {FONT_VERSION})"
    if not qt_version.startswith(QT_SERIES):
        return f"the pictures were taken with Qt {QT_SERIES}x, here is {qt_version}"
    found = _package_version()
    if found != FONT_VERSION:
        return f"the pictures need {FONT_PACKAGE} {FONT_VERSION}, here is {found or 'another font'}"
    return ""


def _package_version() -> str:
    command = ["dpkg-query", "--show", "--showformat=${Version}", FONT_PACKAGE]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip()


def take(scene: Scene, home: Path) -> QImage:
    """Return what the window looks like in this scene; a QApplication must be there."""
    QApplication.setCursorFlashTime(0)  # a blinking cursor is there or not
    application = PictureApplication(home)
    language = Language(scene.language)
    settings = Settings(scene.language, scene.scale, scene.theme, welcomed=True)
    window = MainWindow(application.catalog, settings, language)
    window.resize(*SIZE)
    window.show()
    session = Session(application, window)
    try:
        _open(scene, window, session)
        QTest.qWait(150)
        return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    finally:
        session.close()
        window.close()
        window.deleteLater()


def _open(scene: Scene, window: MainWindow, session: Session) -> None:
    said = window.badge.accessibleName()
    while window.badge.accessibleName() == said:  # the list has been read
        QTest.qWait(10)
    match scene.screen:
        case "home":
            window.paste_screen.take_keyboard()
        case "call":
            session.crisis.open_call()
        case "happened":
            session.crisis.open_happened()
            next(iter(session.crisis.happened_screen().doors.values())).click()
        case level:
            session.verdict_screen.show_card(a_card(level, scene.language))
            window.show_screen(session.verdict_screen)


def approved(scene: Scene) -> QImage:
    """Return the approved picture, an empty one if there is none."""
    picture = QImage(str(FOLDER / f"{scene.name}.png"))
    return picture.convertToFormat(QImage.Format.Format_RGB32) if not picture.isNull() else picture


def difference(one: QImage, other: QImage) -> QImage:
    """Return how far each pixel is off; pictures of one size."""
    result = one.copy()
    painter = QPainter(result)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    return result


def share_unlike(off: QImage) -> float:
    """Return the share of pixels that are off by more than `UNLIKE` in one of their colours."""
    far = bytes(int(value > UNLIKE) for value in range(256))
    data = bytes(off.constBits())
    unlike = 0
    for colour in range(3):
        unlike |= int.from_bytes(data[colour::4].translate(far))
    return unlike.bit_count() / (off.width() * off.height())


def with_palette(picture: QImage) -> QImage:
    """Return the picture in its 256 most frequent colours: a third of the bytes."""
    pixels = Counter(memoryview(picture.constBits()).cast("I"))
    colours = [colour for colour, _ in pixels.most_common(256)]
    flat = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    return picture.convertToFormat(QImage.Format.Format_Indexed8, colours, flat)


def approve(names: list[str]) -> Iterator[str]:
    """Take the named pictures anew, all of them if none is named, and yield a line about each."""
    FOLDER.mkdir(exist_ok=True)
    for scene in SCENES:
        if names and scene.name not in names:
            continue
        with tempfile.TemporaryDirectory() as home:
            picture = with_palette(take(scene, Path(home)))
        file = FOLDER / f"{scene.name}.png"
        if not picture.save(str(file), quality=SMALLEST):
            raise OSError(f"could not write {file}")
        yield f"{file.name}: {file.stat().st_size / 1000:.0f} kB"


def main() -> None:
    """Approve what was named on the command line."""
    qt = QApplication(["pictures", "-platform", "offscreen"])
    if reason := lacking():
        sys.exit(reason)
    for line in approve(sys.argv[1:]):
        sys.stdout.write(f"{line}\n")
    del qt


if __name__ == "__main__":
    main()
