"""What is told of a sync: how far it is, how it ended, and where the feed stands."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from .language import LocalizedText
from .program_note import ProgramNote


class SyncPhase(StrEnum):
    """What a sync is doing."""

    ASKING = "asking"
    FETCHING = "fetching"
    READING = "reading"
    LISTS = "lists"
    TRYING = "trying"
    COPYING = "copying"


class SyncProgress(Struct, frozen=True):
    """`done` of `total` bytes, both 0 where a phase counts nothing; `speed` in bytes a second."""

    phase: SyncPhase
    done: int = 0
    total: int = 0
    speed: int = 0


class NoteKind(StrEnum):
    """What is worth telling of an edition that was accepted."""

    LIST_NAMES_OFFICIAL = "list_names_official"  # the register wins; the publisher should know
    LIST_EXPIRED = "list_expired"
    DAILY_EXPIRED = "daily_expired"  # nobody signed them anew in time
    DAILY_TOO_LONG = "daily_too_long"  # `what` is the day until which a daily list would be asked
    DAILY_REFUSED = "daily_refused"  # the daily role said what it may not, or its lists are broken


class SyncNote(Struct, frozen=True):
    """One remark on the list `list_name`; `what` names the record it is about, or ""."""

    kind: NoteKind
    list_name: str
    what: str = ""


class FeedState(Struct, frozen=True):
    """The edition in use, and the publisher's word on it. `expires` and `verified_at` have zones.

    `content` is a SHA-256 of all the edition is made of, `version` that of the signed targets,
    `daily_version` that of what the daily role signed, 0 without one; `daily_until` tells until
    when that is good, None for an edition made without it.
    `newer_schema` is not 0 where the feed speaks a language this program is too old for. `program`
    is what the publisher says of the newest program, be it newer than this one or not.
    """

    edition: str
    feed: str
    content: str
    as_of: date
    version: int
    timestamp_version: int
    verified_at: datetime
    expires: datetime
    newer_schema: int = 0
    notes: tuple[SyncNote, ...] = ()
    program: ProgramNote | None = None
    daily_version: int = 0
    daily_until: datetime | None = None

    def daily_is_late(self, now: datetime) -> bool:
        """Tell whether the lists that change daily are not, though the rest may be fresh."""
        if any(each.kind is NoteKind.DAILY_EXPIRED for each in self.notes):
            return True
        return self.daily_until is not None and self.daily_until < now


class SyncEnd(StrEnum):
    """How a sync ended that did not fail."""

    UPDATED = "updated"
    NOTHING_NEW = "nothing_new"
    UPDATE_PROGRAM = "update_program"


class SyncOutcome(Struct, frozen=True):
    """`fetched` are the bytes of targets that were loaded; `state` is None without any edition."""

    end: SyncEnd
    state: FeedState | None
    fetched: int = 0
    notes: tuple[SyncNote, ...] = ()


class StateTrouble(StrEnum):
    """Why the built-in tables are used although a feed was followed."""

    POINTER_BROKEN = "pointer_broken"
    EDITION_MISSING = "edition_missing"
    EDITION_BROKEN = "edition_broken"
    BUILT_IN_NEWER = "built_in_newer"


class FeedStatus(Struct, frozen=True):
    """`name`, `address` and `words` (the fingerprint) are those of the card, None without one.

    `daily` tells whether the program asks by itself once a day, `daily_is_late` whether the lists
    that change daily have not been signed in time.
    """

    name: LocalizedText | None = None
    address: str = ""
    words: tuple[LocalizedText, ...] = ()
    state: FeedState | None = None
    trouble: StateTrouble | None = None
    daily: bool = False
    daily_is_late: bool = False
