"""When daily lists are late, whatever else is fresh."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.model.sync_report import FeedState, NoteKind, SyncNote

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def state(until: datetime | None, *kinds: NoteKind) -> FeedState:
    notes = tuple(SyncNote(each, "") for each in kinds)
    day = date(2026, 11, 26)
    return FeedState("one", "feed", "", day, 1, 1, NOW, NOW + HOUR, notes=notes, daily_until=until)


@pytest.mark.parametrize(
    ("of", "late"),
    [
        (state(None), False),
        (state(NOW + HOUR), False),
        (state(NOW - HOUR), True),
        (state(None, NoteKind.DAILY_EXPIRED), True),
        (state(None, NoteKind.DAILY_REFUSED, NoteKind.LIST_EXPIRED), False),
    ],
    ids=["never signed", "in time", "over", "over when fetched", "refused"],
)
def test_daily_lists_are_late_once_the_roles_word_is_over(of: FeedState, *, late: bool) -> None:
    assert of.daily_is_late(NOW) is late
