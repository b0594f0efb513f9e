"""The calm line at the foot that tells of a newer program."""

from PySide6.QtCore import QObject

from ..model.program_note import ProgramNote
from ..model.sync_report import FeedStatus
from ..presentation.feed_lines import program_line
from .main_window import MainWindow
from .widgets.text_block import TextBlock

_LARGEST = 44  # pixels, as for the other words of the foot


class ProgramNotice(QObject):
    """Nothing is there while there is nothing to tell."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._note: ProgramNote | None = None
        self.line: TextBlock | None = None
        window.dressed.connect(self._say)

    def know(self, status: FeedStatus) -> None:
        """Tell what the feed that is followed says of the program."""
        self._note = status.state.program if status.state is not None else None
        self._say()

    def _say(self) -> None:
        style = self._window.style_now
        # Large letters leave little height, and a verdict needs it more than an address does.
        words = program_line(self._note, style.words, short=style.theme.compact)
        if words and self.line is None:
            self.line = TextBlock()
            self._window.take_bar(self.line, at_foot=True)
        if self.line is not None:
            theme = style.theme
            self.line.dress(theme, min(theme.body, _LARGEST), colour=theme.palette.muted)
            self.line.show_text(words)
            self.line.setVisible(bool(words))
