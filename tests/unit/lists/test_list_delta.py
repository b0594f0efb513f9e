import struct
from array import array

import pytest

from app.lists.compression import compress
from app.lists.list_delta import apply_delta, encode_delta
from app.model.errors import DamagedDataError
from tests.lists import a_later_version, some_fingerprints

OLD = some_fingerprints(2000)
NEW = a_later_version(OLD, 40, 100)


def test_a_delta_leads_to_the_next_version() -> None:
    before = OLD[:]
    assert apply_delta(OLD, encode_delta(OLD, NEW), len(NEW)) == NEW
    assert before == OLD


def test_a_delta_is_much_shorter_than_the_list() -> None:
    assert len(encode_delta(OLD, NEW)) < 6 * 110


@pytest.mark.parametrize(
    ("old", "new"), [([], []), ([], [1, 2]), ([1, 2], []), ([1], [2]), ([0, 1 << 47], [1 << 47])]
)
def test_the_least_lists_have_deltas_too(old: list[int], new: list[int]) -> None:
    assert list(apply_delta(array("Q", old), encode_delta(old, new), len(new))) == new


def test_a_delta_for_a_list_of_another_length_is_refused() -> None:
    with pytest.raises(DamagedDataError):
        apply_delta(OLD[1:], encode_delta(OLD, NEW), len(NEW) - 1)


def test_a_delta_to_a_list_of_another_length_is_refused() -> None:
    with pytest.raises(DamagedDataError):
        apply_delta(OLD, encode_delta(OLD, NEW), len(NEW) + 1)


def test_an_addition_that_is_there_already_is_refused() -> None:
    with pytest.raises(DamagedDataError):
        apply_delta(array("Q", [7]), encode_delta([8], [7, 8]), 2)


def a_delta(gone: bytes, come: bytes, before: int, entries: tuple[int, int] | None = None) -> bytes:
    removals, additions = entries or (len(gone), len(come))
    head = struct.pack("<BIIIBB", 1, before, removals, additions, int(bool(gone)), int(bool(come)))
    return compress(head + gone + come)


def test_what_goes_is_named_by_its_place_before_anything_comes() -> None:
    delta = a_delta(b"\1", b"\x04", before=2)
    assert list(apply_delta(array("Q", [1, 9]), delta, 2)) == [1, 4]


@pytest.mark.parametrize(
    "delta",
    [
        compress(b""),
        compress(b"\1" * 14),
        a_delta(b"\2", b"", before=2),  # beyond the end
        a_delta(b"\0\1", b"", before=2),  # one of them beyond the end
        a_delta(b"\0", b"", before=3),
        a_delta(b"", b"", before=2, entries=(1, 0)),
        a_delta(b"\0", b"\5", before=2, entries=(1, 1_000_000)),
    ],
)
def test_what_is_no_delta_from_two_to_one_is_refused(delta: bytes) -> None:
    with pytest.raises(DamagedDataError):
        apply_delta(array("Q", [1, 9]), delta, 1)
