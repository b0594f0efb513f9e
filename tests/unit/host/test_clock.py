"""The time."""

from datetime import UTC, date, datetime, timedelta

from app.host.clock import MAINLAND, FixedClock, SystemClock


def test_the_systems_clock_tells_mainland_time() -> None:
    now = SystemClock().now()
    assert now.utcoffset() == timedelta(hours=8)
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_fixed_clock_stands_still() -> None:
    clock = FixedClock(datetime(2026, 2, 1, 23, 30, tzinfo=MAINLAND))
    assert clock.now() == clock.now()
    assert clock.today() == date(2026, 2, 1)
