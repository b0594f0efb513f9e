"""Screens for people in trouble cost nothing before they are opened."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.assembly import build_application
from app.desktop.main_window import MainWindow
from app.desktop.session import Session
from app.host.settings import Settings
from app.model.language import Language

qt = QApplication([])
application = build_application(Path(sys.argv[1]))
window = MainWindow(application.catalog, Settings(), Language.ZH)
window.show()
session = Session(application, window)
print("\\n".join(sys.modules))
session.close()
"""
LATER = (
    *("app.desktop.screens.call_screen", "app.desktop.screens.happened_screen"),
    *("app.desktop.screens.story_screen", "app.desktop.screens.help_screen"),
    *("app.desktop.screens.slip_screen", "app.desktop.paper_press", "app.desktop.speech"),
    *("app.feed.crisis_tables", "PySide6.QtPrintSupport", "PySide6.QtTextToSpeech"),
)


def test_nothing_of_them_is_loaded_behind_the_first_picture(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert [each for each in done.stdout.split() if each in LATER] == []
