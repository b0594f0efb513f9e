"""Writes a shift's figures as a table for spreadsheets."""

from collections.abc import Iterator
from pathlib import Path

from ..model.verdict import VerdictLevel
from ..presentation.catalog import Catalog
from ..presentation.csv_text import csv_text
from .export_file import write_export
from .shift_log import ShiftSummary


def export_shift(summary: ShiftSummary, catalog: Catalog, file: Path) -> None:
    """Write the summary as CSV. Raises UserFacingError export-…."""
    write_export(file, csv_text(_rows(summary, catalog)))


def _rows(summary: ShiftSummary, catalog: Catalog) -> Iterator[tuple[str, ...]]:
    text = catalog.text
    yield text("shift.label.desk"), summary.desk
    yield text("shift.label.began"), f"{summary.began:%Y-%m-%d %H:%M}"
    yield text("shift.label.until"), f"{summary.until:%Y-%m-%d %H:%M}"
    yield text("shift.label.visitors"), str(summary.visitors)
    yield text("shift.label.checks"), str(summary.checks)
    names = tuple(text(f"level.{level.value}") for level in VerdictLevel)
    yield (text("shift.label.hour"), *names)
    for each in summary.hours:
        yield (f"{each.hour:02}:00", *(str(count) for _, count in each.levels))
    yield (text("shift.label.sum"), *(str(count) for _, count in summary.levels))
