"""Takes one check from paste to verdict."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from ..model.kind import kind_of
from ..model.language import Language
from ..model.report import CheckReport
from ..model.submission import Channel, Submission
from ..presentation.verdict_card import VerdictCard
from .background import Background, Lane, Ticket


class Checker(Protocol):
    """What the controller asks of the check service."""

    def check(self, submission: Submission) -> CheckReport:
        """Judge."""
        ...

    def card(self, report: CheckReport, language: Language) -> VerdictCard:
        """Say the case in one language."""
        ...


class CheckState(Enum):
    """Where the current check stands."""

    IDLE = auto()
    CHECKING = auto()
    ANSWERED = auto()
    FAILED = auto()


class CheckController(QObject):
    """Owns the state of the current check. The newest paste wins.

    `checker` is asked for in the REGISTRY lane, where building it for the first time may take a
    while; a paste made meanwhile stands in line behind it.
    """

    state_changed = Signal(object)  # CheckState
    prepared = Signal(object)  # VerdictCard of nothing: it tells the list's date
    judged = Signal(object)  # CheckReport, just before `answered`
    answered = Signal(object)  # VerdictCard
    retold = Signal(object)  # VerdictCard: the same answer in another language
    failed = Signal(object)  # Exception

    def __init__(
        self, checker: Callable[[], Checker], background: Background, language: Language
    ) -> None:
        super().__init__(background)
        self._checker = checker
        self._background = background
        self._language = language
        self._ticket: Ticket[Any] | None = None
        self._report: CheckReport | None = None
        self._submission: Submission | None = None
        self.state = CheckState.IDLE
        self.is_prepared = False

    @property
    def submission(self) -> Submission | None:
        """What was handed in last."""
        return self._submission

    @property
    def kind(self) -> Channel | None:
        """What kind of thing the answer that is shown is about, None without one."""
        return kind_of(self._report.reading) if self._report is not None else None

    def prepare(self) -> None:
        """Build the checker before anybody needs it. Trouble shows when it is asked for a check."""
        language = self._language

        def job() -> VerdictCard:
            checker = self._checker()
            return checker.card(checker.check(Submission("")), language)

        self._background.run(
            Lane.REGISTRY, job, done=self._note_prepared, failed=self._stay_unprepared
        )

    def submit(self, submission: Submission) -> None:
        """Check something new; an older answer still under way is dropped."""
        self._submission = submission
        language = self._language

        def job() -> tuple[CheckReport, VerdictCard]:
            checker = self._checker()
            report = checker.check(submission)
            return report, checker.card(report, language)

        self._start(job)

    def submit_again(self) -> None:
        """Check the last submission once more."""
        if self._submission is not None:
            self.submit(self._submission)

    def forget(self) -> None:
        """Let go of the last submission and of its answer, one under way too."""
        self._drop()
        self._ticket = self._report = self._submission = None
        self._enter(CheckState.IDLE)

    def speak(self, language: Language) -> None:
        """Say everything in this language from now on, the answer that is shown too."""
        self._language = language
        if self.state is CheckState.CHECKING:
            self.submit_again()
        elif self._report is not None:
            self._retell(self._report)
        else:
            self.prepare()

    def _retell(self, report: CheckReport) -> None:
        language = self._language
        self._drop()
        self._ticket = self._background.run(
            Lane.REGISTRY,
            lambda: self._checker().card(report, language),
            done=self.retold.emit,
            failed=self._fail,
        )

    def _drop(self) -> None:
        if self._ticket is not None:
            self._ticket.drop()

    def _start(self, job: Callable[[], tuple[CheckReport, VerdictCard]]) -> None:
        self._drop()
        self._enter(CheckState.CHECKING)
        self._ticket = self._background.run(
            Lane.REGISTRY, job, done=self._answer, failed=self._fail
        )

    def _answer(self, answer: tuple[CheckReport, VerdictCard]) -> None:
        self._report, card = answer
        self.is_prepared = True
        self._enter(CheckState.ANSWERED)
        self.judged.emit(self._report)
        self.answered.emit(card)

    def _fail(self, error: Exception) -> None:
        self._report = None
        self._enter(CheckState.FAILED)
        self.failed.emit(error)

    def _note_prepared(self, card: VerdictCard) -> None:
        self.is_prepared = True
        self.prepared.emit(card)

    def _stay_unprepared(self, _error: Exception) -> None:
        # Nobody has asked anything yet, so nobody is disturbed: the next check tries again and,
        # if it fails too, says so where the person is looking.
        self.is_prepared = False

    def _enter(self, state: CheckState) -> None:
        self.state = state
        self.state_changed.emit(state)
