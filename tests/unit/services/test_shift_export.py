"""A shift as a table."""

import csv
from pathlib import Path

from app.model.language import Language
from app.model.verdict import VerdictLevel
from app.services.shift_export import export_shift
from tests.shipped import shipped_words

from .test_shift_log import a_log


def test_the_table_has_the_hours_and_their_sum_and_no_formula(tmp_path: Path) -> None:
    log = a_log(tmp_path, desk="=东街")
    log.note_check(VerdictLevel.DANGER)
    log.note_check(VerdictLevel.UNKNOWN)
    file = tmp_path / "out.csv"
    export_shift(log.summary(), shipped_words(Language.ZH), file)
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows[0] == ["服务点", "'=东街"]
    assert rows[5] == ["时间", "像诈骗", "小心", "名单里有", "没有记录", "没查完"]
    assert rows[6] == ["09:00", "1", "0", "0", "1", "0"]
    assert rows[7] == ["合计", "1", "0", "0", "1", "0"]
