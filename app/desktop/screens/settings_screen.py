"""What a person may set, one question under the other."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...host.settings import (
    HISTORY_DAYS,
    LANGUAGES,
    LONGEST_FRESH,
    LONGEST_STALE,
    MOST_FAMILY,
    READING_SPEEDS,
    SCALES,
    THEMES,
    Settings,
)
from ..style import Style
from ..widgets.choice_row import ChoiceRow
from ..widgets.named_field import NamedField
from ..widgets.panel import Panel
from ..widgets.text_block import TextBlock
from .sheet_screen import SheetScreen

Value = str | int


class _Question(Struct, frozen=True):
    """`figures` are said as numbers ("30 天"), other values by words of their own."""

    name: str
    values: tuple[Value, ...]
    figures: bool = False


_SWITCH: tuple[Value, ...] = (False, True)
_QUESTIONS = (
    _Question("language", LANGUAGES),
    _Question("scale", SCALES, figures=True),
    _Question("theme", THEMES),
    _Question("reading_speed", READING_SPEEDS),
    _Question("history", _SWITCH),
    _Question("history_whole", _SWITCH),
    _Question("history_days", HISTORY_DAYS, figures=True),
    _Question("fresh_days", (7, 30, LONGEST_FRESH), figures=True),
    _Question("stale_days", (90, 180, LONGEST_STALE), figures=True),
)


class SettingsScreen(SheetScreen):
    """Every answer holds at once; `changed` carries all settings with it."""

    forgets = False  # family numbers are the desk's own
    changed = Signal(object)  # Settings

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.rows = {each.name: ChoiceRow(len(each.values)) for each in _QUESTIONS}
        self._family = Panel()
        self._family_title = TextBlock()
        self._family_note = TextBlock()
        self.family = [NamedField() for _ in range(MOST_FAMILY)]
        column = QVBoxLayout(self._family)
        for part in (self._family_title, self._family_note, *self.family):
            column.addWidget(part)
        for question in _QUESTIONS:
            row = self.rows[question.name]
            row.chosen.connect(lambda place, asked=question: self._choose(asked, place))
            self.column.addWidget(row)
        self.column.addWidget(self._family)
        self.column.addStretch(1)
        for each in self.family:
            each.field.editingFinished.connect(self._take_family)
            each.field.submitted.connect(self._take_family)
        self.show_settings(settings)

    def dress(self, style: Style) -> None:
        theme, text = style.theme, style.words.text
        self.dress_sheet(style, text("settings.title"))
        for question in _QUESTIONS:
            row = self.rows[question.name]
            row.dress(theme)
            row.say(
                text(f"settings.{question.name}.title"),
                text(f"settings.{question.name}.note"),
                list(_answers(question, style)),
            )
        self._family.dress_ground(theme)
        column, side = self._family.layout(), theme.padding
        if column is not None:
            column.setContentsMargins(side, side - 8, side, side)
            column.setSpacing(10)
        self._family_title.dress(theme, theme.body, bold=True)
        self._family_title.show_text(text("settings.family.title"))
        self._family_note.dress(theme, theme.body, colour=theme.palette.muted)
        self._family_note.show_text(text("settings.family.note"))
        for place, each in enumerate(self.family, start=1):
            each.dress(theme)
            each.say(
                text("settings.family.field", number=str(place)), text("settings.family.example")
            )

    def show_settings(self, settings: Settings) -> None:
        """Show what holds now, by whatever way it was set."""
        self._settings = settings
        for question in _QUESTIONS:
            now = getattr(settings, question.name)
            found = question.values.index(now) if now in question.values else -1
            self.rows[question.name].tick(found)
        for place, each in enumerate(self.family):
            numbers = settings.family_numbers
            number = numbers[place] if place < len(numbers) else ""
            if not each.field.hasFocus():
                each.field.setText(number)

    def take_keyboard(self) -> None:
        self.rows[_QUESTIONS[0].name].buttons[0].setFocus()

    def write_family(self) -> None:
        """Bring the family's numbers into view, ready to be written."""
        QTimer.singleShot(0, lambda: self.sheet.show_from(self._family))  # once it is laid out
        self.family[0].field.setFocus()

    def _choose(self, question: _Question, place: int) -> None:
        answer: dict[str, Any] = {question.name: question.values[place]}
        self._emit(self._settings._replace(**answer))

    def _take_family(self) -> None:
        numbers = tuple(text for each in self.family if (text := each.field.text().strip()))
        self._emit(self._settings._replace(family_numbers=numbers))

    def _emit(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)


def _answers(question: _Question, style: Style) -> Iterator[str]:
    text = style.words.text
    for value in question.values:
        if question.figures:
            yield text(f"settings.{question.name}.answer", count=str(value))
        else:
            said = {"": "system", False: "off", True: "on"}.get(value, value)
            yield text(f"settings.{question.name}.answer_{said}")
