"""Checks one submission, for every face alike."""

from collections.abc import Callable

from msgspec.structs import replace

from ..checking.engine import Engine
from ..checking.knowledge import Knowledge
from ..host.clock import Clock
from ..model.language import Language
from ..model.report import CheckReport
from ..model.scam_category import ScamCategory
from ..model.story import Story
from ..model.submission import Submission
from ..presentation.card_builder import build_card
from ..presentation.catalog import Catalog
from ..presentation.story_board import story_board
from ..presentation.verdict_card import VerdictCard


class CheckService:
    """Judges what a person hands in. Nothing of it is kept, logged, opened or sent."""

    def __init__(
        self,
        engine: Engine,
        knowledge: Knowledge,
        catalogs: Callable[[Language], Catalog],
        clock: Clock,
        stories: Callable[[ScamCategory], Story],
    ) -> None:
        self._engine = engine
        self._knowledge = knowledge
        self._catalogs = catalogs
        self._clock = clock
        self._stories = stories

    @property
    def knowledge(self) -> Knowledge:
        """The register that answers come from."""
        return self._knowledge

    def check(self, submission: Submission) -> CheckReport:
        """Return the whole case; takes well under a second for a text of any length."""
        return self._engine.check(submission, self._clock.today())

    def card(self, report: CheckReport, language: Language) -> VerdictCard:
        """Return what to say of the case; the same report can be said in another language."""
        card = build_card(report, self._catalogs(language), self._knowledge, self._clock.today())
        category = report.verdict.category
        story = None
        if category is not None and card.level.is_alarm:
            story = story_board(self._stories(category), language, report.reading)
        return replace(card, story=story, version=report.register_version)
