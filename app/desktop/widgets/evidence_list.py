"""What to keep for the police, to be ticked when one has it."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ..style import Style
from .big_button import BigButton
from .glyphs import Glyph
from .roving_focus import RovingFocus
from .text_block import written


class EvidenceList(QWidget):
    """One row a thing; `changed` carries the places of all that are ticked."""

    changed = Signal(object)  # frozenset[int]

    def __init__(self, lines: Sequence[str], ticked: Collection[int], style: Style) -> None:
        super().__init__()
        hint = style.words.text("crisis.happened.evidence_hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(written(style.theme, hint, colour=style.theme.palette.muted))
        self.boxes: list[BigButton] = []
        for place, line in enumerate(lines):
            row = _Row(line, hint, style)
            row.box.setChecked(place in ticked)
            row.box.toggled.connect(self._tell)
            self.boxes.append(row.box)
            column.addWidget(row)
        RovingFocus(self.boxes)

    def _tell(self) -> None:
        self.changed.emit(frozenset(at for at, box in enumerate(self.boxes) if box.isChecked()))


class _Row(QWidget):
    """A box to tick with its words beside it, which tick it as well when they are clicked."""

    def __init__(self, line: str, hint: str, style: Style) -> None:
        super().__init__()
        self.box = BigButton(Glyph.BOX)
        self.box.setCheckable(True)
        self.box.dress(style.theme)
        self.box.name("")
        self.box.setAccessibleName(line)
        self.box.setAccessibleDescription(hint)
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(written(style.theme, line), 1, Qt.AlignmentFlag.AlignVCenter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(here):
            self.box.toggle()
