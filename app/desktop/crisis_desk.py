"""Joins the bar at the side to the screens for people in trouble, each built when first opened."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ..model.submission import Submission
from ..model.verdict import VerdictLevel
from ..presentation.catalog import Catalog
from ..presentation.paper import Paper
from ..presentation.verdict_card import VerdictCard
from ..services.hotlines import find_hotlines
from .background import Background, Lane, Ticket
from .check_controller import CheckController

if TYPE_CHECKING:
    from ..assembly import Application
    from .main_window import MainWindow
    from .screens.call_screen import CallScreen
    from .screens.happened_screen import HappenedScreen


class CrisisDesk(QObject):
    """Owns no knowledge: tiles are judged by the engine, banks are found by the register."""

    def __init__(
        self,
        application: "Application",
        window: "MainWindow",
        background: Background,
        controller: CheckController,
    ) -> None:
        super().__init__(window)
        self._application = application
        self._window = window
        self._background = background
        self._controller = controller
        self._call: CallScreen | None = None
        self._happened: HappenedScreen | None = None
        self._ticket: Ticket[VerdictCard] | None = None
        self.ask_for_file: Callable[[str], str] = self._ask_for_file
        bar = window.action_bar
        bar.call_pressed.connect(self.open_call)
        bar.happened_pressed.connect(self.open_happened)

    def open_call(self) -> None:
        """Show the tiles of a call, none of them pressed yet."""
        screen = self.call_screen()
        if self._window.current_screen() is not screen:
            screen.forget()
            self._window.show_screen(screen)

    def call_screen(self) -> "CallScreen":
        """Return the screen of a call, built when first asked for; raises InvalidTableError."""
        if self._call is None:
            from .screens.call_screen import CallScreen  # noqa: PLC0415 -- built when first opened

            self._call = CallScreen(self._application.call_board())
            self._call.chosen.connect(self._judge)
            self._call.result_asked.connect(self._controller.submit)
            self._call.card_asked.connect(self._hold_up)
            self._window.add_screen(self._call)
        return self._call

    def open_happened(self) -> None:
        """Show the doors; what was filled in before is still there."""
        self._window.show_screen(self.happened_screen())

    def happened_screen(self) -> "HappenedScreen":
        """Return the screen of what to do, built when first asked for; InvalidTableError."""
        if self._happened is None:
            from .screens.happened_screen import HappenedScreen  # noqa: PLC0415

            self._happened = HappenedScreen(self._application.happened_guide())
            self._happened.bank_asked.connect(self._find_bank)
            self._happened.save_asked.connect(self._save)
            self._happened.print_asked.connect(self._print)
            self._window.add_screen(self._happened)
        return self._happened

    def forget(self) -> None:
        """Forget everything a visitor pressed or filled in; a desk's wipe calls it."""
        if self._call is not None:
            self._call.forget()
        if self._happened is not None:
            self._happened.forget()

    def _find_bank(self, name: str) -> None:
        screen = self.happened_screen()
        self._background.run(
            Lane.REGISTRY,
            lambda: find_hotlines(self._application.lookup_service(), name),
            done=screen.show_banks,
            failed=lambda _error: screen.show_banks(()),  # which says: the card's back
        )

    def _save(self, paper: Paper, kind: str) -> None:
        words = self._window.style_now.words
        suffix = "pdf" if kind == "pdf" else "txt"
        chosen = self.ask_for_file(f"{words.text('crisis.happened.file_name')}.{suffix}")
        if not chosen:
            return
        self.happened_screen().show_note(_saved(paper, Path(chosen), kind, words))

    def _print(self, paper: Paper) -> None:
        from .paper_press import print_paper  # noqa: PLC0415

        title = self._window.style_now.words.text("crisis.happened.file_name")
        printed = print_paper(paper, title)
        self.happened_screen().show_note("printed" if printed else "no_printer")

    def _ask_for_file(self, proposed: str) -> str:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 -- seldom needed

        return QFileDialog.getSaveFileName(self._window, "", proposed)[0]

    def _judge(self, submission: Submission) -> None:
        language = self._window.language
        if self._ticket is not None:
            self._ticket.drop()

        def job() -> VerdictCard:
            service = self._application.check_service()
            return service.card(service.check(submission), language)

        self._ticket = self._background.run(
            Lane.REGISTRY,
            job,
            done=lambda card: self._weigh(submission, card),
            failed=lambda _error: self._controller.submit(submission),  # which says the trouble
        )

    def _weigh(self, submission: Submission, card: VerdictCard) -> None:
        self.call_screen().show_judged(card)
        if card.level is VerdictLevel.DANGER:
            self._controller.submit(submission)

    def _hold_up(self, words: str) -> None:
        from .widgets.card_to_hold_up import CardToHoldUp  # noqa: PLC0415

        CardToHoldUp(words, self._window.style_now, self._window).showFullScreen()


def _saved(paper: Paper, file: Path, kind: str, words: Catalog) -> str:
    """Write the paper; return the key of what to say about it."""
    from .paper_press import save_pdf  # noqa: PLC0415 -- seldom needed

    try:
        if kind == "pdf":
            save_pdf(paper, file, words.text("crisis.happened.file_name"))
        else:
            file.write_text(paper.text(), encoding="utf-8", newline="\n")
    except OSError:
        return "not_saved"
    return "saved"
