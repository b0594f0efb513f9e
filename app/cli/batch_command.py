"""`mingbian check --file`: every row of a table, answered in a table."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator

from ..assembly import Application
from ..model.language import Language
from ..model.verdict import VerdictLevel
from ..services.batch_export import Row, export_batch
from ..services.batch_service import BatchService, JudgeRows, TableOpened
from .exit_status import ExitStatus
from .streams import say

_SLICE = 500


def run_batch(application: Application, arguments: argparse.Namespace, language: Language) -> int:
    """Check the file's rows, write the answers, tell how far it is on standard error."""
    catalog = application.catalog(language)
    if arguments.out is None:
        say(catalog.text("cli.batch_needs_out"))
        return ExitStatus.USAGE
    service = BatchService(application.check_service, catalog)
    opened = service.open(arguments.file)
    column = _column(opened, arguments.column)
    if column is None:
        say(catalog.text("cli.batch_no_column", titles=" / ".join(opened.titles)))
        return ExitStatus.USAGE
    rows = list(_rows(service, opened, column))
    export_batch(rows, catalog, arguments.out)
    counts = Counter(row[2] for row in rows)
    for level in VerdictLevel:
        print(f"{catalog.text(f'level.{level.value}')}  {counts[level]}")
    return ExitStatus.ANSWERED


def _column(opened: TableOpened, asked: str | None) -> int | None:
    if asked is None:
        return opened.likeliest
    return opened.titles.index(asked) if asked in opened.titles else None


def _rows(service: BatchService, opened: TableOpened, column: int) -> Iterator[Row]:
    for start in range(0, opened.count, _SLICE):
        judged = service.judged(JudgeRows(column, start, start + _SLICE))
        columns = (judged.texts, judged.levels, judged.kinds, judged.reasons)
        numbers = range(start + 1, start + 1 + len(judged.texts))
        yield from zip(numbers, *columns, strict=True)
        _tell(start + len(judged.texts), opened.count)


def _tell(done: int, count: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done:,} / {count:,}", end="\n" if done == count else "", file=sys.stderr)
