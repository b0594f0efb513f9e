"""What a table with a verdict in each row tells Qt of its columns."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from ..model.verdict import VerdictLevel
from .style import Style
from .widgets.level_icons import level_icons

Index = QModelIndex | QPersistentModelIndex


class ColumnModel(QAbstractTableModel):
    """`columns` are headed by the words of `<group>.column.<column>`."""

    def __init__(self, group: str, columns: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._group = group
        self._columns = columns
        self._style: Style | None = None
        self._icons: Mapping[VerdictLevel, QIcon] = {}

    def dress(self, style: Style) -> None:
        self.beginResetModel()
        self._style = style
        self._icons = level_icons(style.theme)
        self.endResetModel()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 -- Qt's own signature
        wanted = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        if wanted and self._style is not None and 0 <= section < len(self._columns):
            return self._style.words.text(f"{self._group}.column.{self._columns[section]}")
        return None
