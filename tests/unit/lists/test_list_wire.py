from array import array

import pytest

from app.lists.compression import compress
from app.lists.list_wire import decode_full, encode_full
from app.model.errors import DamagedDataError
from tests.lists import some_fingerprints


@pytest.mark.parametrize("entries", [0, 1, 100, 3000])
def test_a_list_comes_back(entries: int) -> None:
    values = some_fingerprints(entries)
    assert decode_full(encode_full(values), entries) == values


def test_the_same_list_is_the_same_bytes() -> None:
    assert encode_full(some_fingerprints(100)) == encode_full(list(some_fingerprints(100)))


def test_a_list_out_of_order_is_not_published() -> None:
    with pytest.raises(ValueError, match="ascend"):
        encode_full([3, 2])


@pytest.mark.parametrize("entries", [0, 99, 101, 10**9])
def test_a_list_of_another_length_is_refused(entries: int) -> None:
    with pytest.raises(DamagedDataError):
        decode_full(encode_full(some_fingerprints(100)), entries)


@pytest.mark.parametrize(
    "unfolded", [b"", b"\1", b"\2\1ab", b"\1\7" + b"a" * 14, b"\1\0", b"\1\1a", b"\1\1abc"]
)
def test_what_is_no_list_of_two_is_refused(unfolded: bytes) -> None:
    with pytest.raises(DamagedDataError):
        decode_full(compress(unfolded), 2)


def test_the_smallest_list_reads_as_it_is_described() -> None:
    assert decode_full(compress(b"\1\1\5\0"), 2) == array("Q", [5, 6])
