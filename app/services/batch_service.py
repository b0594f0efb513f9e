"""Checks the rows of a table one after the other; nothing of them is logged or kept."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from ..model.errors import UserFacingError
from ..model.report import CheckReport
from ..model.submission import Submission
from ..model.verdict import VerdictLevel
from ..presentation.card_lines import reason_text
from ..presentation.catalog import Catalog
from .table_file import Table, read_table

_PREVIEW = 100  # rows
_LONGEST_TITLE = 24  # characters
_log = logging.getLogger(__name__)


class Judge(Protocol):
    """What is asked of the check service."""

    def check(self, submission: Submission) -> CheckReport:
        """Judge one submission."""
        ...


class OpenTable(Struct, frozen=True):
    """Asks to read a file."""

    file: Path


class JudgeRows(Struct, frozen=True):
    """Asks for the verdicts of the rows from `start` up to before `stop`, by one column."""

    column: int
    start: int
    stop: int


class TableOpened(Struct, frozen=True):
    """`preview` holds the first rows; `likeliest` is the column to propose."""

    titles: tuple[str, ...]
    count: int
    likeliest: int
    preview: tuple[tuple[str, ...], ...]


class JudgedRows(Struct, frozen=True):
    """Columns side by side, for they travel between processes faster than row by row."""

    start: int
    texts: tuple[str, ...]
    levels: tuple[VerdictLevel, ...]
    kinds: tuple[str, ...]
    reasons: tuple[str, ...]


class Trouble(Struct, frozen=True):
    """A UserFacingError on its way between processes."""

    reference: str
    values: tuple[tuple[str, str], ...] = ()


Request = OpenTable | JudgeRows
Reply = TableOpened | JudgedRows | Trouble


class BatchService:
    """One table at a time. `judge` is asked for when the first row is."""

    def __init__(self, judge: Callable[[], Judge], catalog: Catalog) -> None:
        self._judge = judge
        self._catalog = catalog
        self._table = Table((), ())

    def answer(self, request: Request) -> Reply:
        """Do what is asked; known trouble comes back as an answer too."""
        try:
            match request:
                case OpenTable():
                    return self.open(request.file)
                case JudgeRows():
                    return self.judged(request)
        except UserFacingError as error:
            return Trouble(error.reference, tuple(error.values.items()))

    def open(self, file: Path) -> TableOpened:
        """Read a file in place of the one before. Raises UserFacingError batch-…."""
        table = self._table = read_table(file)
        titles = tuple(title[:_LONGEST_TITLE] for title in table.titles)
        return TableOpened(titles, len(table.rows), table.likeliest_column(), table.rows[:_PREVIEW])

    def judged(self, request: JudgeRows) -> JudgedRows:
        """Return the verdicts of some rows."""
        rows = self._table.rows[request.start : request.stop]
        texts = tuple(row[request.column] for row in rows)
        return self.judged_texts(texts, request.start)

    def judged_texts(self, texts: Sequence[str], start: int = 0) -> JudgedRows:
        """Return the verdicts of some texts."""
        judge = self._judge()
        answers = [self._one(judge, text) for text in texts]
        levels, kinds, reasons = zip(*answers, strict=True) if answers else ((), (), ())
        return JudgedRows(start, tuple(texts), levels, kinds, reasons)

    def _one(self, judge: Judge, text: str) -> tuple[VerdictLevel, str, str]:
        try:
            report = judge.check(Submission(text))
            category, decided = report.verdict.category, report.verdict.decided_by
            kind = self._catalog.text(f"category.{category.value}.name") if category else ""
            reason = reason_text(decided[0], self._catalog) if decided else ""
        except UserFacingError:
            raise
        except Exception as bug:  # noqa: BLE001 -- one row's bug must not cost the rows behind it
            _log.error("a row could not be checked: %s", type(bug).__name__)
            return VerdictLevel.UNFINISHED, "", self._catalog.text("error.crash.title")
        return report.verdict.level, kind, reason
