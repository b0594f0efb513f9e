"""Daily lists are late by the end of what their role signed, or by the note that says so."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from app.model.sync_report import FeedState, NoteKind, SyncNote

NOW = datetime(2026, 11, 25, 4, tzinfo=UTC)
HOUR = timedelta(hours=1)
STATE = FeedState("e", "f", "c", date(2026, 11, 24), 1, 1, NOW, NOW + 100 * HOUR)


def test_a_feed_without_daily_lists_is_never_late() -> None:
    assert not STATE.daily_is_late(NOW + 1000 * HOUR)


def test_daily_lists_are_late_once_their_signature_is_no_longer_good() -> None:
    state = replace(STATE, daily_until=NOW)
    assert not state.daily_is_late(NOW)
    assert state.daily_is_late(NOW + HOUR)


def test_daily_lists_that_were_left_out_as_expired_are_late() -> None:
    state = replace(STATE, notes=(SyncNote(NoteKind.DAILY_EXPIRED, "daily"),))
    assert state.daily_is_late(NOW)


def test_daily_lists_that_were_refused_are_not_called_late() -> None:
    state = replace(STATE, notes=(SyncNote(NoteKind.DAILY_REFUSED, "daily"),))
    assert not state.daily_is_late(NOW)
