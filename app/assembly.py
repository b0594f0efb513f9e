"""Builds the application from its parts; the only place that knows them all."""

import os
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from .host.clock import Clock, SystemClock
from .host.paths import Paths, find_paths
from .model.language import Language

if TYPE_CHECKING:
    from .checking.checks.check import Check
    from .checking.knowledge import Knowledge
    from .host.allow_list import AllowList
    from .model.register import Register
    from .presentation.catalog import Catalog
    from .reading.folding import Folder
    from .reading.links import LinkReader
    from .reading.numbers import NumberReader
    from .services.check_service import CheckService
    from .services.list_service import ListService
    from .services.lookup_service import LookupService


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

    def catalog(self, language: Language) -> "Catalog":
        """Return the words of `language`; reads files only as keys ask for them."""
        from .presentation.catalog import Catalog  # noqa: PLC0415 -- heavy imports wait

        return self._catalogs.setdefault(language, Catalog(self.paths.words, language))

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
        from .feed.advice_tables import read_advice_rules  # noqa: PLC0415
        from .model.freshness import AgeLimits  # noqa: PLC0415
        from .reading.reader import Reader  # noqa: PLC0415
        from .services.check_service import CheckService  # noqa: PLC0415
        from .version import RELEASED_ON  # noqa: PLC0415

        ground = self._ground()
        knowledge = ground.knowledge
        reader = Reader(knowledge.register, ground.folder, ground.links, ground.numbers)
        rules = read_advice_rules(self.paths.resources / "advice")
        checks = self._new_checks(knowledge.register)
        engine = Engine(reader, knowledge, checks, rules, AgeLimits(), RELEASED_ON)
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
        from .checking.knowledge import Knowledge  # noqa: PLC0415
        from .feed.reader_canon import ReaderCanon  # noqa: PLC0415
        from .host.allow_list import AllowList  # noqa: PLC0415
        from .reading.folding import Folder, read_folding_tables  # noqa: PLC0415
        from .reading.links import LinkReader  # noqa: PLC0415
        from .reading.numbering_plan import read_plan  # noqa: PLC0415
        from .reading.numbers import NumberReader  # noqa: PLC0415
        from .reading.public_suffixes import load_public_suffixes  # noqa: PLC0415
        from .store.register_cache import load_register  # noqa: PLC0415

        resources = self.paths.resources
        folder = Folder(read_folding_tables(resources / "folding" / "characters.tsv"))
        links = LinkReader(load_public_suffixes(resources))
        numbers = NumberReader(read_plan(resources / "numbering" / "cn.toml"))
        register = load_register(resources, self.paths.cache_folder, ReaderCanon(numbers, links))
        allow_list = AllowList(self.paths.allow_file)
        knowledge = Knowledge(register, allowed=allow_list)
        return _Ground(folder, links, numbers, knowledge, allow_list)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What several services stand on."""

    folder: "Folder"
    links: "LinkReader"
    numbers: "NumberReader"
    knowledge: "Knowledge"
    allow_list: "AllowList"


def build_application(home: Path | None = None) -> Application:
    """Build the application over the data that ships with it.

    `home`, or MINGBIAN_HOME, moves all of a person's files there.
    """
    return Application(find_paths(home, os.environ), SystemClock())
