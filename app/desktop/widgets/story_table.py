"""The script at the left, what this person was told at the right, step by step."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ...model.advice import AdviceAction
from ...presentation.story_board import StoryLine
from ...presentation.verdict_card import StepLine
from ..style import Style
from .panel import Panel
from .reason_list import quoted
from .step_list import StepRow
from .text_block import written

_SIDE_BY_SIDE_FROM = 30  # letters of body text


class StoryTable(Panel):
    """One row a step; the person's column stays away when nothing of theirs is known."""

    def __init__(self, lines: Sequence[StoryLine], style: Style) -> None:
        super().__init__()
        theme, text = style.theme, style.words.text
        self.dress_ground(theme)
        column = QVBoxLayout(self)
        side = theme.padding
        column.setContentsMargins(side, side - 8, side, side)
        column.setSpacing(10)
        compared = any(line.quotes for line in lines)
        title = "compared" if compared else "steps"
        column.addWidget(
            written(theme, text(f"story.{title}"), theme.heading, bold=True, spacing=1.3)
        )
        for place, line in enumerate(lines, 1):
            column.addWidget(StoryRow(line, place, style, compared=compared))


class StoryRow(QWidget):
    """One step of the script, and the person's own words for it."""

    def __init__(self, line: StoryLine, place: int, style: Style, *, compared: bool) -> None:
        super().__init__()
        theme, text = style.theme, style.words.text
        self._from = _SIDE_BY_SIDE_FROM * theme.body
        step = StepLine(AdviceAction.CALL_POLICE, line.text, "", "", "")
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(theme.gap)
        self._halves.addWidget(StepRow(step, place, style, shown_already=""), 1)
        if not compared:
            return
        mine = QVBoxLayout()
        mine.setSpacing(4)
        if line.quotes:
            mine.addWidget(written(theme, text("story.yours"), colour=theme.palette.muted))
        for quote in line.quotes:
            mine.addWidget(quoted(theme, quote))
        if not line.quotes:
            mine.addWidget(written(theme, text("story.not_yet"), colour=theme.palette.muted))
        mine.addStretch(1)
        self._halves.addLayout(mine, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._from
        self._halves.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
