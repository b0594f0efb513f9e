"""Asks a person for a file, with the system's own dialog."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget


class AskFile(Protocol):
    """None means that the person thought better of it."""

    def to_save(self, parent: QWidget, title: str, name: str) -> Path | None:
        """Ask where to write a new file, `name` proposed."""
        ...

    def to_open(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """Ask for an existing file; `kinds` as in "*.csv *.txt"."""
        ...


class SystemDialogs:
    """The system's own."""

    def to_save(self, parent: QWidget, title: str, name: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name))
        return Path(chosen) if chosen else None

    def to_open(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), f"({kinds})")
        return Path(chosen) if chosen else None
