"""Writes the answers of a batch as a table for spreadsheets."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..model.verdict import VerdictLevel
from ..presentation.catalog import Catalog
from ..presentation.csv_text import csv_text
from .export_file import write_export

Row = tuple[int, str, VerdictLevel, str, str]  # number from 1, text, level, kind, reason


def export_batch(rows: Iterable[Row], catalog: Catalog, file: Path) -> None:
    """Write the rows as CSV, formulas disarmed. Raises UserFacingError export-…."""
    write_export(file, csv_text(_lines(rows, catalog)))


def _lines(rows: Iterable[Row], catalog: Catalog) -> Iterator[tuple[str, ...]]:
    names = ("number", "level", "text", "kind", "reason")
    yield tuple(catalog.text(f"batch.column.{name}") for name in names)
    said = {level: catalog.text(f"level.{level.value}") for level in VerdictLevel}
    for number, text, level, kind, reason in rows:
        yield str(number), said[level], text, kind, reason
