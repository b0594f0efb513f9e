"""Exports hold no formulas."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.presentation.csv_text import csv_text, harmless

BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@pytest.mark.parametrize("beginning", BEGINNINGS)
@pytest.mark.parametrize("blank", ["", " ", "\u3000"])
def test_what_begins_a_formula_is_disarmed(beginning: str, blank: str) -> None:
    assert harmless(f"{blank}{beginning}cmd|' /C calc'!A0").startswith("'")


@given(st.text())
def test_no_cell_begins_like_a_formula(cell: str) -> None:
    assert not harmless(cell).startswith(BEGINNINGS)
    assert harmless(cell).endswith(cell.replace("\0", "\u2400"))


@given(
    st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1), min_size=1)
)
def test_every_row_comes_back_as_one_row(rows: list[list[str]]) -> None:
    text = csv_text(rows)
    assert text.startswith("\ufeff")
    back = list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))
    assert back == [[harmless(each) for each in row] for row in rows]


def test_an_ordinary_cell_stays_as_it_is() -> None:
    assert harmless("95152") == "95152"
    assert harmless("别转钱！=不") == "别转钱！=不"
