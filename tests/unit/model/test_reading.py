"""What counts as left out of a reading."""

import pytest

from app.model.reading import Omission


@pytest.mark.parametrize("omission", [Omission(1), Omission(links=1), Omission(numbers=1)])
def test_anything_that_was_not_read_counts(omission: Omission) -> None:
    assert omission


def test_nothing_left_out_counts_as_nothing() -> None:
    assert not Omission()
