"""Past checks as a table for spreadsheets."""

import csv
from pathlib import Path

import pytest

from app.host.clock import FixedClock
from app.model.errors import UserFacingError
from app.model.language import Language
from app.services.history_export import export_history
from app.services.history_service import HistoryService, Keeping
from tests.shipped import shipped_words

from .test_history_service import NOW, a_report

CATALOG = shipped_words(Language.ZH)


def test_the_table_holds_what_is_kept_and_no_formula(tmp_path: Path) -> None:
    service = HistoryService(tmp_path / "data", FixedClock(NOW), lambda: None)
    service.add(a_report('=HYPERLINK("https://a.example")', "+8613812345678"), Keeping(30))
    service.add(a_report("别的"), Keeping(30, case_code="K7M2"))
    file = tmp_path / "out.csv"
    assert export_history(service, "", CATALOG, file) == 2
    with file.open(encoding="utf-8-sig", newline="") as stream:
        head, other, formula = csv.reader(stream)
    assert head[0] == "时间"
    assert other[:3] == ["2026-11-20 09:30", "像诈骗", "K7M2"]
    assert formula[3] == "'+861******5678"
    assert formula[4].startswith("'=")
    assert export_history(service, "别的", CATALOG, file) == 1
    service.close()


def test_a_refused_place_costs_nothing(tmp_path: Path) -> None:
    service = HistoryService(tmp_path / "data", FixedClock(NOW), lambda: None)
    service.add(a_report(), Keeping(30))
    with pytest.raises(UserFacingError):
        export_history(service, "", CATALOG, tmp_path / "nowhere" / "out.csv")
    assert len(service.find()) == 1
    service.close()
