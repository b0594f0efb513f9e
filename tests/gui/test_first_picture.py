"""What is loaded before a person sees the window, started as people start it.

Each thing here was measured: it is seen by nobody until the window can be seen, or is to be had for
less.
"""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OTHERS = frozenset(
    {
        *("requests", "urllib3", "tuf", "numpy", "phonenumbers", "sqlite_utils", "sqlite3"),
        *("can_ada", "rapidfuzz", "publicsuffixlist", "daachorse", "re2", "opencc"),
        *("keyring", "sqlcipher3", "python_calamine", "multiprocessing", "secrets", "concurrent"),
        *("platformdirs", "tomllib", "ctypes", "json"),
        *("dataclasses", "msgspec"),  # the one costs at every class, the other once
    }
)
OURS = frozenset(
    {
        *("app.reading", "app.checking", "app.store", "app.feed", "app.services", "app.sync"),
        *("app.host.clock", "app.presentation.error_card"),
        *("app.cli.publish_arguments", "app.cli.sync_arguments"),
        *("app.desktop.desk", "app.desktop.session", "app.desktop.tools"),
        *("app.desktop.screens.verdict_screen", "app.desktop.widgets.choice_row"),
        "app.desktop.widgets.big_table",
    }
)
MOST_OF_OURS = 55  # PySide reads the source of each that comes after it
# PySide builds a class with all its enumerations when it is first asked for.
QT = frozenset({"Qt", "QAccessible", "QKeySequence", "QTextDocument", "QTextCursor", "QIcon"})
SCRIPT = """
import os, sys
from functools import partial
import app.desktop.main as window
from app.__main__ import main

def report(_):
    from PySide6 import QtCore, QtGui, QtWidgets
    print(*sys.modules)
    print(*vars(QtCore), *vars(QtGui), *vars(QtWidgets), flush=True)
    os._exit(0)

window.run = partial(window.run, after_first_paint=report)
main(["--home", sys.argv[1]])
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of the modules, and those of Qt's classes."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path_factory.mktemp("home"))],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        cwd=ROOT,
    )
    modules, classes = done.stdout.splitlines()
    return frozenset(modules.split()), frozenset(classes.split())


def within(names: frozenset[str], rooms: frozenset[str]) -> set[str]:
    return {name for name in names if any(f"{name}.".startswith(f"{each}.") for each in rooms)}


def test_nothing_heavy_is_imported(loaded: tuple[frozenset[str], frozenset[str]]) -> None:
    modules, _ = loaded
    assert "app.desktop.screens.paste_screen" in modules
    assert within(modules, OTHERS | OURS) == set()


def test_few_modules_are_imported(loaded: tuple[frozenset[str], frozenset[str]]) -> None:
    modules, _ = loaded
    ours = sorted(within(modules, frozenset({"app"})))
    assert len(ours) <= MOST_OF_OURS, ours


def test_no_dear_class_of_qt_is_built(loaded: tuple[frozenset[str], frozenset[str]]) -> None:
    _, classes = loaded
    assert "QPlainTextEdit" in classes
    assert classes & QT == set()
