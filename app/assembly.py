"""Builds the application from its parts; the only place that knows them all."""

import os
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

from .host.paths import Paths, find_paths, frozen_program
from .model.errors import UserFacingError
from .model.language import Language
from .version import RELEASED_ON

if TYPE_CHECKING:
    from datetime import date

    from .feed.story_tables import StoryShelf
    from .grounding import Readers, Tables
    from .host.allow_list import AllowList
    from .host.clock import Clock
    from .model.crisis import CallBoard, HappenedGuide
    from .model.freshness import AgeLimits, SignedTerm
    from .model.story import HelperGuide
    from .presentation.catalog import Catalog
    from .services.check_service import CheckService
    from .services.history_service import HistoryService
    from .services.list_service import ListService
    from .services.lookup_service import LookupService
    from .services.sync_service import SyncService
    from .sync.edition import Edition, Standing


class Application:
    """Cheap to make: nothing heavy is imported or read before it is asked for.

    The services read the register; ask for them in a worker. They are built once, and may be
    asked for from any thread.
    """

    def __init__(self, paths: Paths, clock: "Clock | None" = None) -> None:
        self.paths = paths
        self._clock = clock
        self._building = RLock()
        self._catalogs: dict[Language, Catalog] = {}
        self._readers: Readers | None = None
        self._tables: Tables | None = None
        self._allow_list: AllowList | None = None
        self._limits: AgeLimits | None = None
        self._check_service: CheckService | None = None
        self._lookup_service: LookupService | None = None
        self._found: Standing | None = None
        self._history_service: HistoryService | None = None

    @property
    def clock(self) -> "Clock":
        """The computer's own, unless another was given."""
        from .host.clock import SystemClock  # noqa: PLC0415

        return self._clock or SystemClock()

    def catalog(self, language: Language) -> "Catalog":
        """Return the words of `language`; reads files only as keys ask for them."""
        from .presentation.catalog import Catalog  # noqa: PLC0415 -- heavy imports wait

        catalog = Catalog(self.paths.words, language, self._words_above)
        return self._catalogs.setdefault(language, catalog)

    def check_service(self) -> "CheckService":
        """Return the service that judges; the first call takes up to a second.

        Raises InvalidTableError or RegisterUnavailableError.
        """
        with self._building:
            if self._check_service is None:
                self._check_service = self._new_check_service()
            return self._check_service

    def take_age_limits(self, fresh_days: int, stale_days: int) -> None:
        """Judge the list's age by these limits from the next time the check service is asked for.

        Limits longer than the built-in ones count as the built-in ones.
        """
        from .model.freshness import AgeLimits  # noqa: PLC0415

        most = AgeLimits()
        with self._building:
            self._limits = AgeLimits(
                min(fresh_days, most.fresh_days), min(stale_days, most.stale_days)
            )
            self._check_service = None

    def lookup_service(self) -> "LookupService":
        """Return the service that finds organisations by name; errors as `check_service`."""
        from .services.lookup_service import LookupService  # noqa: PLC0415

        with self._building:
            if self._lookup_service is None:
                knowledge, folder = self._tables_now().knowledge, self._readers_now().folder
                self._lookup_service = LookupService(knowledge, folder)
            return self._lookup_service

    def sync_service(self) -> "SyncService":
        """Return the service that follows a feed. The net is not touched before it is asked to."""
        from .services.sync_service import SyncService  # noqa: PLC0415
        from .sync.sync_ground import SyncGround  # noqa: PLC0415

        resources = self.paths.resources
        ground = SyncGround(self.paths.feed_folder, resources, GoldenTrial(resources), self.clock)
        return SyncService(ground, self._tried_standing)

    def _tried_standing(self) -> "Standing":
        """Return the standing after the edition was read: then it is known whether it is whole."""
        with self._building, suppress(UserFacingError):
            if self.standing.edition is not None:
                self._tables_now()
        return self.standing

    @property
    def standing(self) -> "Standing":
        """Which edition of a feed is in use, or why none is."""
        from .sync.edition import find_edition  # noqa: PLC0415

        with self._building:
            if self._found is None:
                self._found = find_edition(self.paths.feed_folder, self._built_in_as_of())
            return self._found

    def reopen(self) -> None:
        """Forget what was read, so that the next call reads the edition that is there now."""
        with self._building:
            self._found = self._tables = self._check_service = self._lookup_service = None
            self._catalogs = {}

    def _built_in_as_of(self) -> "date":
        from .feed.editors_tables import read_release  # noqa: PLC0415

        return read_release(self.paths.resources / "register" / "release.toml")

    def _words_above(self) -> Path | None:
        edition = self.standing.edition
        return edition.words if edition else None

    def list_service(self) -> "ListService":
        """Return the service for wrong marks in the big lists; errors as `check_service`."""
        from .feed.reader_canon import ReaderCanon  # noqa: PLC0415
        from .services.list_service import ListService  # noqa: PLC0415

        with self._building:
            readers, knowledge = self._readers_now(), self._tables_now().knowledge
        canon = ReaderCanon(readers.numbers, readers.links)
        return ListService(knowledge, canon, self._allow_list_now(), self.clock.today)

    def call_board(self) -> "CallBoard":
        """Return the tiles of "I am on a call"; raises InvalidTableError."""
        from .feed.crisis_tables import read_call_board  # noqa: PLC0415

        return read_call_board(self.paths.resources / "crisis")

    def stories(self) -> "StoryShelf":
        """Return the known scripts as stories; reads one when it is first told."""
        from .feed.story_tables import StoryShelf  # noqa: PLC0415

        return StoryShelf(self.paths.resources / "stories")

    def helper_guide(self) -> "HelperGuide":
        """Return what helps a helper; raises InvalidTableError."""
        from .feed.story_tables import read_helper_guide  # noqa: PLC0415

        return read_helper_guide(self.paths.resources / "crisis" / "helper.toml")

    def happened_guide(self) -> "HappenedGuide":
        """Return what to do when something has happened; raises InvalidTableError."""
        from .feed.crisis_tables import read_happened_guide  # noqa: PLC0415

        return read_happened_guide(self.paths.resources / "crisis")

    def history_service(self) -> "HistoryService":
        """Return what keeps past checks; it belongs to the one thread that calls it."""
        from .services.history_service import HistoryService  # noqa: PLC0415
        from .store.key_chest import computers_key_store  # noqa: PLC0415

        with self._building:
            if self._history_service is None:
                self._history_service = HistoryService(
                    self.paths.data_folder, self.clock, computers_key_store
                )
            return self._history_service

    @property
    def has_history_service(self) -> bool:
        """Tell whether anybody has asked for the history yet."""
        return self._history_service is not None

    def _new_check_service(self) -> "CheckService":
        from .checking.engine import Engine  # noqa: PLC0415
        from .grounding import make_reader, make_roster  # noqa: PLC0415
        from .services.check_service import CheckService  # noqa: PLC0415

        tables = self._tables_now()
        knowledge = tables.knowledge
        reader = make_reader(tables, self._readers_now())
        checks = make_roster(tables, self.paths.resources, self.clock.today)
        limits = self._age_limits(tables.term)
        engine = Engine(reader, knowledge, checks, tables.advice, limits, RELEASED_ON)
        return CheckService(engine, knowledge, self.catalog, self.clock, self.stories().story)

    def _age_limits(self, term: "SignedTerm | None") -> "AgeLimits | SignedTerm":
        from .host.settings import load_settings  # noqa: PLC0415
        from .model.freshness import AgeLimits  # noqa: PLC0415

        if self._limits is None:
            settings = load_settings(self.paths.settings_file).settings
            self.take_age_limits(settings.fresh_days, settings.stale_days)
        limits = self._limits or AgeLimits()
        return limits if term is None else term.under(limits)

    def _readers_now(self) -> "Readers":
        from .grounding import make_readers  # noqa: PLC0415

        if self._readers is None:
            self._readers = make_readers(self.paths.resources)
        return self._readers

    def _allow_list_now(self) -> "AllowList":
        from .host.allow_list import AllowList  # noqa: PLC0415

        if self._allow_list is None:
            self._allow_list = AllowList(self.paths.allow_file)
        return self._allow_list

    def _tables_now(self) -> "Tables":
        if self._tables is None:
            self._tables = self._read_tables(self._readers_now())
        return self._tables

    def _read_tables(self, readers: "Readers") -> "Tables":
        """Read the edition in use; if that fails the tables that came with the program."""
        from .grounding import built_in_tables, edition_tables  # noqa: PLC0415
        from .model.sync_report import StateTrouble  # noqa: PLC0415
        from .sync.edition import Standing  # noqa: PLC0415

        allowed = self._allow_list_now()
        standing = self.standing
        if standing.edition is not None:
            try:
                return edition_tables(standing.edition, readers, allowed)
            except (UserFacingError, OSError):
                self._found = Standing(state=standing.state, trouble=StateTrouble.EDITION_BROKEN)
        return built_in_tables(self.paths.resources, self.paths.cache_folder, readers, allowed)


