from array import array

import pytest

from app.lists.bucket_changes import changed
from app.lists.buckets import BucketBlocks, to_buckets
from app.lists.fingerprints import SPACE, SUFFIX_BITS
from tests.lists import a_later_version, some_fingerprints

CROWDED = array("Q", [*range(5000), *range(7 << SUFFIX_BITS, (7 << SUFFIX_BITS) + 900), SPACE - 1])
NOTHING = array("Q")


def is_list(found: BucketBlocks, values: "array[int]") -> bool:
    """Tell whether the blocks are the buckets of these fingerprints."""
    wanted = to_buckets(values)
    suffixes = [each for block in found.blocks for each in block]
    return found.starts == wanted.starts and suffixes == list(wanted.suffixes)


@pytest.mark.parametrize("places", [[], [0], [0, 1, 4999, 5000], [5900]])
def test_what_goes_leaves_every_bucket_where_it_belongs(places: list[int]) -> None:
    left = array("Q", [value for at, value in enumerate(CROWDED) if at not in places])
    assert is_list(changed(to_buckets(CROWDED), array("Q", places), NOTHING), left)


@pytest.mark.parametrize("new", [[], [5000], [5000, 6 << SUFFIX_BITS, SPACE - 2]])
def test_what_comes_lies_in_its_bucket(new: list[int]) -> None:
    grown = array("Q", sorted([*CROWDED, *new]))
    assert is_list(changed(to_buckets(CROWDED), NOTHING, array("Q", new)), grown)


def test_what_goes_may_come_again() -> None:
    found = changed(to_buckets(CROWDED), array("Q", [4]), array("Q", [4]))
    assert is_list(found, CROWDED)


def test_a_list_of_many_blocks_changes_in_all_of_them() -> None:
    old = some_fingerprints(600_000)
    new = a_later_version(old, 3000, 7000)
    kept = set(new)
    gone = array("Q", [place for place, value in enumerate(old) if value not in kept])
    come = array("Q", sorted(kept - set(old)))
    found = changed(to_buckets(old), gone, come)
    blocks = list(found.blocks)
    assert len(blocks) > 1
    assert is_list(BucketBlocks(found.starts, blocks), new)


def test_the_old_list_stays_as_it_was() -> None:
    old = to_buckets(CROWDED)
    found = changed(old, array("Q", [0]), array("Q", [SPACE - 2]))
    assert list(found.blocks)
    assert old == to_buckets(CROWDED)
