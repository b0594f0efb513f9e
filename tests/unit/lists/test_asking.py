"""Looking fingerprints up in buckets, evenly filled and not."""

from array import array
from collections.abc import Iterable

import pytest

from app.lists.asking import asking
from app.lists.buckets import to_buckets
from app.lists.fingerprints import SPACE, SUFFIX_BITS
from tests.lists import some_fingerprints

TOP = (1 << SUFFIX_BITS) - 1
LISTS: dict[str, Iterable[int]] = {
    "none": (),
    "even": some_fingerprints(20_000),
    "one bucket, even": range(0, 1 << SUFFIX_BITS, 1 << 22),
    "one bucket, at its start": range(500),
    "one bucket, at its end": range(TOP - 500, TOP + 1),
    "one bucket, at both ends": (*range(200), *range(TOP - 200, TOP + 1)),
    "the last bucket": range(SPACE - 40, SPACE),
}


@pytest.mark.parametrize("small", [0, 1 << 16])
@pytest.mark.parametrize("name", LISTS)
def test_what_is_there_is_held_and_what_is_beside_it_is_not(name: str, small: int) -> None:
    there = set(LISTS[name])
    holds = asking(to_buckets(array("Q", sorted(there))), small)
    beside = {each + step for each in there for step in (-1, 1, 1 << SUFFIX_BITS, 17)}
    beside |= {0, TOP, SPACE - 1, SPACE // 2}
    assert all(map(holds, there))
    assert not any(map(holds, {each for each in beside if 0 <= each < SPACE} - there))
