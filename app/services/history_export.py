"""Writes past checks as a table for spreadsheets."""

from pathlib import Path

from ..presentation.catalog import Catalog
from ..presentation.csv_text import csv_text
from .export_file import write_export
from .history_service import HistoryService


def export_history(service: HistoryService, words: str, catalog: Catalog, file: Path) -> int:
    """Write the entries that hold `words` as CSV, as they are kept; return how many they are.

    Raises UserFacingError `history-…` or `export-…`.
    """
    entries = service.find(words)
    head = [catalog.text(f"history.column.{name}") for name in ("at", "level", "code", "sender")]
    rows = [[*head, catalog.text("history.column.text")]]
    rows += [
        [
            f"{each.at:%Y-%m-%d %H:%M}",
            catalog.text(f"level.{each.level.value}"),
            each.case_code,
            each.sender,
            each.text,
        ]
        for each in entries
    ]
    write_export(file, csv_text(rows))
    return len(entries)
