"""What a feed offers: tables and lists, each a named target that the publisher signed."""

from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from .language import LocalizedText
from .program_note import ProgramNote
from .source_note import SourceClass, SourceNote

MOST_DAILY_DAYS = 92  # that a list which changes every day may last, whatever its editors allow
_SLACK = timedelta(days=1)  # what time zones may be apart


class ListKind(StrEnum):
    """What a list's fingerprints stand for."""

    NUMBERS = "numbers"
    DOMAINS = "domains"


class ListDelta(Struct, frozen=True):
    """The way from one version of a list to the next that is published."""

    from_version: int
    to_version: int
    target: str


class ListTerms(Struct, frozen=True):
    """All that people are told of a list but its day: it stays the same from version to version."""

    name: str
    kind: ListKind
    reason: LocalizedText
    source_title: str
    source_address: str
    source_class: SourceClass
    licence: str
    since: date
    appeal: str


class DailyTerms(Struct, frozen=True):
    """What the editors sign of a list that the daily role may fill.

    A version may last `lasts_days` from the day it is taken up, so that whoever stole the role
    cannot have people warned of somebody for years.
    """

    told: ListTerms
    lasts_days: int

    def latest(self, today: date) -> date:
        """Return the last day on which a version that is taken up today may be asked."""
        return today + timedelta(days=min(self.lasts_days, MOST_DAILY_DAYS)) + _SLACK


class ReportedList(Struct, frozen=True):
    """A negative list of fingerprints, as it is named to people.

    `sha256` is that of the fingerprints as they lie in the file that is looked up in; a list put
    together from deltas must have it. `reviewed` lists decide red, others orange. After `expires`
    the list is no longer asked. `appeal` is where somebody wrongly listed may complain.
    """

    name: str
    kind: ListKind
    version: int
    entries: int
    sha256: str
    full_target: str
    deltas: tuple[ListDelta, ...]
    reviewed: bool
    reason: LocalizedText
    source: SourceNote
    licence: str
    since: date
    expires: date
    appeal: str

    @property
    def terms(self) -> ListTerms:
        """What people are told of the list, whatever is in it."""
        return ListTerms(
            self.name,
            self.kind,
            self.reason,
            self.source.title,
            self.source.address,
            self.source.source_class,
            self.licence,
            self.since,
            self.appeal,
        )


class FeedIndex(Struct, frozen=True):
    """One edition of a feed. `tables` are targets, one for each folder of editors' tables.

    `program` tells of the newest program, None where the publisher says nothing of it. `daily` are
    the editors' terms for the lists that the daily role may fill.
    """

    schema: int
    as_of: date
    tables: tuple[str, ...]
    lists: tuple[ReportedList, ...] = ()
    program: ProgramNote | None = None
    daily: tuple[DailyTerms, ...] = ()
