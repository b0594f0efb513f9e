"""When a desk asks by itself."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.sync.schedule import DAILY, SPREAD, Attempts, next_sync

START = datetime(2026, 11, 25, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
JITTERS = st.floats(0, 1)


@given(JITTERS, st.integers(0, 100))
def test_no_desk_asks_twice_within_a_day_of_a_success(jitter: float, hours: int) -> None:
    success = START - hours * HOUR
    asked = next_sync(Attempts(START, success), jitter)
    assert asked - success >= DAILY
    assert asked > START


@given(JITTERS)
def test_a_desk_that_is_up_to_date_asks_within_a_day_and_the_spread(jitter: float) -> None:
    assert next_sync(Attempts(START, START), jitter) <= START + DAILY + SPREAD


@given(JITTERS)
def test_a_new_desk_asks_soon_and_not_at_once(jitter: float) -> None:
    asked = next_sync(Attempts(START), jitter)
    assert START < asked < START + HOUR


def test_desks_that_open_together_do_not_ask_together() -> None:
    asked = {next_sync(Attempts(START), share / 100) for share in range(100)}
    assert len(asked) == 100
    assert max(asked) - min(asked) > timedelta(minutes=20)


@given(JITTERS, st.integers(1, 500))
def test_failures_are_tried_again_ever_more_rarely(jitter: float, failures: int) -> None:
    attempts = Attempts(START, None, START + HOUR, failures)
    once = next_sync(attempts, jitter)
    more = next_sync(replace(attempts, failures=failures + 1), jitter)
    assert START + 2 * HOUR <= once <= more <= START + HOUR + DAILY * 1.25


def test_a_success_in_the_future_is_not_believed() -> None:
    assert next_sync(Attempts(START, START + timedelta(days=900)), 0.5) < START + HOUR
