"""`diff`: what the staged edition changes for people, against the one that is public."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from tuf.api.metadata import Targets

from ..feed.daily_index_codec import read_daily_index
from ..feed.feed_index_codec import read_index
from ..feed.repository_layout import DAILY_INDEX, INDEX_TARGET, TABLE_FOLDERS, tables_target
from ..feed.tables_pack import unpack_tables
from ..model.feed_index import DailyTerms, FeedIndex, ReportedList
from ..model.program_note import ProgramNote
from ..model.register import Register
from .composing import composed
from .linting import Linting
from .target_files import read_target
from .workspace import Workspace


class ChangeKind(StrEnum):
    """The values are the tails of the catalog keys `publish.change.*`."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Topic(StrEnum):
    """What people know it as; the values are the tails of the catalog keys `publish.topic.*`."""

    ORGANIZATION = "organization"
    NUMBER = "number"
    DOMAIN = "domain"
    STATEMENT = "statement"
    REPORTED = "reported"
    PATTERN = "pattern"
    PHRASES = "phrases"
    KEY = "key"
    PROGRAM = "program"
    DAILY = "daily"


class Change(Struct, frozen=True):
    """One record that comes, goes or says something else. `key` is what it is known by."""

    kind: ChangeKind
    topic: Topic
    key: str


class ListChange(Struct, frozen=True):
    """How many entries a list has before and after; 0 where it is not there, as is `version`."""

    name: str
    before: int
    after: int
    version: int


class EditionChanges(Struct, frozen=True):
    """Everything that is different, in the order of topics and keys."""

    records: tuple[Change, ...]
    lists: tuple[ListChange, ...]


_Rows = Mapping[Hashable, object]
_TOPICS: tuple[tuple[Topic, Callable[[Register], _Rows]], ...] = (
    (Topic.ORGANIZATION, lambda r: {each.id: each for each in r.organizations}),
    (Topic.NUMBER, lambda r: {f"{each.key} {each.organization_id}": each for each in r.numbers}),
    (Topic.DOMAIN, lambda r: {f"{each.host} {each.organization_id}": each for each in r.domains}),
    (Topic.STATEMENT, lambda r: {each.id: each for each in r.never_statements}),
    (Topic.REPORTED, lambda r: {each.key: each for each in r.reported}),
    (Topic.PATTERN, lambda r: {each.id: each for each in r.patterns}),
    (Topic.PHRASES, lambda r: {each.id: each for each in r.slots}),
)


class Differ:
    """Compares two editions of one feed; both are verified against what their metadata says."""

    def __init__(self, workspace: Workspace, linting: Linting, resources: Path) -> None:
        self._workspace = workspace
        self._linting = linting
        self._resources = resources

    def between(self, old: Targets | None, new: Targets) -> EditionChanges:
        """Return what `new` changes; against nothing at all, everything is added.

        Raises OSError, DamagedDataError or InvalidTableError.
        """
        before = self._register(old) if old else None
        was, now = self._index(old) if old else None, self._index(new)
        records = _record_changes(before, self._register(new))
        return EditionChanges(
            (*_program_changes(was, now), *_daily_changes(was, now), *records),
            tuple(_list_changes(was.lists if was else (), now.lists)),
        )

    def between_daily(self, old: Targets | None, new: Targets) -> tuple[ListChange, ...]:
        """Return how the lists of the daily role change; raises OSError or DamagedDataError."""
        was = self._daily_lists(old) if old else ()
        return tuple(_list_changes(was, self._daily_lists(new)))

    def _daily_lists(self, targets: Targets) -> tuple[ReportedList, ...]:
        return read_daily_index(self._read(targets, DAILY_INDEX))

    def _register(self, targets: Targets) -> Register:
        tables: dict[str, str] = {}
        for each in TABLE_FOLDERS:
            tables |= unpack_tables(each, self._read(targets, tables_target(each)))
        with composed(self._resources, tables) as folder:
            return self._linting.register(folder)

    def _index(self, targets: Targets) -> FeedIndex:
        return read_index(self._read(targets, INDEX_TARGET))

    def _read(self, targets: Targets, name: str) -> bytes:
        return read_target(targets.targets[name], *self._workspace.target_folders)


def _record_changes(before: Register | None, after: Register) -> Iterator[Change]:
    for topic, rows_of in _TOPICS:
        old = rows_of(before) if before else {}
        new = rows_of(after)
        for key in sorted(map(str, old.keys() | new.keys())):
            if key not in old:
                yield Change(ChangeKind.ADDED, topic, key)
            elif key not in new:
                yield Change(ChangeKind.REMOVED, topic, key)
            elif old[key] != new[key]:
                yield Change(ChangeKind.CHANGED, topic, key)


def _program_changes(before: FeedIndex | None, after: FeedIndex) -> Iterator[Change]:
    """Tell what people will read of the program, word for word: whoever signs must have seen it."""
    was, now = before.program if before else None, after.program
    if was == now:
        return
    if was is not None:
        yield Change(ChangeKind.REMOVED, Topic.PROGRAM, _told(was))
    if now is not None:
        yield Change(ChangeKind.ADDED, Topic.PROGRAM, _told(now))


def _daily_changes(before: FeedIndex | None, after: FeedIndex) -> Iterator[Change]:
    """Tell what people will read of lists that others will fill, word for word."""
    was, now = set(before.daily if before else ()), set(after.daily)
    for kind, terms in ((ChangeKind.REMOVED, was - now), (ChangeKind.ADDED, now - was)):
        yield from (Change(kind, Topic.DAILY, said) for said in sorted(map(_terms_told, terms)))


def _terms_told(terms: DailyTerms) -> str:
    told = terms.told
    source = f"{told.source_title} {told.source_address} ({told.source_class.value})"
    said = f"{told.reason.zh} / {told.reason.en}"
    about = f"{told.licence}, {told.since.isoformat()}, {told.appeal}, ≤ {terms.lasts_days} d"
    return f"{told.name} ({told.kind.value}): {said} {source}, {about}"


def _told(note: ProgramNote) -> str:
    said = f"{note.text.zh} / {note.text.en}"
    return f"{note.version} ({note.released_on.isoformat()}) {note.link} {said}"


def _list_changes(
    before: Iterable[ReportedList], after: Iterable[ReportedList]
) -> Iterator[ListChange]:
    old = {each.name: each for each in before}
    new = {each.name: each for each in after}
    for name in sorted(old.keys() | new.keys()):
        was, now = old.get(name), new.get(name)
        if was != now:
            yield ListChange(
                name,
                was.entries if was else 0,
                now.entries if now else 0,
                now.version if now else 0,
            )
