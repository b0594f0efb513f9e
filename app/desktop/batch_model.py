"""The rows of a batch with their verdicts, sorted and filtered."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from ..model.verdict import VerdictLevel
from ..presentation.plain_characters import one_line
from ..services.batch_export import Row
from ..services.batch_service import JudgedRows
from .column_model import ColumnModel, Index

COLUMNS = ("number", "level", "text", "kind", "reason")
WIDTHS = (3.5, 7.5, 16.0, 7.0, 12.0)  # letters
SPARE = (4, 3, 0)  # the reason and the kind stand under the table too
WORST_FIRST = (
    VerdictLevel.DANGER,
    VerdictLevel.CAUTION,
    VerdictLevel.UNFINISHED,
    VerdictLevel.UNKNOWN,
    VerdictLevel.OFFICIAL,
)
_RANK = {level: rank for rank, level in enumerate(WORST_FIRST)}
_SHOWN = 160  # characters of a cell


class BatchModel(ColumnModel):
    """Keeps all rows, and shows those of one verdict and some words, in one of two orders.

    A preview shows texts that have no verdict yet.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("batch", COLUMNS, parent)
        self._preview: tuple[str, ...] = ()
        self._texts: list[str] = []
        self._levels: list[VerdictLevel] = []
        self._ranks: list[int] = []
        self._kinds: list[str] = []
        self._reasons: list[str] = []
        self._counts: Counter[VerdictLevel] = Counter()
        self._shown: list[int] = []
        self._seen = 0  # how many of the rows have been asked whether they are shown
        self._level: VerdictLevel | None = None
        self._words = ""
        self._worst_first = False

    def clear(self, preview: tuple[str, ...] = ()) -> None:
        """Forget every row, and show `preview` instead."""
        self.beginResetModel()
        self._preview = preview
        for column in (self._texts, self._kinds, self._reasons, self._ranks, self._shown):
            column.clear()
        self._levels.clear()
        self._counts.clear()
        self._level, self._words, self._worst_first = None, "", False
        self._seen = 0
        self.endResetModel()

    def take(self, rows: JudgedRows) -> None:
        """Add rows at the end; `catch_up` shows them, since each showing paints the table."""
        self._texts += rows.texts
        self._levels += rows.levels
        self._counts.update(rows.levels)
        self._kinds += rows.kinds
        self._reasons += rows.reasons
        self._ranks += [_RANK[level] for level in rows.levels]

    def catch_up(self) -> None:
        """Show the rows added so far; what is filtered out stays out, and sorting waits."""
        if self._preview and self._texts:
            self.beginResetModel()
            self._preview = ()
            self.endResetModel()
        fitting, self._seen = self._fitting(self._seen), len(self._texts)
        if fitting:
            place = len(self._shown)
            self.beginInsertRows(QModelIndex(), place, place + len(fitting) - 1)
            self._shown += fitting
            self.endInsertRows()

    def show(self, level: VerdictLevel | None, words: str, *, worst_first: bool) -> None:
        """Show the rows of one verdict (None for all) that hold `words`, in the order asked for."""
        self.beginResetModel()
        self._level, self._words, self._worst_first = level, words.strip(), worst_first
        self._shown, self._seen = self._fitting(0), len(self._texts)
        if worst_first:
            self._shown.sort(key=self._ranks.__getitem__)
        self.endResetModel()

    def counts(self) -> Counter[VerdictLevel]:
        """Return how many rows have each verdict, shown or not."""
        return self._counts.copy()

    def judged(self) -> int:
        """Return how many rows have a verdict."""
        return len(self._texts)

    def rows(self) -> Iterator[Row]:
        """Yield what is shown, in its order."""
        for row in list(self._shown):
            yield self._row(row)

    def full_row(self, place: int) -> Row | None:
        """Return the row shown at `place`, None for a preview or beyond the end."""
        return self._row(self._shown[place]) if 0 <= place < len(self._shown) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(self._preview) or len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid() or not 0 <= index.row() < self.rowCount():
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(index.row(), column)
        if role == Qt.ItemDataRole.DecorationRole and column == "level" and not self._preview:
            return self._icons.get(self._levels[self._shown[index.row()]])
        return None

    def _cell(self, place: int, column: str) -> str:
        if self._preview:
            filled = {"number": str(place + 1), "text": one_line(self._preview[place], _SHOWN)}
            return filled.get(column, "")
        number, text, level, kind, reason = self._row(self._shown[place])
        match column:
            case "number":
                return str(number)
            case "level":
                return self._style.words.text(f"level.{level.value}") if self._style else ""
            case "text":
                return one_line(text, _SHOWN)
            case "kind":
                return kind
            case _:
                return one_line(reason, _SHOWN)

    def _row(self, row: int) -> Row:
        return (
            row + 1,
            self._texts[row],
            self._levels[row],
            self._kinds[row],
            self._reasons[row],
        )

    def _fitting(self, first: int) -> list[int]:
        """Return the rows from `first` on that are to be shown; no call for each of 100,000."""
        rows: Sequence[int] = range(first, len(self._texts))
        level, words = self._level, self._words
        if level is not None:
            levels = self._levels
            rows = [row for row in rows if levels[row] is level]
        if words:
            texts, kinds = self._texts, self._kinds
            return [row for row in rows if words in texts[row] or words in kinds[row]]
        return [*rows]
