"""Make the pictures of the README with the real program, without a screen.

    make_pictures.py [folder]      resources/pictures, if no folder is named

Run by a developer when the window changes. It needs Noto Sans CJK SC, as the program itself would
use it; the clock stands still at noon of the release, so that the same program makes the same
pictures.
"""

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QDeadlineTimer, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest

from app.assembly import Application
from app.desktop.main import run
from app.desktop.main_window import MainWindow
from app.desktop.screens.verdict_screen import VerdictScreen
from app.host.clock import MAINLAND, FixedClock
from app.host.paths import RESOURCES, find_paths
from app.host.settings import Settings, save_settings
from app.model.language import Language
from app.version import RELEASED_ON

PICTURE_FOLDER = RESOURCES / "pictures"
WIDTH, HEIGHT = 1366, 768
PATIENCE = 60_000  # milliseconds; the register's database is built for the first picture
SMALLEST = 0  # what Qt calls the quality of a PNG is its size
DANGER = (
    "您好，我是抖音客服。您昨天开通了直播会员，今晚十二点起每月自动扣费800元。"
    "要取消，请下载“云服会议”，打开屏幕共享，我教您把钱转到安全账户。"
)


@dataclass(frozen=True)
class Picture:
    """What is pasted for it, and the keys pressed then; nothing for the paste screen itself."""

    name: str
    language: Language
    text: str = ""
    keys: tuple[Qt.Key, ...] = ()


PICTURES = (
    Picture("paste-zh", Language.ZH),
    Picture("verdict-danger-zh", Language.ZH, DANGER),
    Picture("call-zh", Language.ZH, keys=(Qt.Key.Key_F2,)),
    Picture("happened-zh", Language.ZH, keys=(Qt.Key.Key_F3, Qt.Key.Key_Space)),
    Picture("verdict-official-zh", Language.ZH, "95152"),
    Picture("verdict-unknown-en", Language.EN, "13912345678"),
)


def take(
    window: MainWindow, folder: Path, pictures: Sequence[Picture], size: tuple[int, int]
) -> None:
    """Paste, wait and save, one picture after the other."""
    window.showNormal()
    window.resize(*size)
    said = window.badge.accessibleName()
    wait_until(lambda: window.badge.accessibleName() != said)  # the list has been read
    for picture in pictures:
        if window.language is not picture.language:
            window.switch_language()
        window.start_again()
        if picture.text:
            window.paste_screen.take(picture.text)
            wait_until(lambda: isinstance(window.current_screen(), VerdictScreen))
        for key in picture.keys:
            QTest.keyClick(window.focusWidget() or window, key)
            QTest.qWait(100)
        QTest.qWait(300)
        file = folder / f"{picture.name}.png"
        if not with_palette(window.grab().toImage()).save(str(file), quality=SMALLEST):
            raise OSError(f"could not write {file}")
        print(f"{file.name}: {file.stat().st_size / 1000:.0f} kB")


def with_palette(picture: QImage) -> QImage:
    """Return the picture in its 256 most frequent colours: a third of the bytes."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = Counter(memoryview(picture.constBits()).cast("I"))
    colours = [colour for colour, _ in pixels.most_common(256)]
    flat = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    return picture.convertToFormat(QImage.Format.Format_Indexed8, colours, flat)


def wait_until(reached: Callable[[], bool]) -> None:
    """Let the program run until `reached`; TimeoutError if that takes too long."""
    deadline = QDeadlineTimer(PATIENCE)
    while not reached():
        if deadline.hasExpired():
            raise TimeoutError("the window shows no answer")
        QTest.qWait(20)


def make_pictures(folder: Path, pictures: Sequence[Picture], size: tuple[int, int]) -> int:
    """Open the window over an empty home and take the pictures; return the exit status."""
    folder.mkdir(parents=True, exist_ok=True)
    troubles: list[Exception] = []

    def work(window: MainWindow) -> None:
        try:
            take(window, folder, pictures, size)
        except (OSError, TimeoutError) as trouble:
            troubles.append(trouble)
        finally:
            QGuiApplication.quit()

    with tempfile.TemporaryDirectory() as home:
        paths = find_paths(Path(home), {})
        save_settings(paths.settings_file, Settings("zh", 100, "light"))
        clock = FixedClock(datetime.combine(RELEASED_ON, time(12), MAINLAND))
        run(
            Application(paths, clock),
            after_first_paint=lambda window: QTimer.singleShot(0, lambda: work(window)),
        )
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    return 1 if troubles else 0


def main() -> int:
    """Take the README's pictures into the folder that was named."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE_FOLDER
    return make_pictures(folder, PICTURES, (WIDTH, HEIGHT))


if __name__ == "__main__":
    sys.exit(main())
