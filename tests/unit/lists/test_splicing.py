from array import array

import pytest

from app.lists.splicing import splice

VALUES = array("I", [10, 11, 12])


@pytest.mark.parametrize(
    ("gone", "come", "expected"),
    [
        ([], [], [10, 11, 12]),
        ([0, 2], [], [11]),
        ([0, 1, 2], [], []),
        ([], [(0, 1), (1, 2), (1, 3), (3, 4)], [1, 10, 2, 3, 11, 12, 4]),
        ([1], [(1, 5)], [10, 5, 12]),
        ([1], [(2, 5)], [10, 5, 12]),
        ([0, 2], [(1, 5), (3, 6)], [5, 11, 6]),
        ([0, 1, 2], [(0, 5), (3, 6)], [5, 6]),
    ],
)
def test_items_go_and_come_at_their_places(
    gone: list[int], come: list[tuple[int, int]], expected: list[int]
) -> None:
    copied = array("I", [9])
    splice(copied, VALUES, gone, come)
    assert list(copied) == [9, *expected]
