"""The whole program on computers where something is wrong: the answer comes all the same."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SCAM = "我是市公安局的，您涉嫌洗钱，不要告诉家人，马上把钱转入安全账户。"
DRIVE = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from app.assembly import build_application
from app.desktop.check_controller import CheckController
from app.desktop.main import run
from app.desktop.screens.verdict_screen import VerdictScreen
from app.model.language import Language

found = {}

def pause(milliseconds):
    loop = QEventLoop()  # QTest.qWait would keep the interpreter's lock from the other threads
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()

def until(reached, turns=3000):
    for _ in range(turns):
        if reached():
            return True
        pause(20)
    return False

def work(window):
    notes = []
    show = window.paste_screen.show_note
    window.paste_screen.show_note = lambda key: (notes.append(key), show(key))
    until(lambda: window.findChildren(CheckController))
    (checks,) = window.findChildren(CheckController)
    until(lambda: checks.is_prepared)
    pause(100)
    found["note"] = window.paste_screen._note.text()
    window.paste_screen.take(sys.argv[2])
    until(lambda: isinstance(window.current_screen(), VerdictScreen))
    screen = window.current_screen()
    found["headline"] = screen.card.headline if isinstance(screen, VerdictScreen) else ""
    window.cycle_scale()
    window.action_bar.read_pressed.emit()
    until(lambda: window._notice is not None and window._notice.text(), turns=100)
    found["notice"] = window._notice.text() if window._notice is not None else ""
    pause(1500)
    if len(sys.argv) > 3:
        until(lambda: sys.argv[3] in notes)
    found["notes"] = [each for each in notes if each]
    QGuiApplication.quit()

found["status"] = run(
    build_application(Path(sys.argv[1])),
    Language.ZH,
    after_first_paint=lambda window: QTimer.singleShot(0, lambda: work(window)),
)
sys.stdout.write(json.dumps(found, ensure_ascii=False))
"""
HISTORY_ON = 'language = "zh"\nwelcomed = true\nhistory = true\n'


def start(home: Path, environment: Mapping[str, str] | None = None, note: str = "") -> Any:
    """Run the program over `home`, hand in a scam, make the letters larger, ask for a voice.

    A `note` is waited for.
    """
    done = subprocess.run(
        [sys.executable, "-c", DRIVE, str(home), SCAM, *filter(None, [note])],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **(environment or {})},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert "Traceback" not in done.stderr
    assert any(each in found["headline"] for each in ("诈骗", "scam"))
    assert found["status"] == 0
    return found


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"scale = 'huge'\nlanguage = 7\n"])
def test_broken_settings_are_replaced_and_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.toml").write_bytes(content)
    assert "已换成默认的" in start(tmp_path)["note"]


def test_a_home_that_cannot_be_written_costs_the_settings_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "file").touch()  # nothing can lie below it, not even for an administrator
    found = start(tmp_path / "file" / "home")
    assert "note.settings_not_kept" in found["notes"]


def test_a_broken_history_costs_the_record_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(HISTORY_ON, encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "user.sqlite").write_bytes(b"SQLite format 3\0" + b"\x07" * 5000)
    found = start(tmp_path)
    assert "note.history_not_kept" in found["notes"]


def test_a_history_that_another_program_holds_costs_the_record(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(HISTORY_ON, encoding="utf-8")
    start(tmp_path)
    with closing(sqlite3.connect(tmp_path / "data" / "user.sqlite")) as other:
        other.execute("begin exclusive")
        found = start(tmp_path, note="note.history_not_kept")
    assert "note.history_not_kept" in found["notes"]


@pytest.mark.skipif(sys.platform != "linux", reason="fonts are named by fontconfig on Linux alone")
def test_a_computer_without_chinese_letters_says_so_in_letters_it_has(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    config = tmp_path / "fonts.conf"
    config.write_text(
        f"<fontconfig><dir>{tmp_path / 'none'}</dir><cachedir>{tmp_path}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    found = start(tmp_path / "home", {"FONTCONFIG_FILE": str(config)})
    assert found["note"].startswith("No Chinese letters on this computer")
    assert "scam" in found["headline"]  # boxes would tell nobody anything


def test_a_computer_without_a_voice_says_so_and_what_helps(tmp_path: Path) -> None:
    found = start(tmp_path, {"PATH": str(tmp_path)})
    assert "读不" in found["notice"]
    assert "放大" in found["notice"]
