"""Builds the application from its parts; the only place that knows them all."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from .host.clock import Clock, FixedClock, SystemClock
from .host.paths import Paths, find_paths
from .model.errors import UserFacingError
from .model.language import Language
from .model.sync_report import StateTrouble
from .version import RELEASED_ON

if TYPE_CHECKING:
    from datetime import date

    from .checking.checks.check import Check
    from .checking.knowledge import Knowledge
    from .feed.canon import Canon
    from .host.allow_list import AllowList
    from .model.advice_rules import AdviceRules
    from .model.freshness import AgeLimits, SignedTerm
    from .model.register import Register
    from .presentation.catalog import Catalog
    from .reading.folding import Folder
    from .reading.links import LinkReader
    from .reading.numbers import NumberReader
    from .services.check_service import CheckService
    from .services.list_service import ListService
    from .services.lookup_service import LookupService
    from .services.sync_service import SyncService
    from .sync.edition import Edition, Standing

    _Tables = tuple[Knowledge, AdviceRules, AgeLimits | SignedTerm]


class Application:
    """Cheap to make: nothing heavy is imported or read before it is asked for.

    The services read the register; ask for them in a worker. They are built once, and may be
    asked for from any thread.
    """

    def __init__(self, paths: Paths, clock: Clock) -> None:
        self.paths = paths
        self.clock = clock
        self._building = RLock()
        self._catalogs: dict[Language, Catalog] = {}
        self._shared: _Ground | None = None
        self._check_service: CheckService | None = None
        self._lookup_service: LookupService | None = None
        self._found: Standing | None = None

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

    def lookup_service(self) -> "LookupService":
        """Return the service that finds organisations by name; errors as `check_service`."""
        from .services.lookup_service import LookupService  # noqa: PLC0415

        with self._building:
            if self._lookup_service is None:
                ground = self._ground()
                self._lookup_service = LookupService(ground.knowledge, ground.folder)
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
            self._ground()
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
            self._found = self._shared = self._check_service = self._lookup_service = None
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
            ground = self._ground()
        canon = ReaderCanon(ground.numbers, ground.links)
        return ListService(ground.knowledge, canon, ground.allow_list, self.clock.today)

    def _new_check_service(self) -> "CheckService":
        from .checking.engine import Engine  # noqa: PLC0415
        from .reading.reader import Reader  # noqa: PLC0415
        from .services.check_service import CheckService  # noqa: PLC0415

        ground = self._ground()
        knowledge = ground.knowledge
        reader = Reader(knowledge.register, ground.folder, ground.links, ground.numbers)
        checks = self._new_checks(knowledge.register)
        engine = Engine(reader, knowledge, checks, ground.advice, ground.limits, RELEASED_ON)
        return CheckService(engine, knowledge, self.catalog, self.clock)

    def _new_checks(self, register: "Register") -> "tuple[Check, ...]":
        from .checking.lookalike_index import LookalikeIndex  # noqa: PLC0415
        from .checking.lookalike_words import load_lookalike_words  # noqa: PLC0415
        from .checking.number_likeness import NumberLikeness  # noqa: PLC0415
        from .checking.roster import roster  # noqa: PLC0415
        from .reading.numbering_plan import read_plan  # noqa: PLC0415
        from .reading.skeleton import load_skeletons  # noqa: PLC0415

        resources = self.paths.resources
        words = load_lookalike_words(resources)
        domains = LookalikeIndex(register, load_skeletons(resources), words)
        numbers = NumberLikeness(register, read_plan(resources / "numbering" / "cn.toml"))
        return roster(register, domains, numbers, self.clock.today)

    def _ground(self) -> "_Ground":
        if self._shared is None:
            self._shared = self._new_ground()
        return self._shared

    def _new_ground(self) -> "_Ground":
        from .feed.reader_canon import ReaderCanon  # noqa: PLC0415
        from .host.allow_list import AllowList  # noqa: PLC0415
        from .reading.folding import Folder, read_folding_tables  # noqa: PLC0415
        from .reading.links import LinkReader  # noqa: PLC0415
        from .reading.numbering_plan import read_plan  # noqa: PLC0415
        from .reading.numbers import NumberReader  # noqa: PLC0415
        from .reading.public_suffixes import load_public_suffixes  # noqa: PLC0415

        resources = self.paths.resources
        folder = Folder(read_folding_tables(resources / "folding" / "characters.tsv"))
        links = LinkReader(load_public_suffixes(resources))
        numbers = NumberReader(read_plan(resources / "numbering" / "cn.toml"))
        allow_list = AllowList(self.paths.allow_file)
        knowledge, advice, limits = self._tables(allow_list, ReaderCanon(numbers, links))
        return _Ground(folder, links, numbers, knowledge, allow_list, advice, limits)

    def _tables(self, allow_list: "AllowList", canon: "Canon") -> "_Tables":
        """Read the edition in use; if that fails the tables that came with the program."""
        from .sync.edition import Standing  # noqa: PLC0415

        standing = self.standing
        if standing.edition is not None:
            try:
                return self._edition_tables(standing.edition, allow_list)
            except (UserFacingError, OSError):
                self._found = Standing(state=standing.state, trouble=StateTrouble.EDITION_BROKEN)
        return self._built_in_tables(allow_list, canon)

    def _edition_tables(self, edition: "Edition", allow_list: "AllowList") -> "_Tables":
        from .checking.knowledge import Knowledge  # noqa: PLC0415
        from .feed.advice_tables import read_advice_rules  # noqa: PLC0415
        from .store.register_cache import open_built_register  # noqa: PLC0415
        from .sync.edition import open_whole_lists  # noqa: PLC0415

        register = open_built_register(edition.folder)
        knowledge = Knowledge(register, open_whole_lists(edition.folder), allow_list)
        return knowledge, read_advice_rules(edition.folder / "advice"), edition.term

    def _built_in_tables(self, allow_list: "AllowList", canon: "Canon") -> "_Tables":
        from .checking.knowledge import Knowledge  # noqa: PLC0415
        from .feed.advice_tables import read_advice_rules  # noqa: PLC0415
        from .model.freshness import AgeLimits  # noqa: PLC0415
        from .store.register_cache import load_register  # noqa: PLC0415

        resources = self.paths.resources
        register = load_register(resources, self.paths.cache_folder, canon)
        return (
            Knowledge(register, allowed=allow_list),
            read_advice_rules(resources / "advice"),
            AgeLimits(),
        )


@dataclass(frozen=True, slots=True)
class _Ground:
    """What several services stand on."""

    folder: "Folder"
    links: "LinkReader"
    numbers: "NumberReader"
    knowledge: "Knowledge"
    allow_list: "AllowList"
    advice: "AdviceRules"
    limits: "AgeLimits | SignedTerm"


class TrialApplication(Application):
    """The application over an edition that nobody uses yet."""

    def __init__(self, paths: Paths, clock: Clock, edition: "Edition") -> None:
        super().__init__(paths, clock)
        self._edition = edition

    @property
    def standing(self) -> "Standing":
        from .sync.edition import Standing  # noqa: PLC0415

        return Standing(self._edition)

    def _tables(self, allow_list: "AllowList", _: "Canon") -> "_Tables":
        return self._edition_tables(self._edition, allow_list)


@dataclass(frozen=True, slots=True)
class GoldenTrial:
    """Has a new edition judge the messages whose verdicts are known. It can be pickled."""

    resources: Path

    def __call__(self, edition: Path) -> None:
        """Raise UserFacingError "feed-refused" naming the first message that is misjudged."""
        from .feed.golden_messages import read_golden  # noqa: PLC0415
        from .sync.edition import edition_on_trial  # noqa: PLC0415

        tried = edition_on_trial(edition, RELEASED_ON)
        clock = FixedClock(tried.state.verified_at)
        application = TrialApplication(Paths(self.resources, edition), clock, tried)
        service = application.check_service()
        for golden in read_golden(self.resources / "selftest" / "golden.toml"):
            report = service.check(golden.submission)
            for language in Language:
                service.card(report, language)
            if report.verdict.level not in golden.levels:
                raise UserFacingError("feed-refused", cause=golden.name)


def build_application(home: Path | None = None) -> Application:
    """Build the application over the data that ships with it.

    `home`, or MINGBIAN_HOME, moves all of a person's files there.
    """
    return Application(find_paths(home, os.environ), SystemClock())
