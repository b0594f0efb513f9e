from array import array

import pytest

from app.lists.fingerprints import SPACE
from app.lists.gap_planes import from_gap_planes, gap_planes
from app.model.errors import DamagedDataError


def back(planes: list[bytes], bound: int = SPACE, before: bytes = b"x") -> "array[int]":
    entries = len(planes[0]) if planes else 0
    data = before + b"".join(planes) + b"more"
    return from_gap_planes(data, len(before), len(planes), entries, bound)


@pytest.mark.parametrize("entries", [0, 1, 2, 63, 64, 65, 128, 1000])
@pytest.mark.parametrize("step", [1, 3, 256, 1 << 30])
def test_integers_come_back_from_their_planes(entries: int, step: int) -> None:
    values = [step * each for each in range(entries)]
    assert back(gap_planes(values)) == array("Q", values)


def test_the_outermost_integers_come_back() -> None:
    assert list(back(gap_planes([0, SPACE - 1]))) == [0, SPACE - 1]


@pytest.mark.parametrize("values", [[1, 1], [2, 1], [-1], [SPACE]])
def test_integers_that_do_not_ascend_within_48_bits_have_no_planes(values: list[int]) -> None:
    with pytest.raises(ValueError, match="ascend"):
        gap_planes(values)


def test_the_narrowest_number_of_planes_is_taken() -> None:
    assert len(gap_planes([5, 6, 7])) == 1
    assert len(gap_planes([5, 6, 70_000])) == 3


@pytest.mark.parametrize("entries", [1, 2, 64, 100, 5000])
def test_planes_that_run_beyond_48_bits_are_refused(entries: int) -> None:
    if entries == 1:
        assert back([b"\xff"] * 6) == array("Q", [SPACE - 1])
        return
    with pytest.raises(DamagedDataError):
        back([b"\xff" * entries] * 6)


def test_a_bound_holds_for_the_last_integer() -> None:
    assert len(back(gap_planes([1, 9]), 10)) == 2
    with pytest.raises(DamagedDataError):
        back(gap_planes([1, 9]), 9)


@pytest.mark.parametrize(("planes", "entries"), [(0, 5), (1, 0), (7, 1)])
def test_a_number_of_planes_that_cannot_be_is_refused(planes: int, entries: int) -> None:
    with pytest.raises(DamagedDataError):
        from_gap_planes(bytes(50), 0, planes, entries)