class TrialApplication(Application):
    """The application over an edition that nobody uses yet."""

    def __init__(self, paths: Paths, clock: "Clock", edition: "Edition") -> None:
        super().__init__(paths, clock)
        self._edition = edition

    @property
    def standing(self) -> "Standing":
        from .sync.edition import Standing  # noqa: PLC0415

        return Standing(self._edition)

    def _read_tables(self, readers: "Readers") -> "Tables":
        from .grounding import edition_tables  # noqa: PLC0415

        return edition_tables(self._edition, readers, self._allow_list_now())


class GoldenTrial(NamedTuple):
    """Has a new edition judge the messages whose verdicts are known. It can be pickled."""

    resources: Path

    def __call__(self, edition: Path) -> None:
        """Raise UserFacingError "feed-refused" naming the first message that is misjudged."""
        from .feed.golden_messages import read_golden  # noqa: PLC0415
        from .host.clock import FixedClock  # noqa: PLC0415
        from .sync.edition import edition_on_trial  # noqa: PLC0415

        tried = edition_on_trial(edition, RELEASED_ON)
        clock = FixedClock(tried.state.verified_at)
        service = TrialApplication(Paths(self.resources, edition), clock, tried).check_service()
        for golden in read_golden(self.resources / "selftest" / "golden.toml"):
            report = service.check(golden.submission)
            for language in Language:
                service.card(report, language)
            if report.verdict.level not in golden.levels:
                raise UserFacingError("feed-refused", cause=golden.name)


def build_application(home: Path | None = None) -> Application:
    """Build the application over the data that ships with it.

    `home`, MINGBIAN_HOME, or the mark beside a portable program moves all of a person's files.
    """
    return Application(find_paths(home, os.environ, frozen_program()))
