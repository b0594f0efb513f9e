"""The calm lines at the foot on what the feed tells of itself."""

from PySide6.QtCore import QObject

from ..model.sync_report import FeedStatus
from ..presentation.feed_lines import daily_line, program_line
from .main_window import MainWindow
from .style import Style
from .widgets.text_block import TextBlock

_LARGEST = 44  # pixels, as for the other words of the foot


class FeedNotice(QObject):
    """A newer program, and daily lists that are late; nothing while there is nothing to tell."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._status = FeedStatus()
        self.line: TextBlock | None = None
        window.dressed.connect(self._say)

    def know(self, status: FeedStatus) -> None:
        """Tell what there is to tell of the feed that is followed."""
        self._status = status
        self._say()

    def _say(self) -> None:
        style = self._window.style_now
        words = self._words(style)
        if words and self.line is None:
            self.line = TextBlock()
            self._window.take_bar(self.line, at_foot=True)
        if self.line is not None:
            theme = style.theme
            self.line.dress(theme, min(theme.body, _LARGEST), colour=theme.palette.muted)
            self.line.show_text(words)
            self.line.setVisible(bool(words))

    def _words(self, style: Style) -> str:
        status = self._status
        note = status.state.program if status.state is not None else None
        # Large letters leave little height, and a verdict needs it more than an address does.
        program = program_line(note, style.words, short=style.theme.compact)
        return "\n".join(filter(None, (program, daily_line(status, style.words))))
