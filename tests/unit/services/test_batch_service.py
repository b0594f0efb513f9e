"""Many rows, checked one after the other."""

import logging
from pathlib import Path

import pytest

from app.assembly import Application
from app.model.errors import RegisterUnavailableError
from app.model.language import Language
from app.model.report import CheckReport
from app.model.submission import Submission
from app.model.verdict import VerdictLevel
from app.services.batch_service import (
    BatchService,
    JudgedRows,
    JudgeRows,
    OpenTable,
    TableOpened,
    Trouble,
)
from tests.shipped import shipped_words

CATALOG = shipped_words(Language.ZH)
SCAM = "我是公安局的，您涉嫌洗钱，不要告诉家人，马上把钱转入安全账户"


class BrokenJudge:
    """Has a bug that carries the text, or no register."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def check(self, submission: Submission) -> CheckReport:
        assert submission.text
        raise self._error


@pytest.fixture
def batch(application: Application) -> BatchService:
    return BatchService(application.check_service, CATALOG)


def a_file(folder: Path, *lines: str) -> Path:
    file = folder / "a.txt"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_a_file_is_opened_and_its_rows_are_judged(batch: BatchService, tmp_path: Path) -> None:
    opened = batch.answer(OpenTable(a_file(tmp_path, "95152", SCAM, "您好")))
    assert isinstance(opened, TableOpened)
    assert (opened.count, opened.titles, opened.likeliest) == (3, ("A",), 0)
    judged = batch.answer(JudgeRows(0, 1, 3))
    assert isinstance(judged, JudgedRows)
    assert judged.start == 1
    assert judged.texts == (SCAM, "您好")
    assert judged.levels[0] is VerdictLevel.DANGER
    assert judged.kinds[0]
    assert judged.reasons[0]
    assert judged.levels[1] is VerdictLevel.UNKNOWN


def test_rows_beyond_the_end_are_none(batch: BatchService, tmp_path: Path) -> None:
    batch.open(a_file(tmp_path, "95152"))
    assert batch.judged(JudgeRows(0, 5, 9)).texts == ()


def test_known_trouble_comes_back_as_an_answer(batch: BatchService, tmp_path: Path) -> None:
    assert batch.answer(OpenTable(tmp_path / "nothing")) == Trouble("batch-unreadable")
    broken = BatchService(
        lambda: BrokenJudge(RegisterUnavailableError("register-unavailable", cause="disk")), CATALOG
    )
    broken.open(a_file(tmp_path, "95152"))
    expected = Trouble("register-unavailable", (("cause", "disk"),))
    assert broken.answer(JudgeRows(0, 0, 1)) == expected


def test_a_bug_in_one_row_costs_that_row_alone_and_logs_nothing_of_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    broken = BatchService(lambda: BrokenJudge(ValueError(SCAM)), CATALOG)
    broken.open(a_file(tmp_path, SCAM))
    judged = broken.judged(JudgeRows(0, 0, 1))
    assert judged.levels == (VerdictLevel.UNFINISHED,)
    assert SCAM not in caplog.text
    assert "ValueError" in caplog.text
