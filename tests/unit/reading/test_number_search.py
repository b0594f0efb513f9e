import pytest

from app.reading.digit_run import RUN
from app.reading.number_context import NumberContext
from app.reading.number_search import NumberSearch
from app.reading.number_shapes import ShapeFinder
from tests.number_cases import plan


def pieces(text: str) -> list[str]:
    search = NumberSearch(text, ShapeFinder(plan()), NumberContext(plan().context), plan())
    return [text[start:end] for _, start, end in search.numbers(RUN.finditer(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("95588 13812345678", ["95588", "13812345678"]),
        ("10086 110 120", ["10086", "110", "120"]),
        ("拨打955 88", ["955 88"]),
        ("+86 138 1234 5678", ["+86 138 1234 5678"]),
        ("2026-11-22 95588", ["95588"]),
        ("电话010-65612308-801，传真010-65612309", ["010-65612308", "010-65612309"]),
        ("20231105-13812345678", ["13812345678"]),
        ("95588-110", ["95588-110"]),
    ],
)
def test_a_run_is_parted_into_its_numbers(text: str, found: list[str]) -> None:
    assert pieces(text) == found


@pytest.mark.parametrize("text", ["5 100 110 个", "房号1-110-2", "12 34 56", "010-95588-8和别的"])
def test_pieces_of_other_figures_are_left(text: str) -> None:
    assert pieces(text) == []
