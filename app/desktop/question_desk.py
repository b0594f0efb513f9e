"""Judges what a person answers on the purple screen, together with what was handed in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ..model.errors import UserFacingError
from ..model.submission import Submission
from ..presentation.verdict_card import VerdictCard
from .background import Background, Lane, Ticket

if TYPE_CHECKING:
    from ..assembly import Application
    from ..model.crisis import CallBoard
    from .check_controller import CheckController
    from .main_window import MainWindow
    from .screens.verdict_screen import VerdictScreen

_PATIENCE = 300  # milliseconds before a wait is explained


class QuestionDesk(QObject):
    """An alarm is shown at once; anything else leaves the person where they are pressing."""

    def __init__(
        self,
        application: "Application",
        window: "MainWindow",
        background: Background,
        controller: "CheckController",
        verdicts: "VerdictScreen",
    ) -> None:
        super().__init__(window)
        self._application = application
        self._window = window
        self._background = background
        self._controller = controller
        self._verdicts = verdicts
        self._board: CallBoard | None = None
        self._ticket: Ticket[VerdictCard] | None = None
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_PATIENCE)
        self._waiting.timeout.connect(self._explain_wait)
        verdicts.tiles = self.tiles
        verdicts.answer_chosen.connect(self._weigh)
        verdicts.answered_more.connect(self.add)

    def tiles(self) -> "CallBoard | None":
        """Return what may be pressed, read when first asked for; None where the table is broken."""
        if self._board is None:
            try:
                self._board = self._application.call_board()
            except UserFacingError:
                return None  # the fields are there; "I am on a call" says the trouble
        return self._board

    def add(self, sentences: str) -> None:
        """Hand everything in together; the text in the box takes the answers too."""
        whole = self._together(sentences)
        screen = self._window.paste_screen
        before = self._controller.submission
        if before is not None and screen.text() == before.text:
            screen.put(whole.text)
        self._verdicts.asks_on = True
        self._controller.submit(whole)

    def forget(self) -> None:
        """Let go of what is being weighed; a desk's wipe calls it."""
        self._waiting.stop()
        if self._ticket is not None:
            self._ticket.drop()
        self._ticket = None

    def _together(self, sentences: str) -> Submission:
        """Return what was handed in with the answers; a number that called stays a call."""
        before = self._controller.submission or Submission("")
        kind = before.channel or self._controller.kind
        return before._replace(text=f"{before.text}\n{sentences}", channel=kind)

    def _weigh(self, sentences: str) -> None:
        self.forget()
        if not sentences:
            self._verdicts.say_so_far("")
            return
        whole, language = self._together(sentences), self._window.language

        def job() -> VerdictCard:
            service = self._application.check_service()
            return service.card(service.check(whole), language)

        self._waiting.start()
        self._ticket = self._background.run(
            Lane.REGISTRY,
            job,
            done=lambda card: self._tell(card, sentences),
            failed=lambda _error: self.add(sentences),  # which says the trouble
        )

    def _explain_wait(self) -> None:
        self._verdicts.say_so_far(self._window.style_now.say("note.checking"))

    def _tell(self, card: VerdictCard, sentences: str) -> None:
        self._waiting.stop()
        if card.level.is_alarm:
            self.add(sentences)
        else:
            words = self._window.style_now.words
            self._verdicts.say_so_far(words.text(f"crisis.so_far.{card.level.value}"))
