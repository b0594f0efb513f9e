"""The answers of a batch as a table."""

import csv
from pathlib import Path

import pytest

from app.model.errors import UserFacingError
from app.model.language import Language
from app.model.verdict import VerdictLevel
from app.services.batch_export import export_batch
from tests.shipped import shipped_words

CATALOG = shipped_words(Language.EN)
ROWS = [(7, "=1+1", VerdictLevel.DANGER, "@kind", "-reason")]


def test_every_cell_a_stranger_wrote_is_disarmed(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    export_batch(ROWS, CATALOG, file)
    with file.open(encoding="utf-8-sig", newline="") as stream:
        head, row = csv.reader(stream)
    assert head == ["Row", "Answer", "What", "Kind", "Why"]
    assert row == ["7", "Likely scam", "'=1+1", "'@kind", "'-reason"]


def test_a_refused_place_is_named_calmly(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError):
        export_batch(ROWS, CATALOG, tmp_path / "nowhere" / "out.csv")
