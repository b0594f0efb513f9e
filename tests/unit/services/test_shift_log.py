"""A shift's figures."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.host.clock import MAINLAND, FixedClock
from app.model.verdict import VerdictLevel
from app.services.shift_log import ShiftLog

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=MAINLAND)


def a_log(folder: Path, moment: datetime = NOW, desk: str = "东街") -> ShiftLog:
    return ShiftLog(folder / "desk" / "shift.json", desk, FixedClock(moment))


def test_visitors_and_verdicts_are_counted_by_the_hour(tmp_path: Path) -> None:
    log = a_log(tmp_path)
    log.note_visitor()
    log.note_check(VerdictLevel.DANGER)
    log.note_check(VerdictLevel.DANGER)
    log = a_log(tmp_path, NOW + timedelta(hours=2))
    log.note_check(VerdictLevel.UNKNOWN)
    summary = log.summary()
    assert (summary.visitors, summary.checks) == (1, 3)
    assert [each.hour for each in summary.hours] == [9, 11]
    assert dict(summary.levels)[VerdictLevel.DANGER] == 2
    assert summary.began == NOW


@pytest.mark.parametrize(("moment", "desk"), [(NOW + timedelta(days=1), "东街"), (NOW, "西街")])
def test_another_day_or_desk_begins_at_nought(tmp_path: Path, moment: datetime, desk: str) -> None:
    a_log(tmp_path).note_check(VerdictLevel.DANGER)
    assert a_log(tmp_path, moment, desk).summary().checks == 0


def test_a_new_shift_begins_at_nought(tmp_path: Path) -> None:
    log = a_log(tmp_path)
    log.note_visitor()
    log.note_check(VerdictLevel.DANGER)
    log.begin_anew()
    assert log.summary().checks == 0
    assert a_log(tmp_path).summary().visitors == 0


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"desk": "东街"}', "\ufffd"])
def test_a_broken_file_begins_at_nought(tmp_path: Path, content: str) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "shift.json").write_text(content, encoding="utf-8")
    assert a_log(tmp_path).summary().checks == 0


def test_a_folder_that_takes_no_file_does_not_stop_the_count(tmp_path: Path) -> None:
    (tmp_path / "desk").write_text("in the way", encoding="utf-8")
    log = a_log(tmp_path)
    log.note_check(VerdictLevel.DANGER)
    assert log.summary().checks == 1
