"""Two questions on the purple screen, whose answers are judged together with the text."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ..style import Style
from .big_button import BigButton
from .flow_row import FlowRow
from .framed import Framed
from .glyphs import Glyph
from .panel import Panel
from .sender_field import SenderField
from .text_block import written

_ANSWERS = ("who", "what")


class QuestionForm(Panel):
    """A field under each question; `answered` carries the answers as sentences."""

    answered = Signal(str)

    def __init__(self, questions: tuple[str, ...], style: Style) -> None:
        super().__init__()
        self._style = style
        theme = style.theme
        self.dress_ground(theme, border=theme.palette.border)
        column = QVBoxLayout(self)
        side = theme.padding
        column.setContentsMargins(side, side - 6, side, side)
        column.setSpacing(10)
        title = style.words.text("verdict.label.ask")
        column.addWidget(written(theme, title, theme.heading, bold=True))
        self.fields: list[SenderField] = []
        for question in questions[: len(_ANSWERS)]:
            field = SenderField()
            field.dress(theme)
            field.setAccessibleName(question)
            field.setPlaceholderText(style.say("verdict.answer_hint"))
            field.submitted.connect(self._submit)
            label = written(theme, question)
            label.setBuddy(field)
            framed = Framed(field)
            framed.dress(theme)
            framed.setFixedHeight(theme.target)
            column.addWidget(label)
            column.addWidget(framed)
            self.fields.append(field)
        self.button = BigButton(Glyph.CHECK)
        self.button.dress(theme)
        self.button.name(
            style.say("button.check_answers"),
            short=style.say("button_short.check_answers"),
            hint=style.say("button_hint.check_answers"),
        )
        self.button.clicked.connect(self._submit)
        column.addWidget(FlowRow(8, self.button))

    def _submit(self) -> None:
        sentences = [
            self._style.say(f"question_answer.{name}", answer=field.text().strip())
            for name, field in zip(_ANSWERS, self.fields, strict=False)
            if field.text().strip()
        ]
        if sentences:
            self.answered.emit("\n".join(sentences))
        elif self.fields:
            self.fields[0].setFocus()
