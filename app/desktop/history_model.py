"""Past checks as rows of a table."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from ..model.history_entry import HistoryEntry
from ..presentation.plain_characters import one_line
from .column_model import ColumnModel, Index
from .style import Style

COLUMNS = ("at", "level", "code", "text")
WIDTHS = (8.5, 7.5, 4.5, 12.0)  # letters
SPARE = (2, 0)
_SHOWN = 200  # characters of a text in its cell


class HistoryModel(ColumnModel):
    """Holds what was found; it changes nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("history", COLUMNS, parent)
        self._entries: tuple[HistoryEntry, ...] = ()

    def show_entries(self, entries: tuple[HistoryEntry, ...]) -> None:
        """Take what was found, the newest first."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry(self, row: int) -> HistoryEntry | None:
        """Return one row's entry, None beyond the end."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None or self._style is None:
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(entry, column, self._style)
        if role == Qt.ItemDataRole.DecorationRole and column == "level":
            return self._icons[entry.level]
        return None


def _cell(entry: HistoryEntry, column: str, style: Style) -> str:
    match column:
        case "at":
            return f"{entry.at:%Y-%m-%d %H:%M}"
        case "level":
            return style.words.text(f"level.{entry.level.value}")
        case "code":
            return entry.case_code
        case _:
            return one_line(entry.text, _SHOWN)
