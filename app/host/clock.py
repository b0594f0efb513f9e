"""What time it is; the only door to the computer's clock."""

from datetime import date, datetime, timedelta, timezone
from typing import Protocol

from msgspec import Struct

MAINLAND = timezone(timedelta(hours=8), "UTC+8")


class Clock(Protocol):
    """Tells mainland time, in which the lists are dated and the seasons of scripts are counted."""

    def now(self) -> datetime:
        """Return the present moment, with its time zone."""
        ...

    def today(self) -> date:
        """Return the mainland's date."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Return the present moment in mainland time."""
        return datetime.now(MAINLAND)

    def today(self) -> date:
        """Return the mainland's date."""
        return self.now().date()


class FixedClock(Struct, frozen=True):
    """A clock that stands still, for tests and rehearsals."""

    moment: datetime

    def now(self) -> datetime:
        """Return the moment it was set to."""
        return self.moment

    def today(self) -> date:
        """Return the date it was set to."""
        return self.moment.date()
