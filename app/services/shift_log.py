"""Counts what a desk did in a shift, without a word of what anybody brought."""

import json
import os
from collections import Counter
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from ..host.clock import Clock
from ..model.verdict import VerdictLevel

_FORMAT = 1


class HourCount(Struct, frozen=True):
    """How often each verdict was given from `hour` o'clock on."""

    hour: int
    levels: tuple[tuple[VerdictLevel, int], ...]


class ShiftSummary(Struct, frozen=True):
    """Figures of one shift up to `until`; hours are the mainland's."""

    desk: str
    began: datetime
    until: datetime
    visitors: int
    checks: int
    levels: tuple[tuple[VerdictLevel, int], ...]
    hours: tuple[HourCount, ...]


class ShiftLog:
    """Kept in a small file, so that a power cut does not cost the count.

    Where the file cannot be written the count goes on in memory.
    """

    def __init__(self, file: Path, desk: str, clock: Clock) -> None:
        self._file = file
        self._desk = desk
        self._clock = clock
        self._began = clock.now()
        self._visitors = 0
        self._counts: Counter[tuple[int, VerdictLevel]] = Counter()
        self._load()

    def note_visitor(self) -> None:
        """Count one more visitor."""
        self._visitors += 1
        self._save()

    def note_check(self, level: VerdictLevel) -> None:
        """Count one more verdict."""
        self._counts[self._clock.now().hour, level] += 1
        self._save()

    def begin_anew(self) -> None:
        """Begin the next shift at nought."""
        self._began = self._clock.now()
        self._visitors = 0
        self._counts.clear()
        self._save()

    def summary(self) -> ShiftSummary:
        """Return the figures up to now."""
        hours = sorted({hour for hour, _ in self._counts})
        return ShiftSummary(
            self._desk,
            self._began,
            self._clock.now(),
            self._visitors,
            self._counts.total(),
            tuple(
                (level, sum(self._counts[hour, level] for hour in hours)) for level in VerdictLevel
            ),
            tuple(
                HourCount(hour, tuple((level, self._counts[hour, level]) for level in VerdictLevel))
                for hour in hours
            ),
        )

    def _save(self) -> None:
        table = {
            "format": _FORMAT,
            "desk": self._desk,
            "began": self._began.isoformat(timespec="seconds"),
            "visitors": self._visitors,
            "counts": [[hour, level.value, n] for (hour, level), n in self._counts.items()],
        }
        beside = self._file.with_name(f"{self._file.name}.{os.getpid()}.new")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")
            beside.replace(self._file)

    def _load(self) -> None:
        """Go on with today's shift of this desk; anything else in the file is a former one's."""
        try:
            table = json.loads(self._file.read_text(encoding="utf-8"))
            began = datetime.fromisoformat(table["began"])
            if table["desk"] != self._desk or began.date() != self._clock.today():
                return
            counts = {
                (int(hour), VerdictLevel(level)): int(n) for hour, level, n in table["counts"]
            }
            visitors = int(table["visitors"])
        except (OSError, ValueError, KeyError, TypeError):
            return
        self._began, self._visitors, self._counts = began, visitors, Counter(counts)
