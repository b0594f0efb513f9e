"""`check`: everything that must hold of tables and lists before anybody signs them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ..feed.advice_tables import read_advice_rules
from ..feed.editors_tables import read_tables
from ..feed.golden_messages import read_golden
from ..feed.reader_canon import ReaderCanon
from ..feed.tables_pack import tables_of
from ..model.errors import InvalidTableError
from ..model.program_note import ProgramNote, newer_than
from ..model.register import Register
from ..model.submission import Submission
from ..model.verdict import VerdictLevel
from ..sync.sync_ground import Trial
from ..version import VERSION
from .composing import composed
from .faults import Fault, FaultKind
from .feed_config import FeedConfig
from .key_reader import open_readers
from .list_lint import ListLint
from .list_store import ListStore
from .own_examples import OwnExamples
from .protected import Protected, read_popular
from .table_lint import lint_register
from .workspace import Workspace

Judge = Callable[[Submission], VerdictLevel]
PROGRAM_TABLE = "feed.toml [program]"
JudgeOver = Callable[[Path], Judge]  # given resources, judges as the program would over them


class Program(Struct, frozen=True):
    """What the publisher borrows of the program: its data, and its judgement over any data.

    `trial` is what people's programs ask a new edition before they use it.
    """

    resources: Path
    judge_over: JudgeOver
    trial: Trial


class Linting:
    """Checks the feed of one folder as it would come to people."""

    def __init__(self, workspace: Workspace, config: FeedConfig, program: Program) -> None:
        self._workspace = workspace
        self._config = config
        self._program = program

    @property
    def tables_folder(self) -> Path:
        """Where the editors' tables lie."""
        if self._config.tables:
            return self._workspace.folder / self._config.tables
        return self._program.resources

    @property
    def golden_file(self) -> Path:
        """Where the golden messages lie."""
        if self._config.golden:
            return self._workspace.folder / self._config.golden
        return self._program.resources / "selftest" / "golden.toml"

    def popular(self) -> frozenset[str]:
        """Return the well-known domains of the allow-lists that the settings name."""
        return read_popular(self._workspace.folder / each for each in self._config.popular)

    def faults(self, today: date) -> Iterator[Fault]:
        """Yield every fault; some seconds for the tables that ship. Raises OSError."""
        yield from program_faults(self._config.program, today)
        with composed(self._program.resources, tables_of(self.tables_folder)) as folder:
            try:
                register = self.register(folder)
                read_advice_rules(folder / "advice")
            except InvalidTableError as error:
                row = f"{error.values['table']}: {error.values['row']}"
                yield Fault(FaultKind.TABLE, row, error.values["rule"])
                return  # nothing else can be asked of tables that cannot be read
            readers = open_readers(folder)
            protected = Protected(register, folder, self.popular())
            yield from lint_register(register, readers.links, protected, today)
            yield from OwnExamples(register, readers, folder).faults()
            yield from golden_faults(self.golden_file, self._program.judge_over(folder))
            yield from self._list_faults(protected, today, self._config.lists)
            yield from self._daily_faults(protected, today)

    def daily_faults(self, today: date) -> Iterator[Fault]:
        """Yield the faults of the daily lists alone. Raises OSError, InvalidTableError."""
        with composed(self._program.resources, tables_of(self.tables_folder)) as folder:
            protected = Protected(self.register(folder), folder, self.popular())
            yield from self._daily_faults(protected, today)

    def register(self, resources: Path) -> Register:
        """Read composed resources into a register; raises InvalidTableError."""
        readers = open_readers(resources)
        return read_tables(resources, ReaderCanon(readers.numbers, readers.links))

    def _list_faults(
        self, protected: Protected, today: date, names: Iterable[str]
    ) -> Iterator[Fault]:
        lint = ListLint(protected)
        for name in names:
            yield from lint.faults(name, ListStore(self._workspace.lists / name), today)

    def _daily_faults(self, protected: Protected, today: date) -> Iterator[Fault]:
        names = self._config.daily.lists
        yield from self._list_faults(protected, today, names)
        for name in names:
            if name in self._config.lists:
                yield Fault(FaultKind.DAILY_SHARED, name)
            yield from daily_list_faults(name, ListStore(self._workspace.lists / name), today)


def daily_list_faults(name: str, store: ListStore, today: date) -> Iterator[Fault]:
    """Yield what keeps a list from the daily role: that it decides, or lasts too long."""
    versions = store.versions()
    if not versions:
        return
    about = store.about()
    if about.reviewed:
        yield Fault(FaultKind.DAILY_REVIEWED, name)
    day, latest = versions[-1].expires, about.daily_terms.latest(today)
    if day > latest:
        yield Fault(FaultKind.DAILY_LONG, name, f"{day.isoformat()} > {latest.isoformat()}")


def program_faults(note: ProgramNote | None, today: date) -> Iterator[Fault]:
    """Yield what is wrong with the note on the newest program; its form was read with care."""
    if note is None:
        return
    if note.released_on > today:
        yield Fault(FaultKind.FUTURE, PROGRAM_TABLE, note.released_on.isoformat())
    if newer_than(note.version, _of_this_program(note)):
        yield Fault(FaultKind.PROGRAM_OLD, note.version, VERSION)


def _of_this_program(note: ProgramNote) -> ProgramNote:
    return replace(note, version=VERSION)


def golden_faults(file: Path, judge: Judge) -> Iterator[Fault]:
    """Yield the golden messages that get a verdict they may not; raises InvalidTableError."""
    for golden in read_golden(file):
        level = judge(golden.submission)
        if level not in golden.levels:
            yield Fault(FaultKind.GOLDEN, golden.name, level)
