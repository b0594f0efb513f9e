"""Makes a new edition of verified targets, in a folder nobody reads yet."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from ..feed.advice_tables import read_advice_rules
from ..feed.editors_tables import read_tables
from ..feed.reader_canon import ReaderCanon
from ..feed.repository_layout import TABLES_LIMIT
from ..feed.tables_pack import lay_out, unpack_tables
from ..feed.words_tables import check_words
from ..host.clock import SystemClock
from ..lists.fingerprint_file import FingerprintFile
from ..lists.list_install import install_delta, install_full
from ..model.errors import DamagedDataError, UserFacingError
from ..model.feed_index import ListKind, ReportedList
from ..model.register import Register
from ..model.sync_report import NoteKind, SyncNote, SyncPhase
from ..reading.links import LinkReader
from ..reading.numbering_plan import read_plan
from ..reading.numbers import NumberReader
from ..reading.public_suffixes import load_public_suffixes
from ..store.register_cache import CACHE_NAME
from ..store.registry_database import build_file
from .apart import Report
from .disk import settle_tree, write_whole
from .edition import DIGEST_FILE, INDEX_FILE, installed_list
from .sync_ground import Trial

_MOST_NOTES = 50


class DeltaMismatchError(UserFacingError):
    """A delta did not lead to the list that was signed. `values`: name."""


class ListJob(Struct, frozen=True):
    """Where one list comes from: the same version of an older edition, a delta on it, or whole."""

    listed: ReportedList
    base: Path | None = None
    wire: Path | None = None


class EditionJob(Struct, frozen=True):
    """Everything an edition is made of. `draft` is the folder to make, `tables` by their folder.

    `resources` are the program's own, for the canon records are held against and for its words.
    """

    resources: Path
    draft: Path
    index: bytes
    tables: tuple[tuple[str, Path], ...]
    lists: tuple[ListJob, ...]
    trial: Trial

    def __call__(self, report: Report) -> tuple[SyncNote, ...]:
        """Make the edition; raises UserFacingError, OSError, DeltaMismatchError."""
        return build_edition(self, report)


def build_edition(job: EditionJob, report: Report) -> tuple[SyncNote, ...]:
    """Make the edition in `job.draft`, try it, and return what is worth telling of it."""
    report(SyncPhase.READING, 0, 0)
    job.draft.mkdir(parents=True)
    for folder, target in job.tables:
        lay_out(unpack_tables(folder, _read(target)).items(), job.draft)
    rules = read_advice_rules(job.draft / "advice")
    check_words(rules, job.resources / "i18n", job.draft / "i18n")
    register = read_tables(job.draft, _canon(job.resources))
    build_file(register, job.draft / CACHE_NAME)
    _install_lists(job, report)
    write_whole(job.draft / DIGEST_FILE, register.version.encode())
    write_whole(job.draft / INDEX_FILE, job.index)
    report(SyncPhase.TRYING, 0, 0)
    job.trial(job.draft)
    settle_tree(job.draft)
    return tuple(_notes(job, register))


def _read(target: Path) -> bytes:
    if target.stat().st_size > TABLES_LIMIT:
        raise DamagedDataError("damaged-data", cause="a table's file is too long")
    return target.read_bytes()


def _canon(resources: Path) -> ReaderCanon:
    numbers = NumberReader(read_plan(resources / "numbering" / "cn.toml"))
    return ReaderCanon(numbers, LinkReader(load_public_suffixes(resources)))


def _install_lists(job: EditionJob, report: Report) -> None:
    total = sum(each.listed.entries for each in job.lists)
    done = 0
    for each in job.lists:
        entries = each.listed.entries

        def tell(share: float, done: int = done, entries: int = entries) -> None:
            report(SyncPhase.LISTS, done + int(share * entries), total)

        _install_list(each, job.draft, tell)
        done += entries


def _install_list(job: ListJob, draft: Path, tell: Callable[[float], None]) -> None:
    listed = job.listed
    target = installed_list(draft, listed)
    target.parent.mkdir(exist_ok=True)
    if job.wire is None:
        _share(_given(job.base), target)
        return
    if job.base is None:
        install_full(job.wire, listed.entries, listed.sha256, target, tell)
        return
    try:
        install_delta(job.base, job.wire, listed.entries, listed.sha256, target, tell)
    except DamagedDataError as error:
        raise DeltaMismatchError(
            "damaged-data", cause=error.values["cause"], name=listed.name
        ) from error


def _given(base: Path | None) -> Path:
    if base is None:
        raise ValueError("a list from nowhere")
    return base


def _share(old: Path, new: Path) -> None:
    """Have the same bytes under another name, without copying them where the disk can do that."""
    try:
        os.link(old, new)
    except OSError:
        write_whole(new, old.read_bytes())


def _notes(job: EditionJob, register: Register) -> Iterator[SyncNote]:
    """Tell what the publisher should know: the register wins over a list, and nobody is flagged."""
    today = SystemClock().today()
    for listed in (each.listed for each in job.lists):
        if listed.expires < today:
            yield SyncNote(NoteKind.LIST_EXPIRED, listed.name)
        keys = _official_keys(register, listed.kind)
        with FingerprintFile.open(installed_list(job.draft, listed)) as file:
            named = [key for key in keys if file.holds(key)]
        for key in named[:_MOST_NOTES]:
            yield SyncNote(NoteKind.LIST_NAMES_OFFICIAL, listed.name, key)


def _official_keys(register: Register, kind: ListKind) -> tuple[str, ...]:
    if kind is ListKind.NUMBERS:
        return tuple(dict.fromkeys(each.key for each in register.numbers))
    hosts = (key for each in register.domains for key in (each.host, each.registrable_domain))
    return tuple(dict.fromkeys(filter(None, hosts)))
