"""A sheet of one-line fields, in two columns where there is room."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ...model.crisis import FormField
from ..style import Style
from .framed import Framed
from .sender_field import SenderField
from .text_block import written

_TWO_COLUMNS_FROM = 34  # letters of body text


class AnswerFields(QWidget):
    """Emits every change with the field's id; keeps nothing by itself."""

    changed = Signal(str, str)

    def __init__(
        self, fields: Sequence[FormField], answers: Mapping[str, str], style: Style
    ) -> None:
        super().__init__()
        self._theme = style.theme
        self.fields: dict[str, SenderField] = {}
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(style.theme.gap)
        middle = (len(fields) + 1) // 2
        for half in (fields[:middle], fields[middle:]):
            column = QVBoxLayout()
            column.setSpacing(style.theme.gap)
            for each in half:
                self._add(column, each, answers.get(each.id, ""), style)
            column.addStretch(1)
            self._halves.addLayout(column, 1)
        for before, after in pairwise(self.fields.values()):
            before.submitted.connect(after.setFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _TWO_COLUMNS_FROM * self._theme.body
        self._halves.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )

    def _add(self, column: QVBoxLayout, row: FormField, answer: str, style: Style) -> None:
        language = style.words.language
        field = SenderField()
        field.dress(style.theme)
        field.setMaxLength(200)
        field.setText(answer)
        field.setPlaceholderText(row.hint.into(language))
        field.setAccessibleName(row.label.into(language))
        field.setAccessibleDescription(row.hint.into(language))
        field.textChanged.connect(lambda text, name=row.id: self.changed.emit(name, text))
        label = written(style.theme, row.label.into(language), bold=True)
        label.setBuddy(field)
        framed = Framed(field)
        framed.dress(style.theme)
        framed.setFixedHeight(style.theme.target)
        pair = QVBoxLayout()  # a name stands nearer to its own field than to the one above
        pair.setSpacing(4)
        pair.addWidget(label)
        pair.addWidget(framed)
        column.addLayout(pair)
        self.fields[row.id] = field
