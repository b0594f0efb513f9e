"""Joins the bar at the side to the screens for people in trouble, each built when first opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ..model.errors import UserFacingError
from ..model.scam_category import ScamCategory
from ..model.submission import Submission
from ..model.verdict import VerdictLevel
from ..presentation.story_board import story_board
from ..presentation.verdict_card import VerdictCard
from .background import Background, Lane, Ticket
from .check_controller import CheckController
from .paper_desk import PaperDesk
from .screens.screen import Screen
from .screens.verdict_screen import VerdictScreen

if TYPE_CHECKING:
    from ..assembly import Application
    from ..services.hotlines import Hotline
    from .main_window import MainWindow
    from .screens.call_screen import CallScreen
    from .screens.happened_screen import HappenedScreen
    from .screens.help_screen import HelpScreen
    from .screens.story_screen import StoryScreen
    from .speech import Speech


class CrisisDesk(QObject):
    """Owns no knowledge: tiles are judged by the engine, banks are found by the register."""

    family_asked = Signal()

    def __init__(
        self,
        application: "Application",
        window: "MainWindow",
        background: Background,
        controller: CheckController,
        verdicts: VerdictScreen,
    ) -> None:
        super().__init__(window)
        self._application = application
        self._window = window
        self._background = background
        self._controller = controller
        self._verdicts = verdicts
        self.papers = PaperDesk(application.clock, window)
        self._call: CallScreen | None = None
        self._happened: HappenedScreen | None = None
        self._help: HelpScreen | None = None
        self._story: StoryScreen | None = None
        self._speech: Speech | None = None
        self._pace = 0  # words a minute; 0 for the voice's own slow pace
        self._told: ScamCategory | None = None
        self._family: tuple[str, ...] = ()
        self._ticket: Ticket[VerdictCard] | None = None
        self._connect()

    def _connect(self) -> None:
        bar = self._window.action_bar
        bar.call_pressed.connect(self.open_call)
        bar.happened_pressed.connect(self.open_happened)
        bar.help_pressed.connect(self.open_help)
        bar.read_pressed.connect(self.read_aloud)
        self._window.screen_changed.connect(self._be_silent)
        self._window.interrupt = self._be_silent
        self._verdicts.story_asked.connect(self.open_story)
        self._verdicts.slip_asked.connect(self.papers.open_slip)
        self._controller.retold.connect(self._retell)
        self._window.language_changed.connect(lambda _language: self._tell_again())

    def know_family(self, numbers: tuple[str, ...]) -> None:
        """Take the family's numbers from the settings."""
        self._family = numbers
        if self._help is not None:
            self._help.know_family(numbers)

    def open_call(self) -> None:
        """Show the tiles of a call, none of them pressed yet."""
        if self._call is None or self._window.current_screen() is not self._call:
            self._show(self.call_screen)

    def open_happened(self) -> None:
        """Show the doors; what was filled in before is still there."""
        self._show(self.happened_screen)

    def open_help(self) -> None:
        """Show whom to call; from a verdict, with words about it for a relative."""
        shown = self._window.current_screen() is self._verdicts
        card = self._verdicts.card if shown else None

        def about() -> Screen:
            screen = self.help_screen()
            screen.speak_of(card)
            return screen

        self._show(about)

    def open_story(self, card: VerdictCard | None = None) -> None:
        """Show the script beside the person's words; without a card, the page for a helper."""
        self._told = None
        board = card.story if card is not None else None

        def told() -> Screen:
            screen = self.story_screen()
            screen.tell(board, card.category_name if card and board else "")
            return screen

        self._show(told)

    def _show(self, screen: Callable[[], Screen]) -> None:
        """Bring a screen to the front; a broken table is said as any other trouble is."""
        try:
            opened = screen()
        except UserFacingError as error:
            self._controller.failed.emit(error)
            return
        if opened is self._call and self._call is not None:
            self._call.forget()
        self._window.show_screen(opened)

    def set_pace(self, words_a_minute: int) -> None:
        """Take the reading speed from the settings."""
        self._pace = words_a_minute
        if self._speech is not None:
            self._speech.pace = words_a_minute

    def read_aloud(self) -> None:
        """Read the page that is shown, or stop reading."""
        if self._be_silent():
            return
        screen = self._window.current_screen()
        sentences = screen.spoken() if isinstance(screen, Screen) else ()
        if sentences:
            self.voice().read(sentences, self._window.language)
        else:
            self._say_instead("nothing")

    def voice(self) -> "Speech":
        """Return the computer's voice, looked for when it is first asked to speak."""
        if self._speech is None:
            from .speech import Speech  # noqa: PLC0415 -- built when first needed

            self._speech = Speech(self)
            self._speech.pace = self._pace or self._speech.pace
            self._speech.trouble.connect(self._say_instead)
        return self._speech

    def close(self) -> None:
        """Stop what would go on without a window."""
        self._be_silent()

    def _be_silent(self) -> bool:
        """Stop reading; tell whether anything was being read."""
        if self._speech is None or not self._speech.speaking:
            return False
        self._speech.stop()
        return True

    def _say_instead(self, key: str) -> None:
        self._window.show_notice(self._window.style_now.words.text(f"speech.{key}"))

    def call_screen(self) -> "CallScreen":
        """Return the screen of a call; raises InvalidTableError."""
        if self._call is None:
            from .screens.call_screen import CallScreen  # noqa: PLC0415 -- built when first opened

            self._call = CallScreen(self._application.call_board())
            self._call.chosen.connect(self._judge)
            self._call.result_asked.connect(self._controller.submit)
            self._call.card_asked.connect(self._hold_up)
            self._window.add_screen(self._call)
        return self._call

    def happened_screen(self) -> "HappenedScreen":
        """Return the screen of what to do; raises InvalidTableError."""
        if self._happened is None:
            from .screens.happened_screen import HappenedScreen  # noqa: PLC0415

            screen = self._happened = HappenedScreen(self._application.happened_guide())
            screen.bank_asked.connect(self._find_bank)
            screen.save_asked.connect(lambda paper, kind: self.papers.save(paper, kind, screen))
            screen.print_asked.connect(lambda paper: self.papers.print_out(paper, screen))
            self._window.add_screen(screen)
        return self._happened

    def help_screen(self) -> "HelpScreen":
        """Return the screen of whom to call; raises InvalidTableError."""
        if self._help is None:
            from .screens.help_screen import HelpScreen  # noqa: PLC0415

            self._help = HelpScreen(self._application.happened_guide().helpers)
            self._help.know_family(self._family)
            self._help.helper_asked.connect(self.open_story)
            self._help.family_asked.connect(self.family_asked)
            self._window.add_screen(self._help)
        return self._help

    def story_screen(self) -> "StoryScreen":
        """Return the screen of stories; raises InvalidTableError."""
        if self._story is None:
            from .screens.story_screen import StoryScreen  # noqa: PLC0415

            self._story = StoryScreen(self._application.helper_guide())
            self._story.told.connect(self._tell)
            self._window.add_screen(self._story)
        return self._story

    def written(self) -> tuple[str, ...]:
        """Return what a visitor wrote on these pages, in case the clipboard holds it."""
        return self._happened.written() if self._happened is not None else ()

    def forget(self) -> None:
        """Forget everything a visitor pressed or filled in; a desk's wipe calls it."""
        if self._ticket is not None:
            self._ticket.drop()
        self._ticket = self._told = None
        if self._call is not None:
            self._call.forget()
        if self._happened is not None:
            self._happened.forget()
        if self._help is not None:
            self._help.speak_of(None)
        if self._story is not None:
            self._story.tell(None, "")
        self.papers.forget()

    def _tell(self, category: ScamCategory) -> None:
        self._told = category
        words = self._window.style_now.words
        board = story_board(self._application.stories().story(category), words.language)
        self.story_screen().tell(board, words.text(f"category.{category.value}.name"))

    def _tell_again(self) -> None:
        if self._told is not None:
            self._tell(self._told)

    def _retell(self, card: VerdictCard) -> None:
        if self._story is not None and self._told is None and card.story is not None:
            self._story.tell(card.story, card.category_name)
        if self._help is not None:
            self._help.speak_of(card)
        self.papers.retell(card)

    def _find_bank(self, name: str) -> None:
        screen = self.happened_screen()

        def job() -> "tuple[Hotline, ...]":
            from ..services.hotlines import find_hotlines  # noqa: PLC0415 -- reads the register

            return find_hotlines(self._application.lookup_service(), name)

        self._background.run(
            Lane.REGISTRY,
            job,
            done=screen.show_banks,
            failed=lambda _error: screen.show_banks(()),  # which says: the card's back
        )

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
