import pytest

from app.reading.number_shapes import CodeShape, OddShape, PhoneShape, PortShape, ShapeFinder, Trust
from tests.number_cases import plan

SHAPES = ShapeFinder(plan())


def test_a_round_figure_of_a_code_range_needs_a_cue() -> None:
    assert SHAPES.shape_of("10000") == CodeShape("10000", trust=Trust.CUE)
    assert SHAPES.shape_of("10086") == CodeShape("10086")


def test_a_code_touching_its_area_code_needs_a_known_start() -> None:
    assert SHAPES.shape_of("02195561") == CodeShape("95561", "021")
    assert SHAPES.shape_of("021119") is None
    assert SHAPES.shape_of("021119", head="021") == CodeShape("119", "021")


def test_a_port_is_no_landline_of_peking() -> None:
    assert SHAPES.shape_of("1065510198") == PortShape("1065510198")


def test_a_plus_before_a_code_makes_it_odd() -> None:
    assert SHAPES.shape_of("8695588", plus=True) == OddShape("+8695588")


def test_a_number_from_outside_is_judged_by_its_calling_code() -> None:
    shape = SHAPES.shape_of("85251234567", plus=True)
    assert isinstance(shape, PhoneShape)
    assert (shape.region, shape.prefixed) == ("HK", True)


@pytest.mark.parametrize(
    "digits", ["2105551234567890", "9991234567", "12", "00", "000000", "5" * 30]
)
def test_other_digits_are_nothing(digits: str) -> None:
    assert SHAPES.shape_of(digits) is None
