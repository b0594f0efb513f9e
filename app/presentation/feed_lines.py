"""What is said of a feed: which list is in use, how far a sync is, how it ended."""

from collections.abc import Iterator
from datetime import datetime

from ..model.program_note import ProgramNote, newer_than
from ..model.sync_report import FeedStatus, SyncNote, SyncOutcome, SyncProgress
from ..version import VERSION
from .catalog import Catalog
from .plain_characters import visible

_TOGETHER = 3  # words said in one breath
_MOST_NOTES = 5
_KILO, _MEGA = 1000, 1_000_000


def status_lines(status: FeedStatus, catalog: Catalog) -> Iterator[str]:
    """Say what is followed, and which list is in use."""
    if status.name is None:
        yield catalog.text("feed.none")
    else:
        name = visible(status.name.into(catalog.language))
        yield catalog.text("feed.followed", name=name, address=status.address)
        yield catalog.text("feed.words")
        yield from (f"  {line}" for line in word_lines(status, catalog))
    if status.state is not None:
        yield catalog.text(
            "feed.list_of",
            date=status.state.as_of.isoformat(),
            verified=local_time(status.state.verified_at),
            expires=local_time(status.state.expires),
        )
        if status.daily_is_late:
            yield catalog.text("feed.note.daily_expired")
        if status.state.newer_schema:
            yield catalog.text("feed.end.update_program")
        yield from program_lines(status.state.program, catalog)
    if status.trouble is not None:
        yield catalog.text(f"feed.trouble.{status.trouble.value}")


def program_lines(
    note: ProgramNote | None, catalog: Catalog, version: str = VERSION
) -> Iterator[str]:
    """Say that there is a program newer than `version`, what is new, and where; else nothing."""
    newer = newer_than(version, note)
    if newer is not None:
        day = newer.released_on.isoformat()
        yield catalog.text("feed.program.newer", version=newer.version, date=day)
        yield visible(newer.text.into(catalog.language))
        yield catalog.text("feed.program.link", link=visible(newer.link))


def program_line(
    note: ProgramNote | None, catalog: Catalog, version: str = VERSION, *, short: bool = False
) -> str:
    """Say the same in one line for the window's foot; "" where there is nothing to say.

    `short` leaves the address to the list's screen.
    """
    newer = newer_than(version, note)
    if newer is None:
        return ""
    if short:
        return catalog.text("feed.program.foot_short", version=newer.version)
    return catalog.text("feed.program.foot", version=newer.version, link=visible(newer.link))


def daily_line(status: FeedStatus, catalog: Catalog) -> str:
    """Say in one line for the window's foot that daily lists are late; "" where they are not."""
    return catalog.text("feed.daily_late") if status.daily_is_late else ""


def word_lines(status: FeedStatus, catalog: Catalog) -> Iterator[str]:
    """Say the words of the fingerprint, three in one breath."""
    words = [each.into(catalog.language) for each in status.words]
    for start in range(0, len(words), _TOGETHER):
        yield "  ".join(words[start : start + _TOGETHER])


def outcome_lines(outcome: SyncOutcome, catalog: Catalog) -> Iterator[str]:
    """Say how a sync ended."""
    yield catalog.text(f"feed.end.{outcome.end.value}")
    if outcome.state is not None:
        yield catalog.text("feed.list_date", date=outcome.state.as_of.isoformat())
    for note in outcome.notes[:_MOST_NOTES]:
        yield note_line(note, catalog)
    more = len(outcome.notes) - _MOST_NOTES
    if more > 0:
        yield catalog.text("feed.more_notes", count=str(more))


def note_line(note: SyncNote, catalog: Catalog) -> str:
    """Say one remark."""
    return catalog.text(f"feed.note.{note.kind.value}", name=note.list_name, what=note.what)


def progress_line(progress: SyncProgress, catalog: Catalog) -> str:
    """Say how far a sync is, with bytes and speed where there are some."""
    line = catalog.text(f"feed.phase.{progress.phase.value}")
    if not progress.total:
        return line
    if progress.phase.value == "lists":
        return f"{line} {100 * progress.done // progress.total} %"
    return catalog.text(
        "feed.bytes",
        phase=line,
        done=amount(progress.done),
        total=amount(progress.total),
        speed=amount(progress.speed),
    )


def amount(count: int) -> str:
    """Return bytes as people read them: 812 B, 34.2 kB, 5.1 MB."""
    if count < _KILO:
        return f"{count} B"
    return f"{count / _KILO:.1f} kB" if count < _MEGA else f"{count / _MEGA:.1f} MB"


def local_time(moment: datetime) -> str:
    """Return a moment as this computer's clock would show it."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
