"""Takes what is to be kept on paper to a printer or into a file that the person names."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from ..host.clock import Clock
from ..presentation.paper import Paper, slip
from ..presentation.verdict_card import VerdictCard

if TYPE_CHECKING:
    from .main_window import MainWindow
    from .screens.slip_screen import SlipScreen


class NoteTaker(Protocol):
    """A screen that can say how it went."""

    def show_note(self, key: str) -> None:
        """Say `crisis.happened.<key>`."""
        ...


class PaperDesk(QObject):
    """Counts the slips of this start, for the case code; keeps nothing else."""

    def __init__(self, clock: Clock, window: "MainWindow") -> None:
        super().__init__(window)
        self._clock = clock
        self._window = window
        self._slip: SlipScreen | None = None
        self._count = 0
        self.ask_for_file: Callable[[str], str] = self._ask_for_file

    def open_slip(self, card: VerdictCard) -> None:
        """Show the slip of this answer under the next case code."""
        self._count += 1
        screen = self.slip_screen()
        screen.show_paper(self._paper(card))
        self._window.show_screen(screen)

    def retell(self, card: VerdictCard) -> None:
        """Say the slip that is open in the card's language, under the same code."""
        if self._slip is not None and self._window.current_screen() is self._slip:
            self._slip.show_paper(self._paper(card))

    def slip_screen(self) -> "SlipScreen":
        """Return the screen before printing, built when first asked for."""
        if self._slip is None:
            from .screens.slip_screen import SlipScreen  # noqa: PLC0415

            screen = self._slip = SlipScreen()
            screen.print_asked.connect(lambda paper: self.print_out(paper, screen))
            screen.save_asked.connect(lambda paper, kind: self.save(paper, kind, screen))
            self._window.add_screen(screen)
        return self._slip

    def forget(self) -> None:
        """Forget the slip; the count goes on, so that no code comes twice."""
        if self._slip is not None:
            self._slip.show_paper(Paper((), 20))

    def print_out(self, paper: Paper, screen: NoteTaker) -> None:
        """Print, and have the screen say whether there was a printer."""
        from .paper_press import print_paper  # noqa: PLC0415 -- seldom needed

        title = self._window.style_now.words.text("slip.title")
        if note := print_paper(paper, title, self._window):
            screen.show_note(note)

    def save(self, paper: Paper, kind: str, screen: NoteTaker) -> None:
        """Ask for a file, write it as "pdf" or "text", and have the screen say how it went."""
        words = self._window.style_now.words
        name = "slip.file_name" if screen is self._slip else "crisis.happened.file_name"
        chosen = self.ask_for_file(f"{words.text(name)}.{'pdf' if kind == 'pdf' else 'txt'}")
        if chosen:
            screen.show_note(_written(paper, Path(chosen), kind, words.text("slip.title")))

    def _paper(self, card: VerdictCard) -> Paper:
        words = self._window.style_now.words
        return slip(card, words, card.version, self._clock.now(), self._count)

    def _ask_for_file(self, proposed: str) -> str:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 -- seldom needed

        return QFileDialog.getSaveFileName(self._window, "", proposed)[0]


def _written(paper: Paper, file: Path, kind: str, title: str) -> str:
    """Write the paper; return the key of what to say about it."""
    from .paper_press import save_pdf  # noqa: PLC0415 -- seldom needed

    try:
        if kind == "pdf":
            save_pdf(paper, file, title)
        else:
            file.write_text(paper.text(), encoding="utf-8", newline="\n")
    except OSError:
        return "not_saved"
    return "saved"
