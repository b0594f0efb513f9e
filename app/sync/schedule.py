"""When to ask a feed for something new, so that many desks do not all ask at once."""

from datetime import datetime, timedelta

from msgspec import Struct

DAILY = timedelta(hours=24)
SPREAD = timedelta(hours=4)
AFTER_START = timedelta(minutes=2)
START_SPREAD = timedelta(minutes=30)
AFTER_FAILURE = timedelta(hours=1)


class Attempts(Struct, frozen=True):
    """What was tried: when the program started, the last success ever, and failures since start."""

    started: datetime
    last_success: datetime | None = None
    last_failure: datetime | None = None
    failures: int = 0


def next_sync(attempts: Attempts, jitter: float) -> datetime:
    """Return when to ask next. `jitter`, from 0 to 1, is this desk's own share of each spread.

    A day after the last success, never within two minutes of the start; after failures first an
    hour later, then twice as long each time, at most a day. A success in the future, from a clock
    that was set back since, counts as none.
    """
    earliest = attempts.started + AFTER_START + jitter * START_SPREAD
    if attempts.last_failure is not None and attempts.failures:
        wait = min(DAILY, AFTER_FAILURE * (1 << min(attempts.failures - 1, 10)))
        return max(earliest, attempts.last_failure + wait * (1 + jitter / 4))
    success = attempts.last_success
    if success is None or success > attempts.started + DAILY:
        return earliest
    return max(earliest, success + DAILY + jitter * SPREAD)
