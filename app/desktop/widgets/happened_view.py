"""What to do after one kind of harm: steps, words for 110, the bank, the sheet, the warnings."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...model.advice import AdviceAction
from ...model.crisis import CrisisStep, Door, HappenedGuide
from ...model.language import LocalizedText
from ...presentation.dialled_digits import dialled
from ...presentation.verdict_card import StepLine
from ...services.hotlines import Hotline
from ..style import Style
from .answer_fields import AnswerFields
from .big_button import Weight
from .evidence_list import EvidenceList
from .flow_row import FlowRow
from .framed import Framed
from .glyphs import Glyph
from .named_button import named_button
from .sender_field import SenderField
from .step_list import LargeNumber, StepRow
from .text_block import TextBlock, written
from .titled_panel import TitledPanel


class HappenedView(QWidget):
    """Built anew for each door, language, scale and colour; the screen keeps what was filled in."""

    def __init__(
        self,
        guide: HappenedGuide,
        door: Door,
        answers: Mapping[str, str],
        ticked: Collection[int],
        style: Style,
    ) -> None:
        super().__init__()
        self._style = style
        self._text = style.words.text
        theme = style.theme
        self.digits: TextBlock | None = None
        self.timer = TextBlock()
        self.timer.dress(theme, theme.body, bold=True)
        self.words: list[TextBlock] = []
        self.copy = named_button(Glyph.COPY, "copy_words", style)
        self.bank = SenderField()
        self.find_button = named_button(Glyph.CHECK, "find_bank", style)
        self.banks = QWidget()
        self.form = AnswerFields(guide.fields, answers, style)
        language = style.words.language
        things = [each.into(language) for each in guide.evidence]
        self.evidence = EvidenceList(things, ticked, style)
        self.save_text = named_button(Glyph.COPY, "save_text", style)
        self.save_pdf = named_button(Glyph.PAPER, "save_pdf", style, Weight.STRONG)
        self.print_sheet = named_button(Glyph.PRINT, "print", style)
        self.clear = named_button(Glyph.CLEAR, "clear_form", style)
        self.restore = named_button(Glyph.UNDO, "restore_form", style)
        self.copied = TextBlock()
        self.copied.dress(theme, theme.body, bold=True)
        self.copied.hide()
        self.note = TextBlock()
        self.note.dress(theme, theme.body, bold=True)
        self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap)
        for panel in self._panels(guide, door):
            column.addWidget(panel)

    def show_words(self, words: Sequence[str]) -> None:
        """Show what to read to the police."""
        for block, sentence in zip(self.words, (*words, *[""] * len(self.words)), strict=False):
            block.show_text(sentence)
            block.setVisible(bool(sentence))

    def show_banks(self, lines: Sequence[Hotline]) -> None:
        """Show whose number it is in large digits, or what to do without one."""
        column = self._column_of_banks()
        theme, language = self._style.theme, self._style.words.language
        for line in lines:
            for number in line.numbers:
                owner = line.owner.into(language)
                column.addWidget(LargeNumber(theme, dialled(number), owner, theme.instruction))
        advice = "crisis.happened.bank_back" if lines else "crisis.happened.bank_unknown"
        column.addWidget(written(theme, self._text(advice)))

    def _column_of_banks(self) -> QVBoxLayout:
        """Return an empty column in place of what was found before."""
        for old in self.banks.findChildren(QWidget):
            old.hide()
            old.deleteLater()
        column = self.banks.layout()
        if not isinstance(column, QVBoxLayout):
            column = QVBoxLayout(self.banks)
            column.setContentsMargins(0, 0, 0, 0)
        return column

    def _panels(self, guide: HappenedGuide, door: Door) -> list[QWidget]:
        style, palette = self._style, self._style.theme.palette
        steps: list[QWidget] = [*self._number_of(door), self.timer]
        steps += [self._step(each, place) for place, each in enumerate(door.steps, 1)]
        self.words = [written(style.theme, "") for _ in guide.script_of(door.id)]
        promise = written(
            style.theme, self._text("crisis.happened.form_promise"), colour=palette.muted
        )
        buttons = FlowRow(
            8, self.save_pdf, self.print_sheet, self.save_text, self.clear, self.restore
        )
        parts: tuple[tuple[str, Sequence[QWidget], str], ...] = (
            ("steps", steps, palette.danger.accent),
            ("words", [*self.words, FlowRow(8, self.copy), self.copied], palette.strong),
            ("bank", self._bank_parts(), ""),
            ("form", [promise, self.form, self.note, buttons], ""),
            ("evidence", [self.evidence], ""),
            ("after", self._lines(guide.after), palette.danger.accent),
        )
        return [
            TitledPanel(style, self._text(f"crisis.happened.{name}"), inside, bar=bar)
            for name, inside, bar in parts
        ]

    def _number_of(self, door: Door) -> list[QWidget]:
        """Return the first number of the steps, large enough to be seen before they are read."""
        first = next((each for each in door.steps if each.number), None)
        if first is None:
            return []
        language = self._style.words.language
        owner = first.owner.into(language) if first.owner is not None else ""
        theme = self._style.theme
        number = LargeNumber(theme, dialled(first.number), owner, theme.digits)
        self.digits = number.digits
        return [number]

    def _step(self, step: CrisisStep, place: int) -> StepRow:
        language = self._style.words.language
        owner = step.owner.into(language) if step.owner is not None else ""
        line = StepLine(
            AdviceAction.CALL_POLICE, step.text.into(language), dialled(step.number), "", owner
        )
        shown = self.digits.text() if self.digits is not None else ""
        return StepRow(line, place, self._style, shown_already=shown)

    def _bank_parts(self) -> list[QWidget]:
        theme = self._style.theme
        self.bank.dress(theme)
        self.bank.setAccessibleName(self._text("crisis.happened.bank"))
        self.bank.setAccessibleDescription(self._text("crisis.happened.bank_hint"))
        self.bank.setPlaceholderText(self._text("crisis.happened.bank_hint"))
        framed = Framed(self.bank)
        framed.dress(theme)
        framed.setFixedHeight(theme.target)
        return [framed, FlowRow(8, self.find_button), self.banks]

    def _lines(self, lines: Sequence[LocalizedText]) -> list[QWidget]:
        language = self._style.words.language
        return [written(self._style.theme, f"· {each.into(language)}") for each in lines]


def first_number(step: CrisisStep, style: Style) -> TitledPanel:
    """Return whom to call before anything is chosen."""
    theme, language = style.theme, style.words.language
    owner = step.owner.into(language) if step.owner is not None else ""
    number = LargeNumber(theme, dialled(step.number), owner, theme.digits)
    return TitledPanel(style, step.text.into(language), [number], bar=theme.palette.danger.accent)
