"""Reads what several services stand on: the tables in use, and the readers they need."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from .host.kept_file import KeptFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from .checking.host_endings import HostEndings
    from .checking.knowledge import Knowledge
    from .checking.roster import Roster
    from .host.allow_list import AllowList
    from .model.advice_rules import AdviceRules
    from .model.freshness import SignedTerm
    from .model.register import Register
    from .reading.folding import Folder
    from .reading.links import LinkReader
    from .reading.numbers import NumberReader
    from .reading.reader import Reader
    from .sync.edition import Edition


class Readers(Struct, frozen=True):
    """What reads texts and hosts, whichever tables are in use."""

    folder: "Folder"
    links: "LinkReader"
    numbers: "NumberReader"
    endings: "HostEndings"


class KeptFinders(Struct, frozen=True):
    """Where what finds the tables' phrases and fitted words is kept from one start to the next."""

    phrases: KeptFile
    words: KeptFile

    @classmethod
    def beside(cls, folder: Path) -> "KeptFinders":
        """Keep them beside the register that is kept in `folder`."""
        return cls(KeptFile(folder / "phrases.finder"), KeptFile(folder / "words.finder"))


class Tables(Struct, frozen=True):
    """The tables in use. `term` is what their publisher signed, None for the program's own."""

    knowledge: "Knowledge"
    advice: "AdviceRules"
    finders: KeptFinders
    term: "SignedTerm | None" = None


def make_readers(resources: Path) -> Readers:
    """Read the folding, the public suffixes, the numbering plan and the endings of hosts."""
    from .checking.host_endings import load_host_endings  # noqa: PLC0415
    from .reading.folding import Folder, read_folding_tables  # noqa: PLC0415 -- heavy imports wait
    from .reading.links import LinkReader  # noqa: PLC0415
    from .reading.numbering_plan import read_plan  # noqa: PLC0415
    from .reading.numbers import NumberReader  # noqa: PLC0415
    from .reading.public_suffixes import load_public_suffixes  # noqa: PLC0415

    return Readers(
        Folder(read_folding_tables(resources / "folding" / "characters.tsv")),
        LinkReader(load_public_suffixes(resources)),
        NumberReader(read_plan(resources / "numbering" / "cn.toml")),
        load_host_endings(resources),
    )


def edition_tables(edition: "Edition", readers: Readers, allowed: "AllowList") -> Tables:
    """Read a fetched edition. Its register is built anew where another version of us built it.

    Raises UserFacingError or OSError for an edition that cannot be used.
    """
    from .checking.knowledge import Knowledge  # noqa: PLC0415
    from .sync.edition import expect_whole_tables, open_whole_lists  # noqa: PLC0415

    expect_whole_tables(edition.folder)
    register, advice = _tables(edition.folder, edition.folder, readers)
    lists = open_whole_lists(edition.folder)
    finders = KeptFinders.beside(edition.folder)
    return Tables(
        Knowledge(register, lists, allowed, readers.endings), advice, finders, edition.term
    )


def built_in_tables(
    resources: Path, cache_folder: Path, readers: Readers, allowed: "AllowList"
) -> Tables:
    """Read the tables that came with the program; raises UserFacingError."""
    from .checking.knowledge import Knowledge  # noqa: PLC0415

    register, advice = _tables(resources, cache_folder, readers)
    knowledge = Knowledge(register, allowed=allowed, endings=readers.endings)
    return Tables(knowledge, advice, KeptFinders.beside(cache_folder))


def _tables(tables: Path, cache_folder: Path, readers: Readers) -> tuple["Register", "AdviceRules"]:
    from .feed.advice_tables import read_advice_rules  # noqa: PLC0415
    from .feed.reader_canon import ReaderCanon  # noqa: PLC0415
    from .store.register_cache import load_register  # noqa: PLC0415

    register = load_register(tables, cache_folder, ReaderCanon(readers.numbers, readers.links))
    return register, read_advice_rules(tables / "advice")


def make_reader(tables: Tables, readers: Readers) -> "Reader":
    """Return what reads a submission by these tables; raises InvalidTableError for a bad phrase."""
    from .reading.reader import Reader  # noqa: PLC0415

    register, kept = tables.knowledge.register, tables.finders.phrases
    return Reader(register, readers.folder, readers.links, readers.numbers, kept)


def make_roster(tables: Tables, resources: Path, today: "Callable[[], date]") -> "Roster":
    """Return every check over these tables."""
    from .checking.lookalike_index import LookalikeIndex  # noqa: PLC0415
    from .checking.lookalike_words import load_lookalike_words  # noqa: PLC0415
    from .checking.number_likeness import NumberLikeness  # noqa: PLC0415
    from .checking.roster import roster  # noqa: PLC0415
    from .reading.numbering_plan import read_plan  # noqa: PLC0415
    from .reading.skeleton import load_skeletons  # noqa: PLC0415

    register = tables.knowledge.register
    words = load_lookalike_words(resources)
    domains = LookalikeIndex(register, load_skeletons(resources), words)
    numbers = NumberLikeness(register, read_plan(resources / "numbering" / "cn.toml"))
    return roster(register, domains, numbers, today, tables.finders.words)
