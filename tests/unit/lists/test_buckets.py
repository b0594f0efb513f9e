import hashlib
from array import array

import pytest

from app.lists.buckets import (
    blocks_of,
    digest_of,
    from_buckets,
    sorted_digest,
    to_buckets,
)
from app.lists.fingerprints import SPACE, SUFFIX_BITS
from tests.lists import some_fingerprints

CROWDED = array("Q", [*range(5000), *range(7 << SUFFIX_BITS, (7 << SUFFIX_BITS) + 900), SPACE - 1])


@pytest.mark.parametrize("values", [array("Q"), CROWDED, some_fingerprints(3000)])
def test_fingerprints_come_back_from_their_buckets(values: "array[int]") -> None:
    buckets = to_buckets(values)
    assert from_buckets(buckets) == values
    assert digest_of(buckets) == sorted_digest(values)
    assert (buckets.starts[0], buckets.starts[-1]) == (0, len(values))


def test_a_list_is_written_block_by_block_and_whole() -> None:
    buckets = to_buckets(CROWDED)
    blocks = blocks_of(buckets)
    assert blocks.starts == buckets.starts
    assert [each for block in blocks.blocks for each in block] == list(buckets.suffixes)


def test_the_digest_is_over_the_starts_and_suffixes_four_bytes_each_little_end_first() -> None:
    starts = b"".join(
        count.to_bytes(4, "little") for count in [0, *[1] * 0x0123, *[2] * (0x10000 - 0x0123)]
    )
    suffixes = bytes.fromhex("01000000ab896745")
    expected = hashlib.sha256(starts + suffixes).hexdigest()
    assert sorted_digest([1, 0x0123456789AB]) == expected
    assert sorted_digest(array("Q", [1, 0x0123456789AB])) == expected
