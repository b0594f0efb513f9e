from array import array

import pytest

from app.lists.buckets import SUFFIX_BITS, changed, digest_of, from_buckets, to_buckets
from app.lists.fingerprints import SPACE, sorted_digest
from app.model.errors import DamagedDataError
from tests.lists import some_fingerprints

CROWDED = array("Q", [*range(5000), *range(7 << SUFFIX_BITS, (7 << SUFFIX_BITS) + 900), SPACE - 1])


@pytest.mark.parametrize("values", [array("Q"), CROWDED, some_fingerprints(3000)])
def test_fingerprints_come_back_from_their_buckets(values: "array[int]") -> None:
    buckets = to_buckets(values)
    assert from_buckets(buckets) == values
    assert digest_of(buckets) == sorted_digest(values)
    assert (buckets.starts[0], buckets.starts[-1]) == (0, len(values))


NOTHING = array("Q")


@pytest.mark.parametrize("places", [[], [0], [0, 1, 4999, 5000], [5900]])
def test_what_goes_leaves_every_bucket_where_it_belongs(places: list[int]) -> None:
    left = array("Q", [value for at, value in enumerate(CROWDED) if at not in places])
    found = changed(to_buckets(CROWDED), array("Q", places), NOTHING)
    assert from_buckets(found) == left
    assert tuple(found.starts) == to_buckets(left).starts


@pytest.mark.parametrize("new", [[], [5000], [5000, 6 << SUFFIX_BITS, SPACE - 2]])
def test_what_comes_lies_in_its_bucket(new: list[int]) -> None:
    grown = array("Q", sorted([*CROWDED, *new]))
    found = changed(to_buckets(CROWDED), NOTHING, array("Q", new))
    assert from_buckets(found) == grown
    assert tuple(found.starts) == to_buckets(grown).starts


def test_what_is_there_cannot_come_again_unless_it_goes_first() -> None:
    with pytest.raises(DamagedDataError):
        changed(to_buckets(CROWDED), array("Q", [5]), array("Q", [4]))
    again = changed(to_buckets(CROWDED), array("Q", [4]), array("Q", [4]))
    assert from_buckets(again) == CROWDED
