"""A field of one line with its name above it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..theme import Theme
from .framed import Framed
from .sender_field import SenderField
from .text_block import TextBlock


class NamedField(QWidget):
    """The name leads to the field, for screen readers too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SenderField()
        self._name = TextBlock()
        self._name.setBuddy(self.field)
        self._framed = Framed(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self._framed)

    def dress(self, theme: Theme) -> None:
        self.field.dress(theme)
        self._name.dress(theme, theme.body)
        self._framed.dress(theme)
        self._framed.setFixedHeight(theme.target)

    def say(self, name: str, example: str = "") -> None:
        """Take the words; `example` stands in the field while it is empty."""
        self._name.show_text(name)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(example)
